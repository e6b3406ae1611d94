import * as fs from 'fs';
import * as path from 'path';
import * as fc from 'fast-check';
import { text } from './arbitraries';
import { packer, temporaryFolder } from './support';
import { FileSource, Image, NullSource, PackerApp, ShellLocalProvisioner, Variable } from '../../src';

/** So many texts in one run of Packer, which starts a process for each source. */
function texts(count: number): fc.Arbitrary<string[]> {
  return fc.array(text, { minLength: count, maxLength: count });
}

// Failing runs are not repeated with fewer texts: the difference shows the text.
const RUNS: fc.Parameters<unknown> = { numRuns: 2, endOnFailure: true, seed: 20260101 };

// Texts that look like references get a warning.
beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });

test('any text arrives byte for byte as the content of a file', () => {
  fc.assert(fc.property(texts(25), (literals) => {
    // GIVEN
    const folder = temporaryFolder();
    const app = new PackerApp({ outdir: folder });
    const image = new Image(app, 'image');
    literals.forEach((content, index) => new FileSource(image, `f${index}`, { content, target: `f${index}` }));

    // WHEN
    app.synth();
    packer(path.join(folder, 'images/image'), 'build', '.');

    // THEN
    literals.forEach((content, index) => {
      expect(fs.readFileSync(path.join(folder, 'images/image', `f${index}`)).toString('utf8')).toBe(content);
    });
  }), RUNS);
});

test('any text arrives byte for byte in the script that shell-local hands to the shell', () => {
  fc.assert(fc.property(texts(50), (literals) => {
    // GIVEN
    const folder = temporaryFolder();
    const app = new PackerApp({ outdir: folder });
    const image = new Image(app, 'image');
    new NullSource(image, 'local', { communicator: 'none' });
    literals.forEach((line, index) => new ShellLocalProvisioner(image, `s${index}`, {
      inline: [line, 'true'],
      executeCommand: ['/bin/sh', '-c', `cp {{.Script}} ${folder}/s${index}`],
    }));

    // WHEN
    app.synth();
    packer(path.join(folder, 'images/image'), 'build', '.');

    // THEN
    literals.forEach((line, index) => {
      expect(fs.readFileSync(`${folder}/s${index}`).toString('utf8')).toBe(`#!/bin/sh -e\n${line}\ntrue\n`);
    });
  }), RUNS);
});

test('any text around references arrives byte for byte, whatever they stand for', () => {
  fc.assert(fc.property(texts(25), (literals) => {
    // GIVEN
    const folder = temporaryFolder();
    const app = new PackerApp({ outdir: folder });
    const image = new Image(app, 'image');
    const value = new Variable(image, 'value', { default: '{v$' });
    literals.forEach((line, index) => new FileSource(image, `f${index}`, {
      content: `${line}${value.stringValue}|${line}`, target: `f${index}`,
    }));

    // WHEN
    app.synth();
    packer(path.join(folder, 'images/image'), 'build', '.');

    // THEN
    literals.forEach((line, index) => {
      expect(fs.readFileSync(path.join(folder, 'images/image', `f${index}`)).toString('utf8')).toBe(`${line}{v$|${line}`);
    });
  }), { ...RUNS, numRuns: 1 });
});
