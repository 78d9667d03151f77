import type { LogModel } from '../../../log/logModel';
import { rowsOf } from '../../../log/rowGroups';
import { clientCounts, loadsPages, servesAssets } from './clients';
import { isOwnHost, knowsOwnHosts, referrerHost } from './hosts';
import { READING } from './marks';
import { NumberList } from './numberList';
import { marksOfRow } from './requests';
import { byClient, type ClientRows } from './selection';

/** Somebody who opens a form each time before sending it, without its pictures, does so this often before it is no person. */
const OFTEN = 3;

/** Whose page a referrer is. */
const Origin = { unknown: 0, own: 1, foreign: 2 } as const;

/**
 * The clients that send forms as no browser does, with the rows in which they do: without having loaded the page that the form
 * stands on, or again and again without any of the page's files.
 */
export function robotPosts(model: LogModel, rows: Uint32Array): ClientRows[] {
  const isForeign = foreignReferrers(model);
  const { referrer } = model.table.data;
  const withoutForeign = (all: Uint32Array): Uint32Array => {
    const own = new NumberList();
    for (let at = 0; at < all.length; at++) {
      if (!isForeign(referrer[all[at]!]!)) own.push(all[at]!);
    }
    return own.values;
  };
  return byClient(model, rows).flatMap((each) => {
    if (loadsPages(model, each.client)) return [];
    const isBare = clientCounts(model).pages[each.client] === 0;
    const isPersistent = each.rows.length >= OFTEN && (servesAssets(model) || opensOnlyForms(model, each));
    if (!isBare && !isPersistent) return [];
    // A page of another host may hold the form: the log does not show who read that one.
    const own = withoutForeign(each.rows);
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
  const known = new Uint8Array(model.table.texts.referrer.size);
  return (referrer) => {
    if (referrer >= known.length) return false;
    if (known[referrer] === Origin.unknown) {
      const host = referrerHost(model)(referrer);
      known[referrer] = host !== undefined && !isOwnHost(model, host) ? Origin.foreign : Origin.own;
    }
    return known[referrer] === Origin.foreign;
  };
}
