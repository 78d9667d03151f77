import type { LogModel } from '../../log/logModel';
import { LARGE_SIZE } from '../../log/logTable';
import { byteSize, count, percent } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { flaggedOf, flaggedRows, flagsOfMarks } from './facts/flaggedRows';
import { filesByReferrer, isOwnHost, knowsOwnHosts, referrerHost } from './facts/hosts';
import { endpointMarks, STATIC } from './facts/marks';
import { listed, logFinding, when } from './logFinding';

const options = {
  requests: {
    default: 1000,
    minimum: 50,
    unit: 'requests',
    description: () => t('Fewest files that were loaded into pages of one other site.'),
    source: 'A link in a blog that few people read brings some hundred.',
  },
  bytes: {
    default: 50,
    minimum: 1,
    unit: 'MB',
    description: () => t('Fewest bytes of these files together.'),
    source: 'Five hundred photographs of 100 KB.',
  },
  earnest: {
    default: 1000,
    minimum: 10,
    unit: 'MB',
    description: () => t('From how many bytes on the finding is a warning, or from 30% of all that the site sent.'),
    source: 'Small hosting plans count some gigabytes of transfer a day.',
  },
};

const MEGABYTE = 1024 * 1024;
const MUCH_OF_ALL = 0.3;
/** Search engines, mail, social networks and translators that show pictures of a page to who looks for it. */
const WELCOME =
  /(?:^|\.)(?:google|googleusercontent|bing|yahoo|duckduckgo|yandex|baidu|naver|ecosia|startpage|qwant|facebook|instagram|twitter|t|x|threads|pinterest|line|hatena|reddit|linkedin|feedly|inoreader|gmail|outlook|live|archive|translate|ask|goo|biglobe|nifty|docomo)\.(?:[a-z]{2,4}|co\.jp|ne\.jp|co\.uk|com\.[a-z]{2})$/;

/** Traffic of one other site. */
interface Borrower {
  readonly host: string;
  /** Its pages, by number of the referrer. */
  readonly pages: Set<number>;
  files: number;
  bytes: number;
}

/** Pages of other sites that show this site's pictures, films or files as if they were their own. */
export const bandwidthTheft = defineRule<LogModel, typeof options>({
  id: 'bandwidth-theft',
  family: 'volume',
  severity: 'information',
  title: () => t('Pictures used by other sites'),
  explanation: () =>
    t(
      'Pages of other sites show pictures, films or files straight from this server, which pays for the traffic. The people who look at those pages know nothing of it. Search engines and social networks are not counted.',
    ),
  options,
  find(model, values): Finding[] {
    if (!knowsOwnHosts(model)) return [];
    const borrowers = borrowersOf(model).filter(
      ({ files, bytes }) => files >= values.requests && bytes >= values.bytes * MEGABYTE,
    );
    return borrowers.toSorted((a, b) => b.bytes - a.bytes).map((borrower) => describe(model, borrower, values));
  },
});

type Values = OptionValues<typeof options>;

function borrowersOf(model: LogModel): Borrower[] {
  const { files, bytes } = filesByReferrer(model);
  const borrowers = new Map<string, Borrower>();
  files.forEach((loaded, referrer) => {
    const host = loaded === 0 ? undefined : referrerHost(model)(referrer);
    if (host === undefined || WELCOME.test(host) || isOwnHost(model, host)) return;
    const borrower = borrowers.get(host) ?? { host, pages: new Set(), files: 0, bytes: 0 };
    borrowers.set(host, borrower);
    borrower.pages.add(referrer);
    borrower.files += loaded;
    borrower.bytes += bytes[referrer]!;
  });
  return [...borrowers.values()];
}

function describe(model: LogModel, { host, pages, bytes }: Borrower, values: Values): Finding {
  const rows = rowsOfPages(model, pages);
  const share = bytes / allBytes(model);
  const finding = logFinding(model, rows, {
    rule: 'bandwidth-theft',
    severity: bytes >= values.earnest * MEGABYTE || share >= MUCH_OF_ALL ? 'warning' : 'information',
    title: t('{0} shows files of this site: {1}', host, byteSize(bytes)),
    detail: [
      t(
        '{0} pages of {1} loaded {2} files from here, {3} of all that the site sent.',
        when(model, rows),
        host,
        count(rows.length),
        percent(share),
      ),
      t(
        'The pages: {0}.',
        listed(
          [...pages].map((id) => model.table.texts.referrer.text(id)),
          3,
        ),
      ),
    ],
    advice: t(
      'Ask the owner of that site to keep a copy of their own, or let your server refuse pictures to pages of other sites (hot-link protection in the control panel or in .htaccess).',
    ),
  });
  // Who reads the other site does nothing wrong.
  return { ...finding, clients: [] };
}

function rowsOfPages(model: LogModel, pages: ReadonlySet<number>): Uint32Array {
  const { endpoint, referrer } = model.table.data;
  const isPage = new Uint8Array(model.table.texts.referrer.size);
  for (const page of pages) isPage[page] = 1;
  return flaggedOf(flaggedRows(referrer, isPage), endpoint, flagsOfMarks(endpointMarks(model), STATIC));
}

function allBytes(model: LogModel): number {
  const { size, largeSizes } = model.table.data;
  let sum = 0;
  for (let row = 0; row < size.length; row++) {
    const bytes = size[row]!;
    if (bytes < LARGE_SIZE) sum += bytes;
  }
  for (const bytes of largeSizes.values()) sum += bytes;
  return sum;
}
