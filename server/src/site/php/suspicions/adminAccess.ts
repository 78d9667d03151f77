import type { Observation } from '../observation';
import { textOf, type Value } from '../value';
import { ENTRANCE } from './partOfProgram';
import type { Search } from './witness';

const MAKES_USER = new Set(['wp_create_user', 'wp_insert_user']);
/** A condition for a query of users that leaves one of them out. */
const LEAVES_OUT_USER = /user_login\s*(?:!=|<>|NOT\s+LIKE)/i;

/** Scripts that give their author the rights of an administrator of WordPress. */
export const findAdminAccess: Search = ({ seen }) => {
  const loads = seen.some(
    ({ kind, args: [path] }) => kind === 'include' && ENTRANCE.test(textOf(path) ?? path?.suffix ?? ''),
  );
  const administrator = seen.some(({ args }) => args.some(namesAdministrator));
  const found = seen.find((one) => {
    if (hidesUser(one, seen)) return true;
    if (!administrator || one.kind !== 'call') return false;
    if (MAKES_USER.has(one.name)) return loads || hasWrittenPassword(one);
    return one.name === 'wp_set_auth_cookie' && loads;
  });
  return found ? [{ signal: 'adminAccess', strength: 'strong', node: found.node }] : [];
};

function namesAdministrator(value: Value): boolean {
  return textOf(value) === 'administrator' || textOf(value.items?.get('role')) === 'administrator';
}

/** `wp_create_user($name, 'secret')`, `wp_insert_user(['user_pass' => 'secret'])`. */
function hasWrittenPassword({ name, args }: Observation): boolean {
  const password = name === 'wp_create_user' ? args[1] : args[0]?.items?.get('user_pass');
  return (textOf(password) ?? '') !== '';
}

/** The list of users is shown without one. */
function hidesUser({ kind, name, args }: Observation, seen: readonly Observation[]): boolean {
  if (kind !== 'call' || !name.startsWith('str_') || !args.some(leavesOutUser)) return false;
  return seen.some((one) => one.name === 'add_action' && textOf(one.args[0]) === 'pre_user_query');
}

function leavesOutUser(value: Value): boolean {
  return LEAVES_OUT_USER.test(textOf(value) ?? `${value.prefix ?? ''} ${value.suffix ?? ''}`);
}
