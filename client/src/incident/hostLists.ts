import * as vscode from 'vscode';
import { uniqueBy } from '../uniqueBy';

/**
 * Lists of bad files that ロリポップ! puts into the account, named after the day, so that they come along when all of it is
 * downloaded.
 */
const LIST_NAMES = '**/*_lolipop.txt';
/** Lists that a choice has room for. */
const MOST_LISTS = 50;
/** Names that can be looked for: hosts blot out parts of others, and the same characters are a pattern's. */
const PLAIN_NAME = /^[\p{L}\d_-]+\.(?:txt|csv|tsv|json)$/iu;

/**
 * The host's lists in the workspace: those that its mail names, in its order, then the others, the newest first, as their names begin
 * with the date.
 * @param named names of lists in the mail, hostile
 */
export async function findHostLists(named: readonly string[] = []): Promise<vscode.Uri[]> {
  const patterns = named.filter((name) => PLAIN_NAME.test(name)).map((name) => `**/${name}`);
  const [others = [], ...wanted] = await Promise.all(
    [LIST_NAMES, ...patterns].map((pattern) => vscode.workspace.findFiles(pattern, undefined, MOST_LISTS)),
  );
  const sorted = others.toSorted((one, other) => (nameOf(one) < nameOf(other) ? 1 : -1));
  return uniqueBy([...wanted.flat(), ...sorted], (uri) => uri.toString()).slice(0, MOST_LISTS);
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
