import type { LogFacts, LogFormat } from './formats/logFormat';
import { formatsWith, logFormats } from './formats/table';
import { compileUserFormats } from './userFormats/userFormats';

/** What was compiled last: the user's formats seldom change, and every log asks for them. */
let last: { readonly texts: readonly string[]; readonly formats: readonly LogFormat[] } | undefined;

/** Every format that a log may be in, the user's first; those of them that can't be understood are left out. */
export function knownFormats({ userFormats: texts = [] }: Pick<LogFacts, 'userFormats'>): readonly LogFormat[] {
  if (texts.length === 0) return logFormats;
  if (last?.texts.length !== texts.length || !last.texts.every((text, index) => text === texts[index])) {
    last = { texts, formats: formatsWith(compileUserFormats(texts).formats) };
  }
  return last.formats;
}

/** The formats in which lines of a log are tried, its own before all others. */
export function formatsOfLog(own: string, facts: Pick<LogFacts, 'userFormats'>): readonly LogFormat[] {
  const formats = knownFormats(facts);
  return [...formats.filter(({ id }) => id === own), ...formats.filter(({ id }) => id !== own)];
}
