/** What stands between the path of an archive and the path of a file in it: `backup.zip!/wp-login.php`. */
const WITHIN = '!/';

/** The path that people see of a file in an archive; that of the archive when `member` is ''. */
export function pathInArchive(archive: string, member: string): string {
  return [archive, member].filter((part) => part !== '').join(WITHIN);
}

/** The path within an archive; `undefined` for a path that does not go into it. */
export function pathWithin(archive: string, path: string): string | undefined {
  const start = `${archive}${WITHIN}`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}

/** The ways to take a path apart into an archive and a path within it, the outermost archive first. */
export function* archivesOnPath(path: string): Iterable<{ readonly archive: string; readonly member: string }> {
  for (let at = path.indexOf(WITHIN); at > 0; at = path.indexOf(WITHIN, at + 1)) {
    yield { archive: path.slice(0, at), member: path.slice(at + WITHIN.length) };
  }
}
