import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { packer, temporaryFolder } from './support';
import { wholeTemplate } from './whole-template';
import { Dynamic, DynamicIterator, PackerApp, PackerTemplate, Source } from '../../src';

/** What `packer fmt` makes of HCL. */
function formatted(hcl: string): string {
  const { status, stdout, stderr } = spawnSync('packer', ['fmt', '-'], { input: hcl, encoding: 'utf8' });
  if (status !== 0) { throw new Error(stdout + stderr); }
  return stdout;
}

test('the whole language is laid out as packer fmt leaves it', () => {
  const hcl = wholeTemplate().toHcl();

  expect(formatted(hcl)).toBe(hcl);
});

test('Packer sees the same template in HCL as in JSON', () => {
  // GIVEN
  const template = wholeTemplate();
  const [json, hcl] = [temporaryFolder(), temporaryFolder()];
  fs.writeFileSync(path.join(json, 'template.pkr.json'), JSON.stringify(template.toJson()));
  fs.writeFileSync(path.join(hcl, 'template.pkr.hcl'), template.toHcl());

  // WHEN
  const [fromJson, fromHcl] = [json, hcl].map((folder) => packer(folder, 'inspect', '.'));

  // THEN
  expect(fromHcl).toBe(fromJson);
  expect(packer(hcl, 'validate', '.')).toContain('The configuration is valid.');
});

test('nested blocks of components without a typed class are blocks where they are lists, and arguments where they are not', () => {
  const template = new PackerTemplate(new PackerApp(), 't');
  const each = DynamicIterator.over(['a', 'b'], { name: 'disk' });
  new Source(template, 'aws', {
    type: 'amazon-ebs',
    configuration: { tags: { 'a': 'x', 'b c': '${y}', 'for': 'z' }, run_volume: [{ size: 1, ids: [] }, Dynamic.of({ forEach: each, content: { size: each.numberValue } })] },
  });

  const hcl = template.toHcl();

  expect(hcl).toBe([
    'packer {',
    '  required_version = ">= 1.9.4"',
    '}',
    '',
    'source "amazon-ebs" "aws" {',
    '  tags = {',
    '    a     = "x"',
    '    "b c" = "$${y}"',
    '    "for" = "z"',
    '  }',
    '',
    '  run_volume {',
    '    ids  = []',
    '    size = 1',
    '  }',
    '',
    '  dynamic "run_volume" {',
    '    for_each = ["a", "b"]',
    '    iterator = disk',
    '',
    '    content {',
    '      size = disk.value',
    '    }',
    '  }',
    '}',
    '',
  ].join('\n'));
  expect(formatted(hcl)).toBe(hcl);
});
