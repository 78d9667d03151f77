import type { Incident } from '../../incident/incident';
import type { Task } from '../../incident/notice/task';
import type { Language } from '../../jobs';
import { currentLanguage, inLanguage } from '../../language';
import { replyToHost } from '../../report/reply/replyToHost';

/** A draft of the reply in the language of the host's mail; without a mail, in the user's. */
export async function replyInHostsLanguage(
  incident: Incident,
  done: readonly Task[],
  languageOf: (locale: string) => Promise<Language>,
): Promise<string> {
  const locale = incident.notice?.language;
  const language = locale === undefined ? currentLanguage() : await languageOf(locale);
  return inLanguage(language, () => replyToHost({ incident, done: new Set(done) }));
}
