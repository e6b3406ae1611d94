import * as fs from 'fs';
import * as path from 'path';
import { programOf, Project, ROOT } from './project';
import { AMAZON_PLUGIN, DOCKER_PLUGIN } from '../../../../test/programs/plugins';

/** Synthesizes a template with a container; prints it. */
function program(module: string): string {
  return `
    import { Build, PackerApp, PackerTemplate } from 'cdk-packer';
    import { DockerSource, type DockerfileBootstrapOptions } from '${module}';

    const buildOptions: DockerfileBootstrapOptions = { path: 'Dockerfile', compress: true };
    const template = new PackerTemplate(new PackerApp(), 'web');
    const source = new DockerSource(template, 'container', { buildOptions, commit: true, runCommand: ['-d'] });
    new Build(template, 'build', { sources: [source] });
    console.log(JSON.stringify(template.toJson()));
  `;
}

test('the classes work in CommonJS and in ES modules, and are part of strict programs', () => {
  // GIVEN
  const [commonJs, esModules] = [new Project(), new Project({ 'package.json': { type: 'module' } })];

  // WHEN
  for (const project of [commonJs, esModules]) { expect(project.command(['get', '--binary', programOf(DOCKER_PLUGIN)]).code).toBe(0); }
  commonJs.write('main.ts', program('./.gen/packer/docker'));
  esModules.write('main.ts', program('./.gen/packer/docker/index.js'));

  // THEN
  const template = JSON.parse(commonJs.compileAndRun());
  expect(template.source.docker.container).toEqual(
    { build: { compress: true, path: '${path.root}/assets/container/build.path/Dockerfile' }, commit: true, run_command: ['-d'] });
  expect(template.packer.required_plugins.docker.source).toBe('github.com/hashicorp/docker');
  expect(JSON.parse(esModules.compileAndRun())).toEqual(template);
});

test('the classes of a plugin that the library knows are those of the library', () => {
  // GIVEN
  const project = new Project();
  const library = path.join(ROOT, 'src', 'plugins', 'amazon');

  // WHEN
  expect(project.command(['get', '--binary', programOf(AMAZON_PLUGIN)]).code).toBe(0);

  // THEN the same interfaces, tables and classes; only imports, and examples in comments, differ
  const written = path.join(project.folder, '.gen', 'packer', 'amazon');
  const body = (file: string) => fs.readFileSync(file, 'utf8').replace(/^[\s\S]*?\n\n(?=\/\*\*|export)/, '').replace(/ \*\n \* @example\n(?: \* .*\n| \*\n)+/g, '');
  const names = fs.readdirSync(library).filter((name) => name !== 'index.ts' && name !== 'plugin.ts');
  expect(names.length).toBeGreaterThan(30);
  for (const name of names) { expect(body(path.join(written, name))).toBe(body(path.join(library, name))); }
  expect(fs.readdirSync(written).filter((name) => !fs.existsSync(path.join(library, name)))).toEqual(['communicator-options.ts']);
});

test('a plugin that nobody knows gets what is known of the options of Packer\'s plugin SDK', () => {
  // GIVEN
  const project = new Project();

  // WHEN
  const got = project.command(['get', 'github.com/acme/cloud', '--binary', programOf(AMAZON_PLUGIN)]);
  project.write('main.ts', `
    import { CloudEbsSource } from './.gen/packer/cloud';
    console.log(typeof CloudEbsSource);
  `);

  // THEN
  expect(got).toMatchObject({ code: 0, stdout: 'github.com/acme/cloud@1.8.2: 9 classes in .gen/packer/cloud\n' });
  expect(project.compileAndRun()).toBe('function\n');
  const shared = project.read('.gen/packer/cloud/communicator-options.ts');
  expect(shared).toContain("option('ssh_password', { role: 'credential' })");
  const source = project.read('.gen/packer/cloud/cloud-ebs-source.ts');
  expect(source).toContain('export interface CloudEbsSourceProps extends CommunicatorOptions {');
  expect(source).toContain("option('ami_name')");
  expect(source).toContain('readonly sourceAmiFilter?: SourceAmiFilterOptions;');
  expect(source).toContain('readonly tag?: KeyValue[] | IResolvable;');
});
