import { PROGRAM } from './program.generated';

/** Kinds of texts, as `server/assembly/columns.ts` numbers them. */
export const Texts = { client: 0, method: 1, path: 2, query: 3, referrer: 4, agent: 5, endpoint: 6 } as const;
export type Texts = (typeof Texts)[keyof typeof Texts];

/** Where bytes can be put, as `server/assembly/areas.ts` numbers it. */
export const Area = { lines: 0, text: 1 } as const;
export type Area = (typeof Area)[keyof typeof Area];

/** What `server/assembly/index.ts` exports, where it is explained. Places are offsets into the memory. */
export interface Program {
  readonly memory: { readonly buffer: ArrayBuffer };
  reset(seed: bigint): void;
  roomFor(area: Area, bytes: number): number;
  readLines(start: number, limit: number, hasReferrer: boolean): number;
  readonly stoppedAt: Place;
  readonly knownTime: Place;
  setMidnight(seconds: number): void;
  intern(kind: Texts, text: number, length: number): number;
  endpointOf(method: number, path: number): number;
  textCount(kind: Texts): number;
  textBytes(kind: Texts): number;
  textEnds(kind: Texts): number;
  readonly MOST_ROWS: Place;
  readonly lineStarts: Place;
  readonly times: Place;
  readonly clients: Place;
  readonly endpoints: Place;
  readonly queries: Place;
  readonly statuses: Place;
  readonly sizes: Place;
  readonly referrers: Place;
  readonly agents: Place;
}

/** A number that the program exports. */
interface Place {
  readonly value: number;
}

let compiled: WebAssembly.Module | 'impossible' | undefined;

/**
 * A running program with a memory of its own. It is so small that it is compiled in a millisecond. `undefined` on a processor
 * without the vector instructions that it needs (x86 before SSE 4.1).
 */
export function startProgram(): Program | undefined {
  compiled ??= compile(Buffer.from(PROGRAM, 'base64'));
  if (compiled === 'impossible') return undefined;
  return new WebAssembly.Instance(compiled).exports as unknown as Program;
}

function compile(bytes: Uint8Array): WebAssembly.Module | 'impossible' {
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : 'impossible';
}
