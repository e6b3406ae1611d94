import { Fn, TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import { problemsOf, smallTemplate } from './support';
import { PackerFn, ShellLocalProvisioner } from '../../src';

const stack = new TerraformStack(Testing.app(), 'stack');
const variable = new TerraformVariable(stack, 'v', {});

const TOKEN = 'it contains a value of a CDK framework (a token) that nothing here can resolve. '
  + 'In CDKTF, use Image from \'@cdk-packer/cdktf\'; elsewhere pass a plain value.';

test.each<[string, any]>([
  ['string', variable.stringValue],
  ['string inside a text', `a ${variable.stringValue} b`],
  ['number', variable.numberValue],
  ['number inside a text', `port ${variable.numberValue}`],
  ['list', variable.listValue],
  ['map', Token.asStringMap(variable.stringValue)],
  ['object', variable.value],
  ['function', Fn.upper(variable.stringValue)],
  ['string in a function of Packer', PackerFn.upper(variable.stringValue)],
  ['number in a function of Packer', PackerFn.format('%d', [variable.numberValue])],
  ['number in a text in a function of Packer', PackerFn.upper(`a${variable.numberValue}`)],
  ['list in a function of Packer', PackerFn.join(',', variable.listValue)],
  ['object in a function of Packer', PackerFn.jsonencode({ a: variable.value })],
])('a %s of CDKTF is an error where no adapter is at work', (_, value) => {
  const { template, source } = smallTemplate();

  source.addOverride('x', value);

  expect(problemsOf(template)).toEqual([expect.stringMatching(/^\[web\/local\] x[.0-9]*: /)]);
  expect(problemsOf(template)[0].replace(/^\[web\/local\] x[.0-9]*: /, '')).toBe(TOKEN);
});

test('inside of a list or map the message names the place', () => {
  const { template, source } = smallTemplate();

  source.addOverride('x', { a: [1, variable.stringValue] });

  expect(problemsOf(template)).toEqual([`[web/local] x.a.1: ${TOKEN}`]);
});

test('lines that become a script file are checked as well', () => {
  const { template, build } = smallTemplate();

  new ShellLocalProvisioner(build, 'step', { inline: ['{{.Id}}', `${variable.numberValue}`] });

  expect(problemsOf(template)).toContain(`[web/build/step] inline.1: ${TOKEN}`);
});

test.each(['${Token[TOKEN.1]}', '#{Token[X.2]}', '${TfToken[TOKEN.3]}'])('the token %s of another framework is an error', (token) => {
  const { template, source } = smallTemplate();

  source.addOverride('x', `a ${token}`);

  expect(problemsOf(template)).toEqual([`[web/local] x: ${TOKEN}`]);
});

test('an object of another framework that resolves itself is an error', () => {
  const { template, source } = smallTemplate();

  source.addOverride('x', { creationStack: [], resolve: () => 'x', toString: () => 'x' });

  expect(problemsOf(template)).toEqual([`[web/local] x: ${TOKEN}`]);
});
