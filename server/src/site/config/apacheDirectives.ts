import type { SettingLine } from './settingSign';

/** A section that directives stand in, e.g. `<FilesMatch "\.php$">`. */
export interface Section {
  /** Lower case, e.g. `filesmatch`. */
  readonly name: string;
  readonly argument: string;
}

/** A directive of an Apache settings file. */
export interface Directive extends SettingLine {
  /** Lower case. */
  readonly name: string;
  readonly values: readonly string[];
  /** Lines right before it in which nothing stands. */
  readonly emptyLinesBefore: number;
  /** The outermost first. */
  readonly sections: readonly Section[];
}

/** Sections deeper than this are made to exhaust, not to be read. */
const DEEPEST = 64;

/**
 * The directives of an .htaccess, whatever else stands there; backslashes at ends of lines join them.
 * https://httpd.apache.org/docs/2.4/configuring.html#syntax
 */
export function apacheDirectives(text: string): Directive[] {
  const directives: Directive[] = [];
  const sections: Section[] = [];
  let emptyLines = 0;
  const lines = text.split(/\r\n|\r|\n/);
  for (let index = 0; index < lines.length; index++) {
    const first = index;
    while (lines[index]?.endsWith('\\') === true && index + 1 < lines.length) index++;
    const parts = lines.slice(first, index + 1).map((part) => part.replace(/\\$/, ''));
    const whole = parts.join('');
    if (whole.trim() === '') emptyLines++;
    else {
      readLine(whole.trimStart(), { ...placeOf(parts, first + 1), emptyLinesBefore: emptyLines }, sections, directives);
      emptyLines = 0;
    }
  }
  return directives;
}

/** Where a directive begins, and where the first of its lines that is not empty ends. */
function placeOf(parts: readonly string[], firstLine: number): Pick<Directive, 'line' | 'column' | 'endColumn'> {
  const begins = parts.findIndex((part) => part.trim() !== '');
  const part = parts[begins] ?? '';
  return { line: firstLine + begins, column: part.search(/\S/) + 1, endColumn: part.trimEnd().length + 1 };
}

function readLine(
  text: string,
  place: Omit<Directive, 'name' | 'values' | 'sections' | 'text'>,
  sections: Section[],
  directives: Directive[],
): void {
  if (text.startsWith('#')) return;
  const [first = '', ...values] = words(text);
  const name = first.toLowerCase();
  if (name.startsWith('</')) sections.pop();
  else if (!name.startsWith('<')) {
    directives.push({ name, values, sections: [...sections], ...place, text });
  } else if (sections.length < DEEPEST) sections.push({ name: name.slice(1), argument: values.join(' ') });
}

/** The sections about single files: what stands in them says nothing about the whole folder. */
export function fileSections({ sections }: Directive): Section[] {
  return sections.filter(({ name }) => name.startsWith('files') || name.startsWith('limit'));
}

/** The words of a directive: separated by blanks, quoted ones whole, a section's closing `>` dropped. */
function words(line: string): string[] {
  const matches = line.matchAll(/"((?:[^"\\]|\\.)*)"?|'([^']*)'?|([^\s>]+|>(?!\s*$))/g);
  return [...matches].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
}
