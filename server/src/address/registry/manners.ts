import { LookUpProblem } from './lookUpProblem';
import { registryOf } from './registryHosts';
import type { Clock } from './transport';

/** Least time between two questions to the same registry, in ms. */
const PAUSE = 1500;
/** Registries that ask for longer ones: LACNIC allows ten questions a minute (RDAP terms of use). */
const LONG_PAUSES: ReadonlyMap<string, number> = new Map([['LACNIC', 6500]]);
/** How long a registry is let be that asks for it without saying how long, in ms; doubled each time it asks again. */
const REST = 60_000;
const LONGEST_REST = 60 * 60_000;
/** A question waits this long for its turn, in ms; one that would wait longer is given up at once. */
const PATIENCE = 20_000;

interface RegistryState {
  /** Resolves when the questions before are answered. */
  turn: Promise<unknown>;
  /** No question before this moment (ms since 1970-01-01 UTC). */
  notBefore: number;
  /** Times in a row that it asked to be let be. */
  refusals: number;
}

/** Asks each registry one thing at a time, with pauses, and lets those be that ask for it, as long as the process runs. */
export class Manners {
  readonly #states = new Map<string, RegistryState>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Asks a host when its registry's turn has come.
   * @throws LookUpProblem `busy` where the registry asked to be let be for longer than anybody would wait
   */
  async ask<Answer>(host: string, signal: AbortSignal, question: () => Promise<Answer>): Promise<Answer> {
    const state = this.#stateOf(host);
    const answer = state.turn.then(() => this.#askNow(state, host, signal, question));
    state.turn = answer.catch(() => undefined);
    return answer;
  }

  /**
   * Notes that a host asks to be let be.
   * @param retryAfter the header field of that name (RFC 9110 §10.2.3): seconds or a date
   */
  letBe(host: string, retryAfter?: string): void {
    const state = this.#stateOf(host);
    const rest = this.#restOf(retryAfter) ?? REST * 2 ** state.refusals;
    state.refusals++;
    state.notBefore = Math.max(state.notBefore, this.#clock.now() + Math.min(rest, LONGEST_REST));
  }

  async #askNow<Answer>(
    state: RegistryState,
    host: string,
    signal: AbortSignal,
    question: () => Promise<Answer>,
  ): Promise<Answer> {
    signal.throwIfAborted();
    const wait = state.notBefore - this.#clock.now();
    if (wait > PATIENCE) throw new LookUpProblem('busy', host);
    if (wait > 0) await this.#clock.wait(wait, signal);
    const refusals = state.refusals;
    try {
      return await question();
    } finally {
      if (state.refusals === refusals) state.refusals = 0;
      const pause = LONG_PAUSES.get(registryOf(host)) ?? PAUSE;
      state.notBefore = Math.max(state.notBefore, this.#clock.now() + pause);
    }
  }

  #stateOf(host: string): RegistryState {
    const registry = registryOf(host);
    const state = this.#states.get(registry) ?? { turn: Promise.resolve(), notBefore: 0, refusals: 0 };
    this.#states.set(registry, state);
    return state;
  }

  #restOf(retryAfter: string | undefined): number | undefined {
    if (retryAfter === undefined) return undefined;
    const rest = /^\d{1,9}$/.test(retryAfter.trim())
      ? Number(retryAfter) * 1000
      : Date.parse(retryAfter) - this.#clock.now();
    return Number.isFinite(rest) && rest > 0 ? rest : undefined;
  }
}
