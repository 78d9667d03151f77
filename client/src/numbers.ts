import * as vscode from 'vscode';

/** A whole number as the user's language writes it, e.g. 5,821. */
export function formatCount(value: number): string {
  return new Intl.NumberFormat(vscode.env.language).format(value);
}
