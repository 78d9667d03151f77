import type { LogModel } from '../../../log/logModel';
import { NO_ENTRY } from '../../../log/logTable';
import { rowsOf } from '../../../log/rowGroups';
import { clientCounts, loadsPages, servesAssets } from './clients';
import { isOwnHost, knowsOwnHosts, referrerHost } from './hosts';
import { READING } from './marks';
import { marksOfRow } from './requests';
import { byClient, type ClientRows } from './selection';

/** Somebody who opens a form each time before sending it, without its pictures, does so this often before it is no person. */
const OFTEN = 3;

/**
 * The clients that send forms as no browser does, with the rows in which they do: without having loaded the page that the form
 * stands on, or again and again without any of the page's files.
 */
export function robotPosts(model: LogModel, rows: Uint32Array): ClientRows[] {
  const isForeign = foreignReferrers(model);
  return byClient(model, rows).flatMap((each) => {
    if (loadsPages(model, each.client)) return [];
    const isBare = clientCounts(model).pages[each.client] === 0;
    const isPersistent = each.rows.length >= OFTEN && (servesAssets(model) || opensOnlyForms(model, each));
    if (!isBare && !isPersistent) return [];
    // A page of another host may hold the form: the log does not show who read that one.
    const own = each.rows.filter((row) => !isForeign(model.table.data.referrer[row]!));
    return own.length === 0 ? [] : [{ client: each.client, rows: own }];
  });
}

/** Whether the client asks for nothing but the places that it sends something to. */
function opensOnlyForms(model: LogModel, { client, rows }: ClientRows): boolean {
  const { endpoint, endpoints } = model.table.data;
  const forms = new Set(Array.from(rows, (row) => endpoints.path[endpoint[row]!]));
  return rowsOf(model.byClient, client).every((row) => {
    return (marksOfRow(model, row) & READING) === 0 || forms.has(endpoints.path[endpoint[row]!]);
  });
}

/** Tells of a referrer, by its number, whether it is a page of another host; works each one out once. */
function foreignReferrers(model: LogModel): (referrer: number) => boolean {
  if (!knowsOwnHosts(model)) return () => false;
  const known = new Map<number, boolean>([[NO_ENTRY, false]]);
  return (referrer) => {
    let isForeign = known.get(referrer);
    if (isForeign === undefined) {
      const host = referrerHost(model)(referrer);
      isForeign = host !== undefined && !isOwnHost(model, host);
      known.set(referrer, isForeign);
    }
    return isForeign;
  };
}
