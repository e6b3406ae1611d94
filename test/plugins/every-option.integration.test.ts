import * as fs from 'fs';
import * as path from 'path';
import { typedClasses, withEveryOption, writtenAnyway } from './every-option';
import { temporaryFolder } from '../language/support';
import { PACKER_1_16_0 } from '../programs/packers';
import { pluginEnvironment } from '../programs/plugins';

/** What Packer says of an argument or a block that it does not know, or whose type is another one. */
const UNKNOWN = /Unsupported argument|Extraneous JSON object property|Unsupported block type|Incorrect attribute value type|Incorrect JSON value type/;

/** The plugins that are there to be asked: Packer's own components, docker and amazon. */
const AT_HAND = typedClasses().filter(([name]) => /^((docker|amazon)\.)?\w+$/.test(name));

test('Packer accepts the syntax of all classes with all their options', () => {
  // GIVEN
  const folder = temporaryFolder();
  const documents: any[] = typedClasses().map(([, typed]) => writtenAnyway(withEveryOption(typed).template));
  const together = {
    source: Object.assign({}, ...documents.map(({ source }) => source)),
    data: Object.assign({}, ...documents.map(({ data }) => data)),
    build: documents.flatMap(({ build }) => build),
  };
  fs.writeFileSync(path.join(folder, 'template.pkr.json'), JSON.stringify(together));

  // WHEN
  const { output } = PACKER_1_16_0.run(['validate', '-syntax-only', '.'], { cwd: folder });

  // THEN
  expect(output).toContain('Syntax-only check passed. Everything looks okay.');
});

test.each(AT_HAND)('Packer and its plugins know every option of %s', (_name, typed) => {
  // GIVEN
  const folder = temporaryFolder();
  const { template } = withEveryOption(typed);
  fs.writeFileSync(path.join(folder, 'template.pkr.json'), JSON.stringify(writtenAnyway(template)));

  // WHEN
  const syntax = PACKER_1_16_0.run(['validate', '-syntax-only', '.'], { cwd: folder, env: pluginEnvironment() });
  const whole = PACKER_1_16_0.run(['validate', '.'], { cwd: folder, env: pluginEnvironment() });

  // THEN
  expect(syntax.output).toContain('Syntax-only check passed. Everything looks okay.');
  expect(whole.output).not.toMatch(UNKNOWN);
});

test('an argument that Packer does not know would be seen', () => {
  // GIVEN
  const folder = temporaryFolder();
  const [, typed] = typedClasses().find(([name]) => name === 'amazon.AmazonEbsSource')!;
  const { template } = withEveryOption(typed);
  const document: any = writtenAnyway(template);
  document.source['amazon-ebs'].x.unknown = 1;
  fs.writeFileSync(path.join(folder, 'template.pkr.json'), JSON.stringify(document));

  // WHEN
  const { output } = PACKER_1_16_0.run(['validate', '.'], { cwd: folder, env: pluginEnvironment() });

  // THEN
  expect(output).toMatch(UNKNOWN);
});
