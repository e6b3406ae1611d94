import { Fn, IResolvable, IResolveContext, propertyAccess, ref, TerraformStack, Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { Source } from 'cdk-packer';
import { ArtifactPlace, chainOf, productionAt } from 'cdk-packer/lib/image/artifact-place';
import { partExpression, partExpressionAt } from 'cdk-packer/lib/image/artifact-part';
import { ArtifactPart, ArtifactValues, describePart, partAt } from 'cdk-packer/lib/image/artifact-values';
import { targetAddress } from 'cdk-packer/lib/image/target';
import { ArtifactUse } from 'cdk-packer/lib/references/foreign-values';
import { escapeBackslashes, foundPart } from './found-part';
import { artifactAddress, directoryName } from './resource-names';

const ARTIFACT_REFERENCE = Symbol.for('cdk-packer.ArtifactReference');

/** A part of an artifact as a value of Terraform: a token that says which target it is of. */
export class ArtifactReference implements IResolvable {
  /** Whether `token` is such a reference (of any copy of this package). */
  public static isArtifactReference(token: object): token is ArtifactReference {
    return ARTIFACT_REFERENCE in token;
  }

  public readonly creationStack: string[] = [];
  /** What the value is made of. */
  public readonly use: ArtifactUse;

  constructor(private readonly place: ArtifactPlace, private readonly asked: ArtifactPart, private readonly value: () => any) {
    this.use = { image: place.image, address: targetAddress(place), isPath: asked.kind === 'file' };
    Object.defineProperty(this, ARTIFACT_REFERENCE, { value: true });
  }

  /** Which part of the artifact it is. */
  public get part(): string {
    return describePart(partAt(this.place, this.asked));
  }

  public resolve(_context: IResolveContext): any {
    return this.value();
  }

  public toString(): string {
    return Token.asString(this);
  }
}

/** Gives the artifacts of one image as tokens. Each is made once, so that it is right in every stack that uses it. */
export class TerraformArtifacts implements ArtifactValues {
  private readonly records = new Map<Source, any>();
  private readonly directories = new Map<Source, any>();
  private readonly references = new Map<string, ArtifactReference>();

  constructor(private readonly image: IConstruct, private readonly stack: TerraformStack) {}

  public text(place: ArtifactPlace, part: ArtifactPart): string {
    return Token.asString(this.reference(place, part));
  }

  public list(place: ArtifactPlace, part: ArtifactPart): string[] {
    return Token.asList(this.reference(place, part));
  }

  public map(place: ArtifactPlace, part: ArtifactPart): { [key: string]: string } {
    return Token.asStringMap(this.reference(place, part));
  }

  /** The run of Packer that built the artifact. Unlike some ids it is another one after every build. */
  public run(source: Source): any {
    return propertyAccess(this.record(source), ['run']);
  }

  private reference(place: ArtifactPlace, part: ArtifactPart): ArtifactReference {
    const key = JSON.stringify([place.source.node.addr, place.postProcessor?.node.addr, part]);
    let reference = this.references.get(key);
    if (!reference) {
      reference = new ArtifactReference(place, part, () => this.value(place, part));
      this.references.set(key, reference);
    }
    return reference;
  }

  private value(place: ArtifactPlace, part: ArtifactPart): any {
    const { source } = place;
    const chain = chainOf(place);
    const at = (...path: string[]) => propertyAccess(this.record(source), [...(chain === undefined ? [] : ['chains', String(chain)]), ...path]);
    switch (part.kind) {
      case 'id': {
        const { grammar } = productionAt(place);
        const expression = partExpression(grammar, 'id');
        if (expression) { return foundPart(expression, at('id')); }
        return grammar.form === 'regions' ? Fn.one(Fn.values(at('ids'))) : at('id');
      }
      case 'part': return foundPart(partExpressionAt(place, part.name), at('id'));
      case 'region': return at('ids', part.region);
      case 'volumes':
      case 'snapshots': return at(part.kind, part.region);
      case 'file': {
        const names = Fn.join('\n', Token.asList(at('files')));
        const matching = Token.asString(Fn.one(Token.asList(Fn.regexall(escapeBackslashes(globExpression(part.glob)), names))));
        return Fn.join('/', [Token.asString(this.directory(source)), matching]);
      }
      default: return at(part.kind);
    }
  }

  private record(source: Source): any {
    return once(this.records, source, () => ref(`${artifactAddress(this.stack, this.image, source)}.output`, this.stack));
  }

  private directory(source: Source): any {
    return once(this.directories, source, () => ref(`local.${directoryName(this.stack, this.image, source)}`, this.stack));
  }
}

function once(known: Map<Source, any>, source: Source, make: () => any): any {
  if (!known.has(source)) { known.set(source, make()); }
  return known.get(source);
}

/** The regular expression, over lines, that matches what a glob does. */
export function globExpression(glob: string): string {
  // An artifact without files gives one empty line, which is no name.
  if (/^\*+$/.test(glob)) { return `(?m)^${glob === '*' ? '[^/\\n]' : '.'}+$`; }
  const body = glob.replace(/\*\*|[^\w/\u0080-\uffff-]/g, (found) => {
    switch (found) {
      case '**': return '.*';
      case '*': return '[^/\\n]*';
      case '?': return '[^/\\n]';
      default: return `\\x${found.charCodeAt(0).toString(16).padStart(2, '0')}`;
    }
  });
  return `(?m)^${body}$`;
}
