import * as crypto from 'crypto';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import * as zlib from 'zlib';
import { evaluated } from './evaluation';
import { CALLS } from './function-calls';
import { packer, temporaryFolder } from './support';
import {
  Asset, Expression, FileSource, Image, Local, ManifestPostProcessor, PackerApp, PackerFn, PostProcessor, PostProcessorChain, Variable,
} from '../../src';

const NASTY = '"${a}" %{b} $${c} {{d}} \\ \'e\'\n\té😀';
const TIME = '2020-02-03T04:05:06Z';
const PARTS = {
  year: 2020, year_day: 34, month: 2, month_name: 'February', day: 3, weekday: 1, weekday_name: 'Monday', hour: 4, minute: 5, second: 6, iso_year: 2020, iso_week: 6,
};

function base64(text: string | Buffer): string {
  return Buffer.from(text).toString('base64');
}

function digest(algorithm: string): string {
  return crypto.createHash(algorithm).update(NASTY).digest('hex');
}

test('every function gives in the real Packer what it says, of hostile texts too', () => {
  // GIVEN
  const folder = temporaryFolder();
  fs.mkdirSync(path.join(folder, 'conf {{ ${x}'));
  fs.writeFileSync(path.join(folder, 'conf {{ ${x}/a{{.txt'), NASTY);
  fs.writeFileSync(path.join(folder, 'conf {{ ${x}/greeting.tpl'), 'hello ${name} {{.Id}}\n');
  const asset = Asset.of(path.join(folder, 'conf {{ ${x}'));
  fs.mkdirSync(path.join(folder, 'plain'));
  fs.writeFileSync(path.join(folder, 'plain/a{{.txt'), NASTY);
  const plain = Asset.of(path.join(folder, 'plain'));
  const { publicKey, privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
  const secret = crypto.publicEncrypt({ key: publicKey, padding: crypto.constants.RSA_PKCS1_PADDING }, Buffer.from(NASTY)).toString('base64');
  const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }) as string;

  // WHEN
  const cases: { [name: string]: [any, any] } = {
    abs: [PackerFn.abs(-3), 3],
    abspath: [PackerFn.abspath('/a/../b'), '/b'],
    alltrue: [PackerFn.alltrue([true, false]), false],
    anytrue: [PackerFn.anytrue([true, false]), true],
    base64decode: [PackerFn.base64decode(base64(NASTY)), NASTY],
    base64encode: [PackerFn.base64encode(NASTY), base64(NASTY)],
    base64gzip: [PackerFn.base64gzip(NASTY), expect.any(String)],
    basename: [PackerFn.basename(`/a/${NASTY.replace(/\n/, '')}`), NASTY.replace(/\n/, '')],
    bcrypt: [PackerFn.bcrypt('a', 4), expect.stringMatching(/^\$2a\$04\$.{53}$/)],
    can: [PackerFn.can(Expression.asAny('nothing.at.all')), false],
    ceil: [PackerFn.ceil(1.2), 2],
    chomp: [PackerFn.chomp(`${NASTY}\r\n\n`), NASTY],
    chunklist: [PackerFn.chunklist([NASTY, 'b', 'c'], 2), [[NASTY, 'b'], ['c']]],
    cidrhost: [PackerFn.cidrhost('10.1.0.0/16', -2), '10.1.255.254'],
    cidrnetmask: [PackerFn.cidrnetmask('10.1.0.0/17'), '255.255.128.0'],
    cidrsubnet: [PackerFn.cidrsubnet('fd00::/48', 16, 2), 'fd00:0:0:2::/64'],
    cidrsubnets: [PackerFn.cidrsubnets('10.1.0.0/16', [4, 8]), ['10.1.0.0/20', '10.1.16.0/24']],
    coalesce: [PackerFn.coalesce(['', null, NASTY]), NASTY],
    coalescelist: [PackerFn.coalescelist([[], [NASTY]]), [NASTY]],
    compact: [PackerFn.compact(['', NASTY]), [NASTY]],
    concat: [PackerFn.concat([[NASTY], ['b', 1]]), [NASTY, 'b', 1]],
    contains: [PackerFn.contains(['a', NASTY], NASTY), true],
    convert: [PackerFn.convert({ [NASTY]: [1, '2'] }, 'map(list(number))'), { [NASTY]: [1, 2] }],
    csvdecode: [PackerFn.csvdecode('a,b\n1,"${x} {{y"\n'), [{ a: '1', b: '${x} {{y' }]],
    dirname: [PackerFn.dirname('${a}/{{b}}/c'), '${a}/{{b}}'],
    distinct: [PackerFn.distinct([NASTY, 'b', NASTY]), [NASTY, 'b']],
    element: [PackerFn.element(['a', NASTY], 3), NASTY],
    endswith: [PackerFn.endswith(NASTY, 'é😀'), true],
    file: [PackerFn.file(asset.file('a{{.txt')), NASTY],
    filebase64: [PackerFn.filebase64(asset.file('a{{.txt')), base64(NASTY)],
    fileexists: [[PackerFn.fileexists(asset.file('a{{.txt')), PackerFn.fileexists('/nothing')], [true, false]],
    fileset: [PackerFn.fileset(plain.path, '*'), ['a{{.txt']],
    flatten: [PackerFn.flatten([[NASTY], [['b']]]), [NASTY, 'b']],
    floor: [PackerFn.floor(-1.2), -2],
    format: [PackerFn.format('%s %d%% %q ${x} {{y', [NASTY, 2, 'a']), `${NASTY} 2% "a" \${x} {{y`],
    formatdate: [PackerFn.formatdate('DD.MM.YYYY \'{{\'', TIME), '03.02.2020 {{'],
    formatlist: [PackerFn.formatlist('<%s%s>', [NASTY, ['a', 'b']]), [`<${NASTY}a>`, `<${NASTY}b>`]],
    indent: [PackerFn.indent(2, 'a\n${b}\nc'), 'a\n  ${b}\n  c'],
    index: [PackerFn.index(['a', NASTY], NASTY), 1],
    join: [PackerFn.join(NASTY, ['a', 'b']), `a${NASTY}b`],
    jsondecode: [PackerFn.jsondecode(JSON.stringify({ a: [NASTY, null, true] })), { a: [NASTY, null, true] }],
    jsonencode: [PackerFn.jsonencode({ b: '${x} {{y', a: [null, 1.5] }), '{"a":[null,1.5],"b":"${x} {{y"}'],
    keys: [PackerFn.keys({ b: 1, [NASTY]: 2 }), [NASTY, 'b']],
    legacy_isotime: [[PackerFn.legacyIsotime('2006'), PackerFn.legacyIsotime()], [expect.stringMatching(/^\d{4}$/), expect.stringMatching(/^\d{4}-.*Z$/)]],
    legacy_strftime: [[PackerFn.legacyStrftime('%Y'), PackerFn.legacyStrftime()], [expect.stringMatching(/^\d{4}$/), expect.stringMatching(/^\d{4}-.*Z$/)]],
    length: [[PackerFn.length('{{é😀'), PackerFn.length(['a', 'b']), PackerFn.length({ a: 1 })], [4, 2, 1]],
    log: [PackerFn.log(8, 2), 3],
    lookup: [[PackerFn.lookup({ [NASTY]: NASTY }, NASTY, 'b'), PackerFn.lookup({}, 'a', NASTY)], [NASTY, NASTY]],
    lower: [PackerFn.lower('${A} {{É'), '${a} {{é'],
    max: [PackerFn.max([1, 2.5, -3]), 2.5],
    md5: [PackerFn.md5(NASTY), digest('md5')],
    merge: [PackerFn.merge([{ a: 1, b: 1 }, { b: NASTY }]), { a: 1, b: NASTY }],
    min: [PackerFn.min([1, 2.5, -3]), -3],
    parseint: [PackerFn.parseint('-ff', 16), -255],
    pathexpand: [PackerFn.pathexpand('~/{{a'), `${os.homedir()}/{{a`],
    pow: [PackerFn.pow(2, 10), 1024],
    range: [[PackerFn.range(3), PackerFn.range(1, 3), PackerFn.range(3, 0, -2)], [[0, 1, 2], [1, 2], [3, 1]]],
    regex: [[PackerFn.regex('[{]+', 'a{{b'), PackerFn.regex('(?P<x>[{]+)', 'a{{b'), PackerFn.regex('(.)([$].)', 'a${b')], ['{{', { x: '{{' }, ['a', '${']]],
    regex_replace: [PackerFn.regexReplace('a{{b', '([{]+)', '<$1>'), 'a<{{>b'],
    regexall: [PackerFn.regexall('[{$]+', 'a${{b{'), ['${{', '{']],
    replace: [PackerFn.replace('a{{b/c/', '{{', NASTY), `a${NASTY}b/c/`],
    reverse: [PackerFn.reverse([NASTY, 'b']), ['b', NASTY]],
    rfc3339_parse: [PackerFn.rfc3339Parse(TIME), { ...PARTS, unix: Date.parse(TIME) / 1000 }],
    rsadecrypt: [PackerFn.rsadecrypt(secret, pem), NASTY],
    setintersection: [PackerFn.setintersection([['a', NASTY], [NASTY, 'b']]), [NASTY]],
    setproduct: [PackerFn.setproduct([['a', 'b'], [NASTY]]), [['a', NASTY], ['b', NASTY]]],
    setunion: [PackerFn.setunion([['b', NASTY], [NASTY]]), [NASTY, 'b']],
    sha1: [PackerFn.sha1(NASTY), digest('sha1')],
    sha256: [PackerFn.sha256(NASTY), digest('sha256')],
    sha512: [PackerFn.sha512(NASTY), digest('sha512')],
    signum: [PackerFn.signum(-3), -1],
    slice: [PackerFn.slice(['a', NASTY, 'c'], 1, 2), [NASTY]],
    sort: [PackerFn.sort(['b', NASTY, 'a']), [NASTY, 'a', 'b']],
    split: [PackerFn.split('{{', 'a{{b${c}'), ['a', 'b${c}']],
    startswith: [PackerFn.startswith(NASTY, '"${a'), true],
    strcontains: [PackerFn.strcontains(NASTY, '{{d'), true],
    strrev: [PackerFn.strrev('{{é😀'), '😀é{{'],
    substr: [[PackerFn.substr('a{{é😀', 1, 3), PackerFn.substr('abc', -2, -1)], ['{{é', 'bc']],
    sum: [PackerFn.sum([1, 2.5]), 3.5],
    templatefile: [PackerFn.templatefile(asset.file('greeting.tpl'), { name: NASTY }), `hello ${NASTY} {{.Id}}\n`],
    textdecodebase64: [PackerFn.textdecodebase64(Buffer.from(NASTY, 'utf16le').toString('base64'), 'UTF-16LE'), NASTY],
    textencodebase64: [PackerFn.textencodebase64(NASTY, 'UTF-16LE'), Buffer.from(NASTY, 'utf16le').toString('base64')],
    timeadd: [PackerFn.timeadd(TIME, '-1h'), '2020-02-03T03:05:06Z'],
    timestamp: [PackerFn.timestamp(), expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)],
    title: [PackerFn.title('ab {{cd ${e'), 'Ab {{Cd ${E'],
    trim: [PackerFn.trim('{{a}${', '{}$'), 'a'],
    trimprefix: [PackerFn.trimprefix(NASTY, '"${a}"'), NASTY.slice(6)],
    trimspace: [PackerFn.trimspace(`\n\t${NASTY} `), NASTY],
    trimsuffix: [PackerFn.trimsuffix(`${NASTY}{{`, '{{'), NASTY],
    try: [PackerFn.try([Expression.asAny('nothing.at.all'), NASTY]), NASTY],
    unix_timestamp_parse: [PackerFn.unixTimestampParse(Date.parse(TIME) / 1000), { ...PARTS, rfc3339: TIME }],
    upper: [PackerFn.upper('${a} {{é'), '${A} {{É'],
    urlencode: [PackerFn.urlencode('${a} {{é'), '%24%7Ba%7D+%7B%7B%C3%A9'],
    uuidv4: [PackerFn.uuidv4(), expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)],
    uuidv5: [PackerFn.uuidv5('dns', 'example.com'), 'cfbff0d1-9375-5685-968c-48ce8b15ae17'],
    values: [PackerFn.values({ b: NASTY, a: 1 }), [1, NASTY]],
    yamldecode: [PackerFn.yamldecode('a: ["{{b", 1]'), { a: ['{{b', 1] }],
    yamlencode: [PackerFn.yamlencode({ a: ['{{b'] }), '"a":\n- "{{b"\n'],
    zipmap: [PackerFn.zipmap([NASTY, 'b'], [1, NASTY]), { [NASTY]: 1, b: NASTY }],
  };
  const results = evaluated(() => Object.fromEntries(Object.entries(cases).map(([name, [value]]) => [name, value])));

  // THEN
  expect(Object.keys(cases)).toEqual(expect.arrayContaining(Object.keys(CALLS)));
  for (const [name, [, expected]] of Object.entries(cases)) { expect([name, results[name]]).toEqual([name, expected]); }
  expect(zlib.gunzipSync(Buffer.from(results.base64gzip, 'base64')).toString()).toBe(NASTY);
});

