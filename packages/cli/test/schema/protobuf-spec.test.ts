import * as fc from 'fast-check';
import { specFromProtobuf } from '../../src/schema/spec/protobuf-spec';
import { fieldsOf } from '../../src/schema/spec/spec';

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
}

test('an option is read with its name and its type', () => {
  // GIVEN
  const sleep = bytes('0a2a 0a28 0a08 6475726174696f6e 121c 121a 0a08 6475726174696f6e 120e 0a0c 0a0a 6374792e537472696e67');

  // THEN
  expect(fieldsOf(specFromProtobuf(sleep))).toEqual([{ name: 'duration', type: 'string' }]);
});

test('an object without options is none', () => {
  expect(fieldsOf(specFromProtobuf(bytes('0a00')))).toEqual([]);
});

test('a field that this does not know is skipped', () => {
  expect(fieldsOf(specFromProtobuf(bytes('7801 0a00')))).toEqual([]);
});

test.each([
  ['nothing', '', 'the specification is of a form that is not known'],
  ['an option without a name', '1200', 'an option has no name'],
  ['a type that is not known', '1210 0a016d 120b 0a09 0a07 6374792e466f6f', 'an option has a type that is not known'],
])('%s is no specification', (_, hex, message) => {
  expect(() => specFromProtobuf(bytes(hex))).toThrow(message);
});

test('whatever comes, it is a specification or an error', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (garbage) => {
    try {
      return Array.isArray(fieldsOf(specFromProtobuf(garbage)));
    } catch (error) {
      return error instanceof Error;
    }
  }));
});
