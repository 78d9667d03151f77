import type { LogModel } from '../../log/logModel';
import { NO_TIME } from '../../log/logTable';
import type { IncidentFile } from '../incident';
import { companyOf, type Company } from './company';
import { firstUse, trailsOf, type FileTrail } from './fileTrail';

/** What the logs have of an incident: its bad files, those who used them, and since when. */
export interface Traces {
  readonly model: LogModel;
  /** Those first used first. */
  readonly trails: readonly FileTrail[];
  readonly company: Company;
  /** First use or upload of a bad file, seconds since 1970-01-01 UTC; `undefined` where no log has one. */
  readonly begin: number | undefined;
  /** The trail whose use a row is, from 0; `undefined` for all other rows. */
  readonly trailOfRow: (row: number) => number | undefined;
}

/** Trails beyond this number are not told apart by their rows. */
const MOST_TRAILS = 0xfffe;

/** @param rows requests for each file */
export function tracesOf(
  model: LogModel,
  files: readonly IncidentFile[],
  rows: ReadonlyMap<string, Uint32Array>,
): Traces {
  const trails = trailsOf(model, files, rows);
  const planted = trails.filter(({ isPlanted }) => isPlanted);
  const hidden = planted.filter(({ isVisited }) => !isVisited);
  const telling = [hidden, planted, trails].find(({ length }) => length > 0) ?? [];
  const uploads = planted.flatMap(({ file }) => file.uploads);
  const addresses = new Set(uploads.flatMap(({ client }) => client ?? []));
  const uploaders = [...addresses].flatMap((address) => model.table.texts.client.find(address) ?? []);
  return {
    model,
    trails,
    company: companyOf(model, trails, uploaders),
    begin: earliestOf([
      ...telling.map((trail) => firstUse(model, trail)),
      ...telling.flatMap(({ file }) => file.uploads.map(({ time }) => time && Date.parse(time) / 1000)),
    ]),
    trailOfRow: trailFinder(model, trails),
  };
}

function earliestOf(times: readonly (number | '' | undefined)[]): number | undefined {
  const known = times.filter((time) => typeof time === 'number');
  return known.length === 0 ? undefined : known.reduce((a, b) => Math.min(a, b));
}

function trailFinder({ table }: LogModel, trails: readonly FileTrail[]): Traces['trailOfRow'] {
  const numbers = new Uint16Array(trails.length === 0 ? 0 : table.rows);
  trails.slice(0, MOST_TRAILS).forEach(({ rows }, index) => {
    for (let at = 0; at < rows.length; at++) numbers[rows[at]!] = index + 1;
  });
  return (row) => {
    const number = numbers[row] ?? 0;
    return number === 0 ? undefined : number - 1;
  };
}

/** Whether a row came before the bad files were used. Where nothing tells when that was, all of them did. */
export function isBefore({ model, begin }: Traces, row: number): boolean {
  const time = model.table.data.time[row]!;
  return begin === undefined || time === NO_TIME || time <= begin;
}
