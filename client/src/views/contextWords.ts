import type { IncidentFileItem } from '../../../server/src/protocol';

/**
 * Words of the items of views, by which the conditions of the manifest's menus (`viewItem =~ /\bword\b/`) decide which commands an
 * item has. What an item is comes first:
 *
 * - Checklist: `section`, `sentence`, `task`, `do`, `guide`, `page`, `cause`, `missing`, `fact`, `event`
 * - Differences: `differing`, with how the file differs: `changed`, `added`, `missing`
 * - Files: `folder`, `group`, `finding`, `file`, `fact`, `problems`, `problem`, `more`
 * - Clients: `network`, `client`, `log`, `finding`, `more`
 * - Logs: `log`, `problem`
 *
 * Then comes what can be done with it:
 *
 * - the id of a task, such as `block-addresses`: there is a command that does it
 * - `one-file`: the item, whatever it is, is about one file of the site
 * - `present`: the copy of the site has the file, so that it can be opened, moved away, or known to be good
 * - `called`: a log of the incident saw the file called
 * - `ticked`, `unticked`: whether the user ticked the task
 * - `public`, `abuse`: the client has a network that registries know, and a contact for abuse is known
 */
export function contextWords(...words: (string | undefined)[]): string {
  return words.filter((word) => word !== undefined).join(' ');
}

/**
 * The words of an item that is about one file of the site.
 * @param known what the incident knows of the file; `undefined`: nothing, so that only the audit can have found it in the copy
 */
export function fileWords(known: IncidentFileItem | undefined): string {
  const isPresent = known === undefined || known.state === 'present';
  return contextWords('one-file', isPresent ? 'present' : undefined, known?.firstCall && 'called');
}
