import { DictionaryBuilder, type DictionaryData } from './dictionary';
import type { TextColumn } from './logTable';
import type { TextNumbers } from './textNumbers';

/** What numbers the texts of each column. */
export type TextBuilders = Readonly<Record<TextColumn, TextNumbers>>;

/** A dictionary for each column of texts, but for those whose texts are numbered elsewhere. */
export function textBuilders(elsewhere: Partial<TextBuilders> = {}): TextBuilders {
  return {
    client: elsewhere.client ?? new DictionaryBuilder(),
    method: elsewhere.method ?? new DictionaryBuilder(),
    path: elsewhere.path ?? new DictionaryBuilder(),
    query: elsewhere.query ?? new DictionaryBuilder(),
    referrer: elsewhere.referrer ?? new DictionaryBuilder(),
    agent: elsewhere.agent ?? new DictionaryBuilder(),
    user: elsewhere.user ?? new DictionaryBuilder(),
    vhost: elsewhere.vhost ?? new DictionaryBuilder(),
    message: elsewhere.message ?? new DictionaryBuilder(),
  };
}

/** The texts that were new since the last call; their numbers go on from those before. */
export function takeTexts(builders: TextBuilders): Record<TextColumn, DictionaryData> {
  return {
    client: builders.client.take(),
    method: builders.method.take(),
    path: builders.path.take(),
    query: builders.query.take(),
    referrer: builders.referrer.take(),
    agent: builders.agent.take(),
    user: builders.user.take(),
    vhost: builders.vhost.take(),
    message: builders.message.take(),
  };
}
