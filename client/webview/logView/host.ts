import type { HostMessage, Questions, ViewMessage } from './messages';

/** What VS Code gives to the script of a webview, once. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension, as the page talks to it. */
export class Host {
  readonly #api = acquireVsCodeApi();
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  #questions = 0;

  /** @param onMessage told what the extension says of its own */
  listen(onMessage: (message: HostMessage) => void): void {
    window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
      if (data.type !== 'answer') return onMessage(data);
      this.#waiting.get(data.id)?.(data.answer);
      this.#waiting.delete(data.id);
    });
  }

  send(message: ViewMessage): void {
    this.#api.postMessage(message);
  }

  /** Asks something; `undefined` when the extension could not answer. */
  ask<Kind extends keyof Questions>(
    kind: Kind,
    ask: Questions[Kind]['ask'],
  ): Promise<Questions[Kind]['answer'] | undefined> {
    const id = ++this.#questions;
    return new Promise((resolve) => {
      // The kind ties question and answer together.
      this.#waiting.set(id, (answer) => resolve(answer as Questions[Kind]['answer'] | undefined));
      this.send({ type: 'ask', id, kind, ask } as ViewMessage);
    });
  }

  /** What was kept when the page was last hidden. */
  get kept(): unknown {
    return this.#api.getState();
  }

  /** Keeps plain data for when the page is shown again. */
  keep(state: unknown): void {
    this.#api.setState(state);
  }
}
