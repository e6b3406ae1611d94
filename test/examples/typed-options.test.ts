import * as fs from 'fs';
import * as path from 'path';

const EXAMPLES = path.join(__dirname, '..', '..', 'examples');
const PROGRAMS = fs.readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/(^|\/)(node_modules|\.demo|cdktf\.out)\//.test(file));

/** What takes anything: components by their names in HCL, expressions of any type, overrides. */
const ESCAPE_HATCH = /\bnew (?:Source|Provisioner|PostProcessor|DataSource)\(|\basAny\(|\baddOverride\(/;

test.each(PROGRAMS)('%s does without an escape hatch', (file) => {
  expect(fs.readFileSync(path.join(EXAMPLES, file), 'utf8')).not.toMatch(ESCAPE_HATCH);
});
