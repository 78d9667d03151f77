/** A list of names written as text, blanks and line breaks between them. */
export function names(list: string): string[] {
  return list.trim().split(/\s+/);
}
