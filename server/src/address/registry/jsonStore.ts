/** A JSON value that is kept from one session to the next. */
export interface JsonStore {
  /** What was kept; `undefined` for nothing, and for what can't be read. Never rejects. */
  load(): Promise<unknown>;
  /** Keeps a value in the place of what was kept. Never rejects: what can't be kept is asked for again. */
  save(value: unknown): Promise<void>;
}

/** Keeps nothing beyond the process. */
export const forgetfulStore: JsonStore = { load: () => Promise.resolve(undefined), save: () => Promise.resolve() };
