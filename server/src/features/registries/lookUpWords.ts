import type { CrawlerCheck } from '../../address/crawler/confirmCrawler';
import type { LookUpProblem } from '../../address/registry/lookUpProblem';
import { failureText, refusalText } from '../../address/registry/lookUpTexts';
import type { NotLookedUp } from '../../address/registry/registryNetwork';
import { count } from '../../numbers';
import {
  MOST_LOOK_UPS,
  type AccessRefused,
  type AddressRefused,
  type AskedService,
  type CrawlerConfirmed,
  type CrawlerNotConfirmed,
  type LookUpFailed,
} from '../../protocol';
import { terminalText } from '../../report/terminal';
import { t } from '../../words';

/** The answer where nothing is asked as it is not allowed. */
export function accessRefused(why: AccessRefused['why'], asked: AskedService = 'registries'): AccessRefused {
  const message =
    why === 'noConsent' ? noConsentText(asked) : t('Nothing was sent: this folder is open in Restricted Mode.');
  return { kind: 'notAllowed', why, message };
}

function noConsentText(asked: AskedService): string {
  return asked === 'registries'
    ? t('Nothing was sent: asking registries about addresses has not been allowed on this computer.')
    : t('Nothing was sent: asking WordPress.org has not been allowed on this computer.');
}

/** The answer where nobody can be asked about an address. */
export function addressRefused(what: NotLookedUp): AddressRefused {
  return { kind: 'notPublic', what, message: refusalText(what) };
}

/** The answer where somebody was asked in vain. */
export function lookUpFailed(problem: LookUpProblem): LookUpFailed {
  return { kind: 'failed', reason: problem.reason, server: problem.server, message: failureText(problem) };
}

/** Says that some of many addresses were not looked up; `undefined` where all were. */
export function leftOutText(leftOut: number): string | undefined {
  if (leftOut === 0) return undefined;
  return t('{0} more addresses were not looked up: at most {1} are at once.', count(leftOut), count(MOST_LOOK_UPS));
}

/** What a check of a crawler says, in words where it is none. */
export function crawlerAnswer(check: CrawlerCheck): CrawlerConfirmed | CrawlerNotConfirmed {
  if (check.kind === 'confirmed') return check;
  const { why, host = '' } = check;
  const texts: Record<CrawlerNotConfirmed['why'], () => string> = {
    noName: () => t('The address has no name, as crawlers of search engines do. It is most probably none.'),
    otherName: () => t('The address is called {0}, which is no name of a known crawler.', terminalText(host)),
    forgedName: () =>
      t('The address is called {0}, but that name does not lead back to it: a forgery.', terminalText(host)),
  };
  return { ...check, message: texts[why]() };
}
