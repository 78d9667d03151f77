import type { LogModel } from '../../log/logModel';
import { count } from '../../numbers';
import { shortened } from '../../shortened';
import { t } from '../../words';
import { eventAtRow } from './eventAt';
import type { FileTrail } from './fileTrail';
import type { IncidentEvent } from './incidentEvent';

/** Not found, and gone for good (RFC 9110 §15.5.5, §15.5.11). */
const NOT_THERE: ReadonlySet<number> = new Set([404, 410]);

/** When a bad file was first and last used, and that it was not there before where the logs show it. */
export function callEvents(model: LogModel, { file: { file }, rows, uses, isPlanted }: FileTrail): IncidentEvent[] {
  const first = uses[0];
  const last = uses.at(-1);
  if (first === undefined || last === undefined) return [];
  const { status } = model.table.data;
  const before = rows.subarray(0, rows.indexOf(first));
  const missing = before.findLast((row) => NOT_THERE.has(status[row]!));
  const after = rows.subarray(rows.lastIndexOf(last) + 1);
  const name = shortened(file);
  const client = shortened(model.table.text('client', first) ?? '-');
  return [
    ...(missing === undefined
      ? []
      : [
          eventAtRow(model, missing, {
            kind: 'missing',
            certainty: 'confirmed',
            file,
            text: t('{0} was asked for and was not there yet. It came between this and its first call.', name),
          }),
        ]),
    eventAtRow(model, first, {
      kind: 'first-call',
      certainty: 'confirmed',
      file,
      text: isPlanted
        ? t('{0} was called for the first time, by {1}.', name, client)
        : t('Something was sent to {0} for the first time, by {1}.', name, client),
    }),
    ...(uses.length === 1 ? [] : [lastCall(model, file, uses, after)]),
  ];
}

function lastCall(model: LogModel, file: string, uses: Uint32Array, after: Uint32Array): IncidentEvent {
  const name = shortened(file);
  const [refused] = after;
  return eventAtRow(model, uses.at(-1)!, {
    kind: 'last-call',
    certainty: 'confirmed',
    file,
    text:
      refused === undefined
        ? t('{0} was called for the last time ({1} calls in all).', name, count(uses.length))
        : t(
            '{0} was called for the last time ({1} calls in all). Since then it was refused (status {2}).',
            name,
            count(uses.length),
            model.table.data.status[refused]!,
          ),
  });
}
