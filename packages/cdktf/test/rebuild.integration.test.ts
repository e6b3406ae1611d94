import { NOTE } from './end-to-end/project';
import { project } from './end-to-end/projects';
import { success } from './end-to-end/run';

const TWO_IMAGES = `
  const stack = new TerraformStack(app, 'app');
  for (const name of ['shop', 'blog']) {
    const image = new Image(stack, name);
    new FileSource(image, name, { target: 'image.txt' });
    new ShellLocalProvisioner(image, 'note', { script: './note.sh' });
    new ShellLocalProvisioner(image, 'pack', { inline: ['cat ' + Asset.of('./' + name).path + '/index.html'] });
    new TerraformOutput(stack, name + '-id', { value: image.imageId });
  }
`;
const TWO_SITES = { 'note.sh': NOTE, 'shop/index.html': 'the shop', 'blog/index.html': 'the blog' };

test('without a change nothing is built and Packer is not even started', async () => {
  // GIVEN
  const sites = project(TWO_IMAGES, TWO_SITES);
  const stack = await sites.synthStack();
  await success(stack.apply());
  const calls = sites.packerCalls;

  // WHEN
  await sites.synth();
  const output = await success(stack.apply());

  // THEN
  expect(output).toContain('No changes. Your infrastructure matches the configuration.');
  expect(output).toContain('Resources: 0 added, 0 changed, 0 destroyed.');
  expect([...calls].sort()).toEqual(['build -color=false -only=file.blog template.pkr.json', 'build -color=false -only=file.shop template.pkr.json']);
  expect(sites.packerCalls).toEqual(calls);
});

test('a changed asset builds its image only, and the plan names the step and its option', async () => {
  // GIVEN
  const sites = project(TWO_IMAGES, TWO_SITES);
  const stack = await sites.synthStack();
  await success(stack.apply());
  const before = stack.outputs;

  // WHEN
  sites.write('shop/index.html', 'the new shop');
  await sites.synth();
  const plan = await success(stack.plan());
  await success(stack.apply());

  // THEN
  expect(plan).toContain('Plan: 2 to add, 0 to change, 2 to destroy.');
  expect(plan).toMatch(/~ "2 shell-local" = \{\s+~ inline = "\w+" -> "\w+"/);
  expect(plan).not.toContain('"1 shell-local" =');
  const after = stack.outputs;
  expect(after['shop-id']).not.toBe(before['shop-id']);
  expect(after['blog-id']).toBe(before['blog-id']);
  expect(sites.built.slice(2)).toEqual(['shop']);
});

test('a changed value of Terraform builds anew where it is content; elsewhere it is passed with the next build', async () => {
  // GIVEN
  const values = project(`
    const stack = new TerraformStack(app, 'app');
    const host = new TerraformVariable(stack, 'host', { type: 'string' });
    const domain = new TerraformVariable(stack, 'domain', { type: 'string' });
    const image = new Image(stack, 'image');
    new NullSource(image, 'machine', { communicator: 'none', sshHost: host.stringValue });
    new ShellLocalProvisioner(image, 'note', {
      environmentVars: ['DOMAIN=' + domain.stringValue],
      inline: ['echo "$DOMAIN on $PKR_VAR_machine_ssh_host" >>"$NOTES"'],
    });
  `);
  const stack = await values.synthStack();
  await success(stack.apply('-var=host=h1', '-var=domain=d1'));

  // WHEN
  const environment = await success(stack.apply('-var=host=h2', '-var=domain=d1'));
  const content = await success(stack.apply('-var=host=h2', '-var=domain=d2'));

  // THEN
  expect(environment).toContain('Resources: 0 added, 0 changed, 0 destroyed.');
  expect(content).toContain('~ "1 shell-local environment_vars.0" = "d1" -> "d2"');
  expect(values.built).toEqual(['d1 on h1', 'd2 on h2']);
});

const FAMILY = `
  const stack = new TerraformStack(app, 'app');
  const image = (name, content) => {
    const made = new Image(stack, name);
    made.source = new FileSource(made, name, { target: name + '.txt', content });
    new ShellLocalProvisioner(made, 'note', { script: './' + name + '.sh' });
    new TerraformOutput(stack, name + '-id', { value: made.imageId });
    return made;
  };
  const parent = image('parent', 'base');
  const child = image('child', 'more');
  new ShellLocalProvisioner(child, 'read', {
    environmentVars: ['BASE=' + parent.artifactOf(parent.source).file('*.txt')],
    inline: ['echo "from $(cat "$BASE")" >>"$NOTES"'],
  });
`;

test('a change of the parent builds the child in the same apply', async () => {
  // GIVEN
  const family = project(FAMILY, { 'parent.sh': NOTE, 'child.sh': NOTE });
  const stack = await family.synthStack();
  await success(stack.apply());
  const before = stack.outputs;

  // WHEN
  family.write('parent.sh', `${NOTE}# changed\n`);
  await family.synth();
  await success(stack.apply());

  // THEN
  const after = stack.outputs;
  expect(family.built).toEqual(['parent', 'child', 'from base', 'parent', 'child', 'from base']);
  expect(after['parent-id']).not.toBe(before['parent-id']);
  expect(after['child-id']).not.toBe(before['child-id']);
  expect(await success(stack.apply())).toContain('No changes.');
});

test('a change of the child leaves the parent as it is', async () => {
  // GIVEN
  const family = project(FAMILY, { 'parent.sh': NOTE, 'child.sh': NOTE });
  const stack = await family.synthStack();
  await success(stack.apply());
  const before = stack.outputs;

  // WHEN
  family.write('child.sh', `${NOTE}# changed\n`);
  await family.synth();
  await success(stack.apply());

  // THEN
  const after = stack.outputs;
  expect(family.built).toEqual(['parent', 'child', 'from base', 'child', 'from base']);
  expect(after['parent-id']).toBe(before['parent-id']);
  expect(after['child-id']).not.toBe(before['child-id']);
});

test('a parent that is built again without a change builds its child too', async () => {
  // GIVEN
  const family = project(FAMILY, { 'parent.sh': NOTE, 'child.sh': NOTE });
  const stack = await family.synthStack();
  await success(stack.apply());
  const before = stack.outputs;

  // WHEN
  await success(stack.apply('-replace=terraform_data.parent_parent_build'));

  // THEN
  const after = stack.outputs;
  expect(family.built).toEqual(['parent', 'child', 'from base', 'parent', 'child', 'from base']);
  expect(after['parent-id']).not.toBe(before['parent-id']);
  expect(after['child-id']).not.toBe(before['child-id']);
});
