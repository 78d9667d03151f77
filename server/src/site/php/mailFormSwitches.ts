import type { Statement } from './ast';
import type { MailFormSwitches } from './phpFacts';

/** Variables by which the common Japanese form scripts (PHP工房) are set up, and what each is about. */
const SWITCHES: ReadonlyMap<string, keyof MailFormSwitches> = new Map([
  ['Referer_check', 'referrerCheck'],
  ['useToken', 'token'],
  ['confirmDsp', 'confirmation'],
  ['remail', 'autoReply'],
]);

/** The switches of a form script of that family; `undefined` when fewer than two of them are set, so that it is another script. */
export function readMailFormSwitches(body: readonly Statement[]): MailFormSwitches | undefined {
  const found: { -readonly [K in keyof MailFormSwitches]: boolean } = {};
  for (const statement of body) {
    if (statement.kind !== 'expression' || statement.expression.kind !== 'assign') continue;
    const { op, target, value } = statement.expression;
    if (op !== '=' || target.kind !== 'variable' || typeof target.name !== 'string') continue;
    const key = SWITCHES.get(target.name);
    if (key && value.kind === 'literal') found[key] = Number(value.value) !== 0;
  }
  return Object.keys(found).length >= 2 ? found : undefined;
}
