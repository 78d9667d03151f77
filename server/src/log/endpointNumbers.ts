import type { PairNumbers } from './textNumbers';

/** An endpoint's key is `path * METHOD_RANGE + method`, which stays below 2^53. */
const METHOD_RANGE = 2 ** 20;
const FIRST_PATHS = 1024;

/** The distinct pairs of a method and a path, by the numbers of both, numbered from 0 in order of first appearance. */
export class EndpointNumbers implements PairNumbers {
  readonly #byKey = new Map<number, number>();
  readonly #methods: number[] = [];
  readonly #paths: number[] = [];
  /** How many endpoints were given away. */
  #taken = 0;
  /** Endpoint of each path's last request: most paths are asked for with one method. */
  #lastOfPath = new Int32Array(FIRST_PATHS).fill(-1);

  /** Number of the endpoint, a new one when it was never seen. */
  intern(method: number, path: number): number {
    const guess = this.#lastOfPath[path] ?? -1;
    if (guess >= 0 && this.#methods[guess] === method) return guess;
    const key = path * METHOD_RANGE + method;
    const id = this.#byKey.get(key) ?? this.#add(key, method, path);
    if (path >= this.#lastOfPath.length) this.#makeRoom(path);
    this.#lastOfPath[path] = id;
    return id;
  }

  /** Methods and paths of the endpoints that were new since the last call; numbers go on from those before. */
  take(): { method: Uint32Array; path: Uint32Array } {
    const from = this.#taken;
    this.#taken = this.#paths.length;
    return { method: Uint32Array.from(this.#methods.slice(from)), path: Uint32Array.from(this.#paths.slice(from)) };
  }

  #add(key: number, method: number, path: number): number {
    const id = this.#paths.length;
    this.#byKey.set(key, id);
    this.#methods.push(method);
    this.#paths.push(path);
    return id;
  }

  #makeRoom(path: number): void {
    const larger = new Int32Array(Math.max(path + 1, this.#lastOfPath.length * 2)).fill(-1);
    larger.set(this.#lastOfPath);
    this.#lastOfPath = larger;
  }
}
