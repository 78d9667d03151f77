const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The lines of a text one after the other, without their ends (`\n`, `\r\n` or `\r`, as editors count them). */
export function* textLines(text: string): Generator<string> {
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== LINE_FEED && code !== CARRIAGE_RETURN) continue;
    yield text.slice(start, at);
    if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++;
    start = at + 1;
  }
  yield text.slice(start);
}
