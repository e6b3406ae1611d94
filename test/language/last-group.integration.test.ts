import * as fs from 'fs';
import * as path from 'path';
import { Construct } from 'constructs';
import { packer, smallTemplate, writeTemplate } from './support';
import { ProvisionerGroup, ShellLocalPostProcessor, ShellLocalProvisioner } from '../../src';

test('Packer runs the steps of the last group after all that were created later', () => {
  // GIVEN
  const { template, build } = smallTemplate();
  const run = (scope: Construct, id: string) => new ShellLocalProvisioner(scope, id, { inline: [`echo ${id} >> order.txt`] });
  const cleanUp = new ProvisionerGroup(build, 'clean-up', { last: true });
  run(cleanUp, 'remove');
  const install = new ProvisionerGroup(build, 'install');
  run(build, 'own');
  run(install, 'install');
  const recipe = new Construct(install, 'recipe');
  run(new ProvisionerGroup(recipe, 'recipe-last', { last: true }), 'configure');
  run(recipe, 'packages');
  run(new ProvisionerGroup(cleanUp, 'clean-up-last', { last: true }), 'seal');
  run(cleanUp, 'caches');
  new ShellLocalPostProcessor(cleanUp, 'publish', { inline: ['echo publish >> order.txt'] });
  new ShellLocalPostProcessor(build, 'sums', { inline: ['echo sums >> order.txt'] });

  // WHEN
  const folder = writeTemplate(template);
  packer(folder, 'build', '.');

  // THEN
  expect(fs.readFileSync(path.join(folder, 'order.txt'), 'utf8').trim().split('\n')).toEqual([
    'install', 'packages', 'configure', 'own', 'remove', 'caches', 'seal', 'sums', 'publish',
  ]);
});
