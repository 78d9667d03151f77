/**
 * Kinds of attack, each with a rule of the same id. Of several that a request shows equally, the first here is the one that it
 * is counted under.
 */
export const ATTACK_KINDS = [
  'java-exploit',
  'known-vulnerability',
  'command-injection',
  'php-injection',
  'file-inclusion',
  'sql-injection',
  'template-injection',
  'code-injection',
  'path-traversal',
  'server-side-request',
  'query-injection',
  'cross-site-scripting',
  'header-injection',
  'session-fixation',
  'secret-file',
  'protocol-abuse',
] as const;

export type AttackKind = (typeof ATTACK_KINDS)[number];
