import type { LogModel } from '../../log/logModel';
import { byteSize } from '../../numbers';
import { t } from '../../words';
import { localTimeOf } from './evidence';
import type { HandedOut } from './facts/secretFiles';
import { distinct, inTimeOrder } from './facts/selection';
import { addresses } from './logFinding';

/** Who got the file first and how large it was, as a sentence. */
export function whoGotIt(model: LogModel, { kind, rows }: HandedOut): string {
  const [first] = inTimeOrder(model, rows);
  return t(
    'The server handed it out to {0}, first at {1} with {2}. Such a file holds {3}.',
    addresses(model, [...distinct(model.table.data.client, rows)]),
    localTimeOf(model, first!),
    byteSize(model.table.size(first!) ?? 0),
    kind.holds(),
  );
}
