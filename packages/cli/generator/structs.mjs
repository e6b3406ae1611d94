// Structs of a plugin that become interfaces: nested blocks, and options that several components share.
import { interfaceName } from './names.mjs';

/** The structs of one folder. Equal ones are one. */
export class Structs {
  constructor(folder) {
    this.folder = folder;
    this.bySignature = new Map();
  }

  /** @param where says what uses the struct, for its comment */
  intern({ struct, options, requirements, name, summary }, where) {
    const signature = JSON.stringify([struct, options.map(({ block, ...facts }) => [facts, block?.signature]), requirements]);
    let found = this.bySignature.get(signature);
    if (!found) {
      found = { struct, options, requirements, name, summary, signature, folder: this.folder, uses: [] };
      this.bySignature.set(signature, found);
    }
    found.uses.push(where);
    return found;
  }

  /** Names the structs that have no name yet; those that are used most come first. */
  nameAll(taken = []) {
    const names = [...taken, ...this.all().flatMap(({ name }) => name ?? [])];
    const nameless = this.all().filter(({ name }) => !name).sort((a, b) => b.uses.length - a.uses.length);
    for (const struct of nameless) {
      struct.name = interfaceName(struct.struct, names);
      names.push(struct.name);
    }
  }

  all() {
    return [...this.bySignature.values()];
  }
}

/** The struct of a nested block: `[]common.FlatBlockDevice` in `ebs.Config` is `common.BlockDevice`, `*FlatX` is `ebs.X`. */
export function structOf({ goType, declaredIn }) {
  const [, goPackage, name] = /^(?:\[\]|\*)*(?:(\w+)\.)?(?:Flat)?(\w+)$/.exec(goType);
  return `${goPackage ?? declaredIn.split('.')[0]}.${name}`;
}
