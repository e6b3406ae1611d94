import { Socket } from 'node:net';
import { componentEnvironment } from './bare-environment';
import { openMainConnection } from './broker';
import { GuardedProcess } from './child-process';
import { Deadlines, DEADLINES, within } from './deadlines';
import { Address, addressIn } from './handshake';
import { inPrivateDirectory } from './private-directory';
import { RpcClient } from './rpc-client';
import { YamuxStream } from './yamux-stream';
import { componentFailed } from '../errors';

/** How a component is started. */
export interface ComponentCommand {
  readonly file: string;
  readonly args: readonly string[];
}

/** How long to wait for what a process says of its end, when the connection broke. */
const LAST_WORDS = 500;

/** Starts a component, asks it, and ends it. Nothing of it is left, whatever happens. */
export async function askComponent(
  { file, args }: ComponentCommand, methods: readonly string[], deadlines: Deadlines = DEADLINES,
): Promise<Array<{ readonly [name: string]: unknown }>> {
  return inPrivateDirectory(async (directory) => {
    const child = new GuardedProcess(file, args, { env: componentEnvironment(directory), cwd: directory });
    try {
      return await converse(child, methods, deadlines);
    } catch (error) {
      // A crash breaks the connection first; what the process says of it comes a moment later and says more.
      const how = await within(LAST_WORDS, 'the end', child.ended).catch(() => undefined);
      throw componentFailed(error as Error, how, child.stderr);
    } finally {
      child.kill();
      await child.ended;
    }
  });
}

async function converse(child: GuardedProcess, methods: readonly string[], deadlines: Deadlines) {
  const line = await within(deadlines.handshake, 'starting', child.firstLine());
  const socket = new Socket();
  const stream = await within(deadlines.connection, 'connecting', connected(socket, addressIn(line))).catch((error) => {
    socket.destroy();
    throw error;
  });
  try {
    const client = new RpcClient(stream);
    const replies = [];
    for (const method of methods) { replies.push(await within(deadlines.call, `the answer to ${method}`, client.call(method))); }
    stream.close();
    await child.leave(deadlines.exit);
    return replies;
  } finally {
    socket.destroy();
  }
}

async function connected(socket: Socket, address: Address): Promise<YamuxStream> {
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.connect(address, () => { socket.off('error', reject); resolve(); });
  });
  const stream = new YamuxStream(socket);
  await openMainConnection(stream);
  return stream;
}
