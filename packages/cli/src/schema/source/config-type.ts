import { GoModule } from './go-module';
import { GoFile, GoPackage } from './go-package';
import { noConfigType } from '../errors';

/** A Go struct, and where its name was read. */
export interface GoStruct {
  readonly path: string;
  readonly name: string;
}

/**
 * The struct whose options `ConfigSpec` or `OutputSpec` of a component tells: that of a field (`b.config.FlatMapstructure()`), or one
 * that is made for it (`new(Config).FlatMapstructure()`).
 */
export function structToldBy(method: string, goType: string, own: GoPackage, module: GoModule): GoStruct {
  const head = new RegExp(`^func \\((?:(\\w+) )?\\*?${goType}\\) ${method}\\(\\)`);
  for (const file of own.files) {
    const place = file.lines.findIndex((line) => head.test(line));
    if (place < 0) { continue; }
    const body = bodyFrom(file, place);
    const [, made] = /(?:new\(|&|\()\(?&?([\w.]+?)(?:\{\})?\)*\.FlatMapstructure\(\)\.HCL2Spec\(\)/.exec(body) ?? [];
    const [, field] = /\b\w+\.(\w+)\.FlatMapstructure\(\)\.HCL2Spec\(\)/.exec(body) ?? [];
    // `p.FlatMapstructure()`: the options are fields of the component itself.
    const itself = /return \w+\.FlatMapstructure\(\)\.HCL2Spec\(\)/.test(body) ? goType : undefined;
    const type = field ? typeOfField(field, goType, own) : { file, type: made ?? itself };
    if (!type?.type) { throw noConfigType(file.path, place, `${goType}.${method}`); }
    return module.typeIn(type.file, own, type.type);
  }
  // Embedded in the type, so that it is another type's: what nearly all components call it.
  if (method === 'ConfigSpec') { return { path: own.path, name: 'Config' }; }
  throw noConfigType(own.path, undefined, `${goType}.${method}`);
}

/** The type of a field of a struct; of an embedded one its own name is the type's. */
function typeOfField(field: string, struct: string, own: GoPackage): { readonly file: GoFile; readonly type: string } | undefined {
  for (const file of own.files) {
    const place = file.lines.findIndex((line) => line.startsWith(`type ${struct} struct {`));
    if (place < 0) { continue; }
    const body = file.lines.slice(place + 1);
    for (const line of body.slice(0, body.indexOf('}'))) {
      const [, type] = new RegExp(`^\\s*${field}\\s+\\*?([\\w.]+)`).exec(line) ?? new RegExp(`^\\s*\\*?((?:\\w+\\.)?${field})\\s*(?:\`|//|$)`).exec(line) ?? [];
      if (type) { return { file, type }; }
    }
  }
  return undefined;
}

function bodyFrom({ lines }: GoFile, place: number): string {
  if (lines[place].endsWith('}')) { return lines[place].slice(lines[place].indexOf(') ') + 2); }
  return lines.slice(place, lines.indexOf('}', place)).join('\n');
}
