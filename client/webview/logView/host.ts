import * as shared from '../shared/host';
import type { HostMessage, Questions, ViewMessage } from './messages';

/** The extension, as the viewer talks to it: what it asks is answered. */
export class Host extends shared.Host<{ heard: HostMessage; said: ViewMessage }> {
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  #questions = 0;

  /** @param onMessage told what the extension says of its own */
  override listen(onMessage: (message: HostMessage) => void): void {
    super.listen((message) => {
      if (message.type !== 'answer') return onMessage(message);
      this.#waiting.get(message.id)?.(message.answer);
      this.#waiting.delete(message.id);
    });
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
}
