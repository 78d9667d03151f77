import type { FoundInLog, ReadLog, Severity } from '../../../server/src/protocol';
import { groupBy } from '../groupBy';
import { SEVERITIES } from '../severityOrder';

/** An element of the tree of logs: plain data, from which its item is made when it is shown. */
export type LogElement =
  | LogPlace
  | { readonly kind: 'log'; readonly log: ReadLog; readonly place: string }
  | FoundElement
  | { readonly kind: 'more'; readonly log: ReadLog; readonly left: number }
  | { readonly kind: 'problem'; readonly problem: UnreadLog };

/** A finding, below a log that it concerns. */
export interface FoundElement {
  readonly kind: 'finding';
  readonly log: ReadLog;
  readonly found: FoundInLog;
}

/** The logs of a domain, or of a folder where no domain is known. */
export interface LogPlace {
  readonly kind: 'place';
  readonly name: string;
  readonly logs: readonly ReadLog[];
}

/** A file that could not be read as a log. */
export interface UnreadLog {
  readonly name: string;
  readonly message: string;
}

/**
 * The top of the tree: places where there are several, else the logs, the earliest first; what could not be read is last.
 * @param folderOf folder of a log, for people
 */
export function logElements(
  logs: readonly ReadLog[],
  problems: readonly UnreadLog[],
  folderOf: (log: ReadLog) => string,
): LogElement[] {
  const byPlace = groupBy(logs, (log) => log.domain ?? folderOf(log));
  const places = [...byPlace].map(([name, own]): LogPlace => ({ kind: 'place', name, logs: own.toSorted(byTime) }));
  const sorted = places.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const top = sorted.length > 1 ? sorted : sorted.flatMap(logsOf);
  return [...top, ...problems.map((problem): LogElement => ({ kind: 'problem', problem }))];
}

/** The children of an element. */
export function childrenOfLogElement(element: LogElement): LogElement[] {
  if (element.kind === 'place') return logsOf(element);
  if (element.kind !== 'log') return [];
  const { log } = element;
  const left = findingsIn(log) - log.found.length;
  return [
    ...log.found.map((found): LogElement => ({ kind: 'finding', log, found })),
    ...(left > 0 ? [{ kind: 'more', log, left } as const] : []),
  ];
}

/** The findings of all logs, in the order of the tree. */
export function foundElements(top: readonly LogElement[]): FoundElement[] {
  return top.flatMap((element) =>
    element.kind === 'finding' ? [element] : foundElements(childrenOfLogElement(element)),
  );
}

/** A name for an element that it keeps when the tree is drawn anew. */
export function logElementId(element: LogElement): string {
  switch (element.kind) {
    case 'place':
      return `place ${element.name}`;
    case 'log':
      return `log ${element.log.uri}`;
    case 'finding': {
      const { rule, line, title } = element.found;
      return `finding ${JSON.stringify([rule, line, title])} ${element.log.uri}`;
    }
    case 'more':
      return `more ${element.log.uri}`;
    case 'problem':
      return `problem ${JSON.stringify(element.problem)}`;
  }
}

/** The most urgent of the findings that concern a log; `undefined` for none. */
export function mostUrgentIn({ findings }: ReadLog): Severity | undefined {
  return SEVERITIES.find((severity) => findings[severity] > 0);
}

/** How many findings concern a log. */
export function findingsIn({ findings }: ReadLog): number {
  return SEVERITIES.reduce((sum, severity) => sum + findings[severity], 0);
}

function logsOf({ name, logs }: LogPlace): LogElement[] {
  return logs.map((log) => ({ kind: 'log', log, place: name }));
}

/** The earliest first; logs without times come last, by name. ISO 8601 with offsets is compared by moment. */
function byTime(one: ReadLog, other: ReadLog): number {
  return momentOf(one) - momentOf(other) || (one.uri < other.uri ? -1 : 1);
}

function momentOf({ first }: ReadLog): number {
  return first === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(first);
}
