import { Missing } from './say.mjs';
import { isAtLeast } from './versions.mjs';

const NODE = '20.16.0';

/** Checks what has to be there before anything else can run. */
export function checkPrerequisites() {
  if (!isAtLeast(process.versions.node, NODE)) {
    throw new Missing(`Node ${NODE} or newer is needed, this is ${process.versions.node}: install it from https://nodejs.org`);
  }
}
