import { names } from '../nameList';
import type { Observation } from '../observation';
import { Flag } from '../value';
import type { Search, Witness } from './witness';

const QUERIES = new Set(
  names('mysql_query mysqli_query pg_query mssql_query sqlsrv_query sqlite_query oci_parse odbc_exec ibase_query'),
);
const CONNECTS = new Set(
  names('mysql_connect mysql_pconnect mysqli_connect pg_connect mssql_connect oci_connect odbc_connect ibase_connect'),
);

/** A script without classes or includes through which the client asks any question of any database. */
export const findQueries: Search = ({ state, seen }) => {
  if (state.program.classes.length > 0 || seen.some((one) => one.kind === 'include')) return [];
  return seen
    .filter(isClients)
    .map((one): Witness => ({ signal: 'queryFromRequest', strength: 'strong', node: one.node }));
};

function isClients({ kind, name, args }: Observation): boolean {
  if (kind === 'method') return name === 'query' && ((args[0]?.flags ?? 0) & Flag.Whole) !== 0;
  if (kind !== 'call') return false;
  if (QUERIES.has(name)) return args.slice(0, 2).some((arg) => arg.flags & Flag.Whole);
  return CONNECTS.has(name) && args.filter((arg) => arg.flags & Flag.Request).length >= 2;
}
