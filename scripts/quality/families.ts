import { CAMPAIGN_FAMILIES, type CampaignFamily } from '../traffic/campaigns/campaign';
import { MEANINGS } from './meanings';
import type { Quality } from './measure';
import { isUrgent } from './score';

/** How well one family is told, over some seeds. */
interface FamilyFigures {
  readonly found: number;
  readonly campaigns: number;
  /** Findings above information by rules of the family's meaning that are about an attack they mean, and about nobody. */
  readonly right: number;
  readonly wrong: number;
}

/** Recall and precision of each family, as lines of text. */
export function familyLines(qualities: readonly Quality[]): string[] {
  return [
    `${'Family'.padEnd(26)} found        precision of its rules`,
    ...CAMPAIGN_FAMILIES.map((family) => {
      const { found, campaigns, right, wrong } = figuresOf(family, qualities);
      const precision = right + wrong === 0 ? '–' : `${right} of ${right + wrong} (${share(right, right + wrong)})`;
      return `${family.padEnd(26)} ${`${found} of ${campaigns}`.padEnd(12)} ${precision}`;
    }),
  ];
}

function figuresOf(family: CampaignFamily, qualities: readonly Quality[]): FamilyFigures {
  const rules = MEANINGS[family];
  const scores = qualities.flatMap(({ day, others }) => [day.score, ...others.map(({ score }) => score)]);
  const campaigns = scores.flatMap((score) => score.campaigns).filter(({ campaign }) => campaign.family === family);
  const ofRules = scores.flatMap((score) => score.rules).filter(({ rule }) => rules.includes(rule));
  const clean = qualities
    .flatMap(({ month }) => month.findings)
    .filter((each) => isUrgent(each) && rules.includes(each.rule));
  return {
    found: campaigns.filter(({ verdict }) => verdict === 'found').length,
    campaigns: campaigns.length,
    right: ofRules.reduce((sum, { right }) => sum + right, 0),
    wrong: ofRules.reduce((sum, { wrong }) => sum + wrong, 0) + clean.length,
  };
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
