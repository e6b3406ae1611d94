import * as fc from 'fast-check';
import { decodeGob } from '../../src/schema/spec/gob/decode';
import { GobReader } from '../../src/schema/spec/gob/reader';

test.each([
  [[0x00], 0], [[0x07], 7], [[0x7f], 127], [[0xff, 0x80], 128], [[0xfe, 0x01, 0x00], 256], [[0xfd, 0x0f, 0x42, 0x40], 1_000_000],
])('%j is the unsigned number %d', (bytes, number) => {
  expect(new GobReader(Uint8Array.from(bytes)).unsigned()).toBe(number);
});

test.each([[[0x00], 0], [[0x01], -1], [[0x02], 1], [[0x7f], -64], [[0xff, 0x81], -65]])('%j is the signed number %d', (bytes, number) => {
  expect(new GobReader(Uint8Array.from(bytes)).signed()).toBe(number);
});

test('a struct is read with the types that its stream describes', () => {
  // GIVEN the stream of Go's documentation: struct { X, Y int } { X: 22, Y: 33 }
  const stream = Buffer.from('1fff8103010105506f696e7401ff82000102010158010400010159010400000007ff82012c014200', 'hex');

  // THEN
  expect({ ...decodeGob(stream) }).toEqual({ X: 22, Y: 33 });
});

test('whatever comes, it is a value or an error', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (garbage) => {
    try {
      decodeGob(garbage);
      return true;
    } catch (error) {
      return error instanceof Error && !(error instanceof RangeError);
    }
  }), { numRuns: 1_000 });
});

test('a stream that was cut is an error', () => {
  const stream = Buffer.from('1fff8103010105506f696e7401ff82000102010158010400010159010400000007ff82012c014200', 'hex');
  for (let length = 0; length < stream.length; length++) { expect(() => decodeGob(stream.subarray(0, length))).toThrow('the answer ends too early'); }
});
