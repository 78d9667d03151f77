import { textLines } from '../textLines';
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
 * Characters of a line, those joined to it included, that Apache takes in an .htaccess; to a longer one it answers with nothing
 * but errors. https://httpd.apache.org/docs/2.4/configuring.html#syntax
 */
const LONGEST_LINE = 8190;

/** A line with those that a backslash at its end joins to it. */
interface JoinedLine extends SettingLine {
  /** Where the first of its lines that is not empty ends. */
  readonly endColumn: number;
  /** As much of it as Apache takes. */
  readonly text: string;
}

/**
 * The directives of an .htaccess, whatever else stands there; backslashes at ends of lines join them.
 * https://httpd.apache.org/docs/2.4/configuring.html#syntax
 */
export function apacheDirectives(text: string): Directive[] {
  const directives: Directive[] = [];
  let sections: readonly Section[] = [];
  let emptyLinesBefore = 0;
  for (const line of joinedLines(text)) {
    if (line === undefined) {
      emptyLinesBefore++;
      continue;
    }
    if (!line.text.startsWith('#')) {
      const [first = '', ...values] = words(line.text);
      const name = first.toLowerCase();
      if (name.startsWith('<')) sections = sectionsBehind(name, values, sections);
      else directives.push({ name, values, sections, emptyLinesBefore, ...line });
    }
    emptyLinesBefore = 0;
  }
  return directives;
}

/** The lines of a file; `undefined` for each in which nothing stands. */
function* joinedLines(text: string): Generator<JoinedLine | undefined> {
  let joined: JoinedLine | undefined;
  let number = 0;
  for (const line of textLines(text)) {
    number++;
    const goesOn = line.endsWith('\\');
    const part = goesOn ? line.slice(0, -1) : line;
    joined = joined === undefined ? begunLine(part, number) : longerLine(joined, part);
    if (goesOn) continue;
    yield joined;
    joined = undefined;
  }
  if (joined !== undefined) yield joined;
}

function begunLine(part: string, line: number): JoinedLine | undefined {
  const text = part.trimStart();
  if (text === '') return undefined;
  const column = part.length - text.length + 1;
  return { line, column, endColumn: part.trimEnd().length + 1, text: text.slice(0, LONGEST_LINE) };
}

function longerLine(line: JoinedLine, part: string): JoinedLine {
  if (line.text.length >= LONGEST_LINE) return line;
  return { ...line, text: (line.text + part).slice(0, LONGEST_LINE) };
}

/** The sections that what follows a line such as `<IfModule a>` or `</IfModule>` stands in. */
function sectionsBehind(name: string, values: readonly string[], sections: readonly Section[]): readonly Section[] {
  if (name.startsWith('</')) return sections.slice(0, -1);
  return sections.length < DEEPEST ? [...sections, { name: name.slice(1), argument: values.join(' ') }] : sections;
}

/** The sections about single files: what stands in them says nothing about the whole folder. */
export function fileSections({ sections }: Directive): Section[] {
  return sections.filter(({ name }) => name.startsWith('files') || name.startsWith('limit'));
}

/** A word without quotes; the `>` that closes a section is none. */
const BARE_WORD = /[^\s>]+|>(?!\s*$)/g;
const WORD = /"((?:[^"\\]|\\.)*)"?|'([^']*)'?|([^\s>]+|>(?!\s*$))/g;

/** The words of a directive: separated by blanks, quoted ones whole, a section's closing `>` dropped. */
function words(line: string): string[] {
  if (!/["']/.test(line)) return line.match(BARE_WORD) ?? [];
  return [...line.matchAll(WORD)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
}
