import type { EntryFields } from '../entryFields';

/** Notes that `[start, end)` names the user; nothing when it is empty. */
export function noteUser(fields: EntryFields, start: number, end: number): void {
  if (start < 0 || start >= end) return;
  fields.userStart = start;
  fields.userEnd = end;
}

/** Notes that `[start, end)` is the target; nothing when it is empty. */
export function noteTarget(fields: EntryFields, start: number, end: number): void {
  if (start < 0 || start >= end) return;
  fields.targetStart = start;
  fields.targetEnd = end;
}

/** Notes that `[start, end)` is the message; nothing when it is empty. */
export function noteMessage(fields: EntryFields, start: number, end: number): void {
  if (start >= end) return;
  fields.messageStart = start;
  fields.messageEnd = end;
}

/**
 * Notes a method and the status that goes with it.
 * @param name of the method where the line has a word of its own for it
 */
export function noteOutcome(fields: EntryFields, name: Uint8Array, status: number): void {
  fields.methodName = name;
  fields.status = status;
}
