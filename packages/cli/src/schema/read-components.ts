import { availableParallelism } from 'node:os';
import { KINDS } from './component-kinds';
import { ComponentFacts, ComponentKind, inOrder, ReadFacts, UnreadComponent } from './facts';
import { askComponent, ComponentCommand } from './rpc/component';
import { Deadlines } from './rpc/deadlines';
import { specFromGob } from './spec/gob-spec';
import { specFromProtobuf } from './spec/protobuf-spec';
import { fieldsOf } from './spec/spec';

/** The encodings in which a component can tell its specification. */
export type Encoding = 'protobuf' | 'gob';

/** A component that can be asked. */
export interface AskedComponent {
  readonly kind: ComponentKind;
  readonly type: string;
  readonly command: ComponentCommand;
  readonly encoding: Encoding;
}

const SPEC_FROM = { protobuf: specFromProtobuf, gob: specFromGob };

/** Asks every component for its options, as many at a time as there are processors. */
export async function readComponents(components: readonly AskedComponent[], deadlines?: Deadlines): Promise<Omit<ReadFacts, 'version'>> {
  const read: ComponentFacts[] = [];
  const unread: UnreadComponent[] = [];
  const waiting = [...components];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { kind, type } = next;
      await readComponent(next, deadlines).then((facts) => read.push(facts), (error: Error) => unread.push({ kind, type, error }));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return { components: inOrder(read), unread: inOrder(unread) };
}

async function readComponent({ kind, type, command, encoding }: AskedComponent, deadlines?: Deadlines): Promise<ComponentFacts> {
  const names = kind === 'data-source' ? ['ConfigSpec', 'OutputSpec'] : ['ConfigSpec'];
  const replies = await askComponent(command, names.map((name) => `${KINDS[kind].service}.${name}`), deadlines);
  const [fields, outputs] = replies.map((reply, place) => {
    const bytes = reply[names[place]];
    if (!(bytes instanceof Uint8Array)) { throw new Error(`it answered without a ${names[place]}`); }
    return fieldsOf(SPEC_FROM[encoding](bytes));
  });
  return { kind, type, fields, ...outputs && { outputs } };
}
