/** Paths (with `/`, or `\` on Windows) without the folders that all of them have in common. */
export function namesBelow(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(/[/\\]/));
  const [first = [], ...others] = parts;
  const isCommon = (name: string, at: number): boolean =>
    others.every((each) => each.length > at + 1 && each[at] === name);
  const different = first.findIndex((name, at) => at === first.length - 1 || !isCommon(name, at));
  return parts.map((each) => each.slice(different).join('/'));
}
