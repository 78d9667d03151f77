import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AttackDay } from '../traffic/campaigns/attackDay';
import { otherLogs } from '../traffic/campaigns/otherLogs';
import { japaneseMidnight } from '../traffic/lines';
import { cleanTraffic } from '../traffic/shop/cleanTraffic';
import { analyse, writeJson, writeLog, type Analysed } from './engine';
import { scoreLog, type LogScore } from './score';

/** What is measured. */
export interface QualityOptions {
  /** Folder for the logs and their truth. */
  readonly folder: string;
  readonly seed: number;
  /** Clean lines under the attacks of the day; the clean month has half as many. */
  readonly lines: number;
}

/** Everything that was measured. */
export interface Quality {
  readonly month: Analysed;
  readonly day: Analysed & { readonly score: LogScore };
  readonly others: readonly (Analysed & { readonly name: string; readonly score: LogScore })[];
}

const START = japaneseMidnight(2025, 9, 1);
const MONTH = 30;
/** A month of fewer lines is shorter, so that its days stay those of a shop with visitors. */
const LINES_OF_A_DAY = 16_000;

/** Generates the logs of a seed, has the engine judge them, and compares. The same options always give the same figures. */
export async function measureQuality({ folder, seed, lines }: QualityOptions): Promise<Quality> {
  await mkdir(folder, { recursive: true });
  const file = (name: string): string => path.join(folder, name);
  const monthLines = Math.round(lines / 2);
  const days = Math.min(MONTH, Math.max(1, Math.round(monthLines / LINES_OF_A_DAY)));
  await writeLog(file('clean-month.log'), cleanTraffic({ seed, start: START, days, lines: monthLines }));
  const month = await analyse(file('clean-month.log'));

  const attackDay = new AttackDay({ seed, start: START, lines });
  await writeLog(file('attack-day.log'), attackDay.requests());
  const truth = attackDay.truth('attack-day.log');
  await writeJson(file('attack-day.truth.json'), truth);
  const analysed = await analyse(file('attack-day.log'));
  const day = { ...analysed, score: scoreLog(analysed.findings, truth) };

  const others = [];
  for (const { name, text, campaign } of otherLogs(seed, START)) {
    await writeFile(file(name), text);
    await writeJson(file(`${name}.truth.json`), { schema: 1, log: name, seed, campaigns: [campaign], noise: [] });
    const other = await analyse(file(name));
    others.push({ ...other, name, score: scoreLog(other.findings, { campaigns: [campaign], noise: [] }) });
  }
  return { month, day, others };
}
