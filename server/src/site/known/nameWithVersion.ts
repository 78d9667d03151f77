/** A product's or tool's name with its version where that is known, the same in all languages: `WordPress 6.5`. */
export function nameWithVersion({ name, version }: { readonly name: string; readonly version?: string }): string {
  return version === undefined ? name : `${name} ${version}`;
}
