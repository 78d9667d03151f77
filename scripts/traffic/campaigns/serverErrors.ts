import type { LoggedRequest } from '../lines';
import { drawStart, MINUTE, type Campaign, type Scene } from './campaign';

/** Files that the server hands out without any program. */
const STATIC = /\.(?:css|js|woff2|webp|svg|mp4|ico|png|jpg|txt)(?:\?|$)/;
const BROKEN = 0.9;

/** The data base is gone for some minutes: whatever needs a program fails, whoever asks. */
export class ServerErrors {
  readonly #scene: Scene;
  readonly #from: number;
  readonly #to: number;
  readonly #failed: LoggedRequest[] = [];
  readonly #status: number;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#status = scene.random.pick([500, 502, 503]);
    const length = scene.random.integer(5, 25) * MINUTE;
    this.#from = drawStart(scene, length);
    this.#to = this.#from + length;
  }

  /** The request with what the broken server answers. */
  apply(request: LoggedRequest): LoggedRequest {
    if (request.time < this.#from || request.time >= this.#to || STATIC.test(request.target)) return request;
    if (request.status >= 400 || !this.#scene.random.chance(BROKEN)) return request;
    const failed = { ...request, status: this.#status, bytes: 2_816 };
    this.#failed.push(failed);
    return failed;
  }

  /** What came of it; complete when all requests were applied. */
  get campaign(): Campaign {
    return {
      family: 'server-errors',
      meaning: 'The programs of the site fail for some minutes.',
      worked: true,
      requests: this.#failed,
      clientsAreVictims: true,
    };
  }
}
