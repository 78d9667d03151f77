/** PHP's increment of a text: `a` → `b`, `Az` → `Ba`, `z` → `aa`. */
export function increment(text: string): string {
  const last = text.at(-1);
  if (last === undefined) return '1';
  const head = text.slice(0, -1);
  if (last === 'z' || last === 'Z' || last === '9') {
    const zero = last === 'z' ? 'a' : last === 'Z' ? 'A' : '0';
    return head === '' ? `${last === '9' ? '1' : zero}${zero}` : increment(head) + zero;
  }
  return /[A-Za-z0-9]/.test(last) ? head + String.fromCharCode(last.charCodeAt(0) + 1) : text;
}
