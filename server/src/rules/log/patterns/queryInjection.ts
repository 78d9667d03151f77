import { PROOF, STRONG, TELLING } from '../match/witness';
import { linesOf, Part, QUERY, type Literals } from './literal';
import { wordsOf } from './roles';

/** LDAP filters, XPath and MongoDB queries; their shapes are found by the rules' own reader. */
export const queryInjection: readonly Literals[] = [
  {
    kind: 'query-injection',
    weight: PROOF,
    parts: QUERY | Part.path,
    edges: 'free',
    texts: linesOf(`
      *)(uid=
      *)(|(
      *)(&
      *)(objectclass
      )(objectclass=
      )(cn=*
      )(|(password
      (|(uid=*
      *))%00
      ' or count(/
      ' or '1'='1' or
      ']|//
      ' or //
      |//*|
      //user[
      /child::node()
      count(/child
      string-length(name(
      [$ne]
      [$gt]
      [$regex]
      [$nin]
      [$where]
      [$exists]
      {"$ne"
      {"$gt"
      {"$regex"
      {"$where"
      {$ne:
      {$gt:
      $where:
      ;return true;var
      '||'1'=='1
      ' && this.password
      db.getcollection
      this.password.match
      <!--#exec
      <!--#include
      <!--#echo
      <!--#printenv
    `),
  },
  {
    kind: 'query-injection',
    weight: STRONG,
    parts: QUERY,
    edges: 'free',
    texts: wordsOf('[$lte] [$gte] [$lt] [$eq] [$in] [$or] [$and] [$not] [$elemmatch] [$comment] [$lte [$gte'),
  },
  { kind: 'query-injection', weight: TELLING, parts: QUERY, edges: 'free', texts: wordsOf('objectclass= )(uid )(cn') },
];
