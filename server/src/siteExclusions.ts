import ignore from 'ignore';

/**
 * Tells which paths of a site the user's patterns leave out, as .gitignore does (https://git-scm.com/docs/gitignore).
 * @returns `undefined` when there are no patterns.
 */
export function exclusionTest(patterns: readonly string[]): ((path: string) => boolean) | undefined {
  if (patterns.length === 0) return undefined;
  const matcher = ignore({ allowRelativePaths: true }).add(patterns);
  return (path) => matcher.ignores(path);
}
