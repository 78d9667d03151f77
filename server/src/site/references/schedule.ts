import { isTarget, detach } from './target';
import { positionsIn } from './textPositions';
import type { SiteReference } from '../siteModel';

/** An address that a timed command fetches, or a program of PHP that it runs (crontab(5)). */
const CALLED = /(?:https?:\/\/[^\s"'<>|;]+|(?<=[\s"'])\/[^\s"'<>|;]+\.php\d?)/g;

/** The pages and programs that timed commands call; nobody else need lead to them. */
export function readScheduleReferences(text: string): SiteReference[] {
  const position = positionsIn(text);
  return [...text.matchAll(CALLED)].flatMap((match): SiteReference[] => {
    const [target] = match;
    return isTarget(target) ? [{ kind: 'request', target: detach(target), ...position(match.index) }] : [];
  });
}
