import { PROOF, STRONG } from '../match/witness';
import { Part, QUERY, TARGET, type Literals } from './literal';

/** Headers of responses put into parameters; others behind a line break are found by the rules' own reader. */
export const headerInjection: readonly Literals[] = [
  {
    kind: 'header-injection',
    weight: PROOF,
    parts: TARGET | Part.referrer,
    edges: 'free',
    texts: [
      '\nset-cookie:',
      '\rset-cookie:',
      '\nlocation:',
      '\nhttp/1.',
      '\nbcc:',
      '\ncontent-type:',
      '\ncontent-length:',
    ],
  },
  {
    kind: 'header-injection',
    weight: STRONG,
    parts: QUERY,
    edges: 'free',
    texts: ['set-cookie:', 'transfer-encoding:', 'content-length:', 'x-forwarded-host:'],
  },
];
