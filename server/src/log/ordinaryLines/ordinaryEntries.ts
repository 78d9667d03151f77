import type { Program } from './program';

/** The entries that the program read at once. The columns are views that hold until anything else is read or numbered. */
export class OrdinaryEntries {
  rows = 0;
  /** Where the next line begins in the chunk. */
  next = 0;
  /** Offset of all times from UTC, in minutes. */
  zone = 0;
  readonly #program: Program;
  #columns: Columns;

  constructor(program: Program) {
    this.#program = program;
    this.#columns = columnsOf(program);
  }

  /** The columns; behind `rows` there is anything in them. */
  get columns(): Columns {
    // Views are lost when the memory grows.
    if (this.#columns.time.buffer !== this.#program.memory.buffer) this.#columns = columnsOf(this.#program);
    return this.#columns;
  }
}

/** The columns of a table that ordinary lines have values for, and where the lines begin. */
export type Columns = ReturnType<typeof columnsOf>;

function columnsOf(program: Program) {
  const { buffer } = program.memory;
  const most = program.MOST_ROWS.value;
  return {
    /** Byte at which each line begins, from the beginning of the first. */
    lineStarts: new Uint32Array(buffer, program.lineStarts.value, most),
    time: new Uint32Array(buffer, program.times.value, most),
    client: new Uint32Array(buffer, program.clients.value, most),
    endpoint: new Uint32Array(buffer, program.endpoints.value, most),
    query: new Uint32Array(buffer, program.queries.value, most),
    status: new Uint16Array(buffer, program.statuses.value, most),
    size: new Uint32Array(buffer, program.sizes.value, most),
    referrer: new Uint32Array(buffer, program.referrers.value, most),
    agent: new Uint32Array(buffer, program.agents.value, most),
  };
}
