import * as vscode from 'vscode';

/** A whole number as the user's language writes it, e.g. 5,821. */
export function formatCount(value: number): string {
  return new Intl.NumberFormat(vscode.env.language).format(value);
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** A size in bytes as people read it, e.g. 3.2 MB. */
export function formatBytes(bytes: number): string {
  const step = Math.min(BYTE_UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const unit = { style: 'unit', unit: BYTE_UNITS[step]!, maximumFractionDigits: step === 0 ? 0 : 1 } as const;
  return new Intl.NumberFormat(vscode.env.language, unit).format(bytes / 1000 ** step);
}

/** The day of a moment (ISO 8601) as the user's language writes it, in the zone of this computer. */
export function formatDate(moment: string): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium' }).format(new Date(moment));
}

/** A sentence about a number; nothing where the number is 0. */
export function unlessNone(count: number, text: (count: string) => string): string[] {
  return count === 0 ? [] : [text(formatCount(count))];
}
