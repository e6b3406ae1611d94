import * as fs from 'fs';
import * as path from 'path';

export const ROOT = path.join(__dirname, '..', '..');

/** What jsii says of one exported type. */
export interface ExportedType {
  readonly fqn: string;
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  /** An interface of options. */
  readonly datatype?: boolean;
  readonly docs?: Docs;
  readonly properties?: Member[];
  readonly methods?: Member[];
  readonly members?: Member[];
  readonly locationInModule: { readonly filename: string };
}

export interface Member {
  readonly name: string;
  readonly docs?: Docs;
  readonly optional?: boolean;
  /** The type that describes the member. */
  readonly overrides?: string;
}

export interface Docs {
  readonly summary?: string;
  readonly see?: string;
  readonly default?: string;
}

/** Every type that the packages of this repository export. */
export function exportedTypes(): ExportedType[] {
  return ['.', ...fs.readdirSync(path.join(ROOT, 'packages')).map((name) => `packages/${name}`)]
    .map((folder) => path.join(ROOT, folder, '.jsii'))
    .filter((file) => fs.existsSync(file))
    .flatMap((file) => Object.values<ExportedType>(JSON.parse(fs.readFileSync(file, 'utf8')).types));
}

/** The members that a type declares. */
export function membersOf({ properties = [], methods = [], members = [] }: ExportedType): Member[] {
  return [...properties, ...methods, ...members];
}
