import * as fs from 'fs';
import * as path from 'path';
import { Testing } from 'cdktf';
import { Data, fileImage, testStack } from './synthesis';

test('Testing.synth gives the resources of images', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web', new Data(stack, 'zone').id);
  // WHEN
  const { locals, resource } = JSON.parse(Testing.synth(stack));
  // THEN
  expect(locals.web_text_content).toBe('${terraform_data.zone.id}');
  expect(Object.keys(resource.terraform_data)).toEqual(['web_text_artifact', 'web_text_build', 'zone']);
});

test('Testing.synth gives the same text every time', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web', new Data(stack, 'zone').id);
  // THEN
  expect(Testing.synth(stack)).toBe(Testing.synth(stack));
});

test('Testing.synth reports problems of images when it is asked to validate', () => {
  // GIVEN
  const stack = testStack();
  const web = fileImage(stack, 'web');
  new Data(stack, 'server', web.workDirectory);
  // THEN
  expect(() => Testing.synth(stack, true)).toThrow('[shop] resource.terraform_data.server.input: a reference of Packer');
});

test('Testing.synthScope takes images', () => {
  // WHEN
  const { resource } = JSON.parse(Testing.synthScope((scope) => { fileImage(scope, 'web'); }));
  // THEN
  expect(Object.keys(resource.terraform_data)).toEqual(['web_text_artifact', 'web_text_build']);
});

test('Testing.fullSynth writes images', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web');
  // WHEN
  const outdir = Testing.fullSynth(stack);
  // THEN
  const directory = path.join(outdir, 'stacks', 'shop', 'images', 'web');
  expect(fs.readdirSync(directory).sort()).toEqual(['SHA256SUMS', 'build.sh', 'template.pkr.json']);
  fs.rmSync(outdir, { recursive: true });
});

test('Testing.toHaveResource finds the resources of images', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web');
  // THEN
  expect(Testing.toHaveResource(Testing.synth(stack), 'terraform_data')).toBe(true);
});
