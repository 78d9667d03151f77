import type { Certainty, InjectionSign } from '../../site/injection/injection';
import { t } from '../../words';

/** What an injection does, for a reader who does not program. */
export const injectionMeanings: Readonly<Record<InjectionSign, () => string>> = {
  hiddenScript: () => t('loads a program from another site and hides its address'),
  hiddenCode: () => t('unpacks code that is written so that nobody can read it, and runs it'),
  hiddenAddress: () => t('hides the address of another site'),
  packedPart: () => t('has unreadable code beside readable code'),
  signsOnly: () => t('has code that is written in signs alone, so that nobody can read it'),
  outsidePage: () => t('loads a program of another site before the beginning or behind the end of the page'),
  behindLibrary: () => t('loads a program of another site behind the end of a well-known library'),
  severalScripts: () => t('loads a program of another site, as other scripts of the site do at their beginning or end'),
  chosenVisitors: () => t('runs what another server answers, but only for some visitors'),
  hiddenFrame: () => t('shows another site in a frame that nobody can see'),
  hiddenTarget: () => t('sends visitors to another site and hides its address'),
  fromSearch: () => t('sends visitors who come from a search engine to another site'),
  telephones: () => t('sends visitors with telephones to another site'),
  cardData: () => t('sends what visitors type into a payment form to another site'),
  password: () => t('sends the passwords that visitors type to another site'),
  miner: () => t('has the computers of visitors calculate for strangers'),
  hiddenLinks: () => t('has links to other sites that visitors cannot see'),
  command: () => t('puts a command on the clipboard of visitors and has them run it'),
};

/** How sure that is, in a sentence. */
export const certaintyWords: Readonly<Record<Certainty, () => string>> = {
  confirmed: () => t('Honest pages do not do this: somebody put it there.'),
  likely: () => t('Hardly an honest page does this; most likely somebody put it there.'),
  check: () => t('Some honest pages do this, so someone who knows the site should look at it.'),
};
