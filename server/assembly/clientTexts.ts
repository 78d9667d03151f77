import { allocate, release } from './arena';

const FIRST_CLIENTS: usize = 4096;
/** Numbers of the referrer and the agent, side by side in the processor's cache. */
const CLIENT_BYTES: usize = 8;

let last: usize = 0;
let clients: usize = 0;

export function startClientTexts(): void {
  last = allocate(FIRST_CLIENTS * CLIENT_BYTES);
  clients = FIRST_CLIENTS;
  memory.fill(last, 0xff, FIRST_CLIENTS * CLIENT_BYTES);
}

/**
 * Where the numbers of the referrer and, 4 bytes behind, the agent of a client's last entry are kept; -1 where none was seen. A
 * client's next entry nearly always has the agent of its last one, and often the referrer. Clients are numbered in order.
 */
export function lastTextsOf(client: usize): usize {
  if (client >= clients) makeRoom();
  return last + client * CLIENT_BYTES;
}

function makeRoom(): void {
  const bytes = clients * CLIENT_BYTES;
  const larger = allocate(bytes * 2);
  memory.copy(larger, last, bytes);
  memory.fill(larger + bytes, 0xff, bytes);
  release(last, bytes);
  last = larger;
  clients *= 2;
}