test('the elements of a list that only Packer knows become arguments', () => {
  const results = evaluated((image) => {
    const ports = new Variable(image, 'ports', { type: 'list(number)', default: [80, 443] });
    const lists = new Local(image, 'lists', { expression: [['a'], ['b', 'c']] });
    return {
      max: PackerFn.max(ports.listValue),
      format: PackerFn.format('%d-%d', ports.listValue),
      concat: PackerFn.concat(lists.listValue),
      coalesce: PackerFn.coalesce(PackerFn.split(',', ',b')),
    };
  });

  expect(results).toEqual({ max: 443, format: '80-443', concat: ['a', 'b', 'c'], coalesce: 'b' });
});

test('numbers keep all their digits when they are written as an expression', () => {
  const { number, text } = evaluated(() => {
    const value = Expression.asNumber('123456789012345678901234567890');
    return { number: PackerFn.jsonencode(value), text: `n ${value}` };
  });

  expect([number, text]).toEqual(['123456789012345678901234567890', 'n 123456789012345678901234567890']);
});

test.each<[string, any, string]>([
  ['a text', PackerFn.upper('a{{b'), 'A{{B'],
  ['what a file holds', PackerFn.base64decode(base64('{{x}}')), '{{x}}'],
  ['a value of any type', PackerFn.lookup({ a: '{{b' }, 'a', ''), '{{b'],
  ['a value without braces', PackerFn.element([1, 2], 1), '2'],
  ['a match', PackerFn.regex('[{]+', 'a{{b'), '{{'],
  ['a value that passes', PackerFn.try(['{{a']), '{{a'],
  ['a number of characters', PackerFn.length('{{'), '2'],
])('%s arrives with all braces where Packer renders Go templates', (_, content, expected) => {
  // GIVEN
  const folder = temporaryFolder();
  const app = new PackerApp({ outdir: folder });
  new FileSource(new Image(app, 'image'), 'f', { content, target: 'out' });

  // WHEN
  app.synth();
  packer(folder, 'build', 'images/image');

  // THEN
  expect(fs.readFileSync(path.join(folder, 'out'), 'utf8')).toBe(expected);
});

test.each<[string, any]>([
  ['split', PackerFn.split('{|', 'a{{b{|c{{d')],
  ['concat', PackerFn.concat([['a{{b'], PackerFn.split('|', 'c{{d')])],
  ['regexall', PackerFn.regexall('[a-d{]+', 'a{{b c{{d')],
])('the texts of a list arrive with all braces too: %s', (_, files) => {
  // GIVEN
  const folder = temporaryFolder();
  const app = new PackerApp({ outdir: folder });
  const image = new Image(app, 'image');
  new FileSource(image, 'f', { content: 'x', target: 'out' });
  const chain = new PostProcessorChain(image, 'chain');
  new PostProcessor(chain, 'files', { type: 'artifice', configuration: { files } });
  new ManifestPostProcessor(chain, 'manifest', { output: 'files.json' });
  for (const name of ['a{{b', 'c{{d']) { fs.writeFileSync(path.join(folder, name), ''); }

  // WHEN
  app.synth();
  packer(folder, 'build', 'images/image');

  // THEN
  const { builds: [build] } = JSON.parse(fs.readFileSync(path.join(folder, 'files.json'), 'utf8'));
  expect(build.files.map(({ name }: { name: string }) => name)).toEqual(['a{{b', 'c{{d']);
});
