import { DictionaryBuilder, type DictionaryData } from './dictionary';
import type { TextColumn } from './logTable';

/** A dictionary for each column of texts. */
export class TextBuilders implements Record<TextColumn, DictionaryBuilder> {
  readonly client = new DictionaryBuilder();
  readonly method = new DictionaryBuilder();
  readonly path = new DictionaryBuilder();
  readonly query = new DictionaryBuilder();
  readonly referrer = new DictionaryBuilder();
  readonly agent = new DictionaryBuilder();
  readonly user = new DictionaryBuilder();
  readonly vhost = new DictionaryBuilder();
  readonly message = new DictionaryBuilder();

  /** The texts that were new since the last call; their numbers go on from those before. */
  take(): Record<TextColumn, DictionaryData> {
    return {
      client: this.client.take(),
      method: this.method.take(),
      path: this.path.take(),
      query: this.query.take(),
      referrer: this.referrer.take(),
      agent: this.agent.take(),
      user: this.user.take(),
      vhost: this.vhost.take(),
      message: this.message.take(),
    };
  }
}
