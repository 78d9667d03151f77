import type { AccessRules, ReferenceKind, SiteReference } from '../siteModel';
import { detach, isTarget, UNKNOWN_PART } from './target';

/** Directives whose arguments name files or URLs, and which argument does. https://httpd.apache.org/docs/2.4/mod/directives.html */
const TARGETS: Readonly<Record<string, { readonly kind: ReferenceKind; readonly from: number; readonly to?: number }>> =
  {
    rewriterule: { kind: 'rewrite', from: 1, to: 2 },
    errordocument: { kind: 'rewrite', from: 1, to: 2 },
    redirect: { kind: 'rewrite', from: -1 },
    redirectmatch: { kind: 'rewrite', from: -1 },
    fallbackresource: { kind: 'rewrite', from: 0, to: 1 },
    action: { kind: 'rewrite', from: 1, to: 2 },
    directoryindex: { kind: 'directoryIndex', from: 0 },
  };
const PHP_HANDLER = /php/i;

/** A section that rules stand in: those about single files say nothing about the whole folder. */
interface Section {
  readonly name: string;
  readonly argument: string;
}

interface ReadingState {
  readonly references: SiteReference[];
  readonly phpExtensions: Set<string>;
  readonly sections: Section[];
  denied: boolean;
  /** Some visitors are let in by address or password. */
  someAllowed: boolean;
}

/**
 * Reads what an .htaccess leads to, who may enter its folder, and what is run as PHP there.
 * https://httpd.apache.org/docs/2.4/configuring.html#syntax
 */
export function readAccessFile(text: string): { references: SiteReference[]; access: AccessRules } {
  const state: ReadingState = {
    references: [],
    phpExtensions: new Set(),
    sections: [],
    denied: false,
    someAllowed: false,
  };
  const lines = text.split(/\r\n|\r|\n/);
  for (let index = 0; index < lines.length; index++) {
    const first = index;
    while (lines[index]?.endsWith('\\') === true && index + 1 < lines.length) index++;
    const parts = lines.slice(first, index + 1).map((part) => part.replace(/\\$/, ''));
    readDirective(state, parts.join(''), first + 1);
  }
  return { references: state.references, access: { closed: closedBy(state), phpExtensions: [...state.phpExtensions] } };
}

function readDirective(state: ReadingState, text: string, line: number): void {
  const column = text.search(/\S/) + 1;
  if (column === 0 || text[column - 1] === '#') return;
  const [name = '', ...values] = words(text);
  const directive = name.toLowerCase();
  if (directive.startsWith('</')) state.sections.pop();
  else if (directive.startsWith('<')) {
    state.sections.push({ name: directive.slice(1), argument: values.join(' ') });
  } else {
    readTargets(state, directive, values, { line, column });
    readHandlers(state, directive, values);
    if (!state.sections.some(isAboutFiles)) readAccess(state, directive, values);
  }
}

function readTargets(
  state: ReadingState,
  directive: string,
  values: readonly string[],
  place: { line: number; column: number },
): void {
  const add = (kind: ReferenceKind, value: string): void => {
    const target = value.replace(/[$%]\d|%\{[^}]*\}/g, UNKNOWN_PART);
    if (target !== '-' && isTarget(target)) state.references.push({ kind, target: detach(target), ...place });
  };
  if (/^php(?:_admin)?_value$/.test(directive) && /^auto_(?:prepend|append)_file$/i.test(values[0] ?? '')) {
    if (values[1]?.toLowerCase() !== 'none') add('prepend', values[1] ?? '');
  }
  const rule = TARGETS[directive];
  if (rule === undefined) return;
  for (const value of values.slice(rule.from, rule.to)) add(rule.kind, value);
}

/** Collects extensions that AddHandler, AddType, or SetHandler within a FilesMatch hand to PHP. */
function readHandlers(state: ReadingState, directive: string, values: readonly string[]): void {
  const [handler = '', ...names] = values;
  if (!PHP_HANDLER.test(handler)) return;
  let extensions = names;
  if (directive === 'sethandler' || directive === 'forcetype') {
    extensions = state.sections.filter(isAboutFiles).flatMap(({ argument }) => argument.match(/[a-z0-9]+/gi) ?? []);
  } else if (directive !== 'addhandler' && directive !== 'addtype') return;
  for (const extension of extensions) state.phpExtensions.add(extension.replace(/^\./, '').toLowerCase());
}

function readAccess(state: ReadingState, directive: string, values: readonly string[]): void {
  const value = values.join(' ').toLowerCase();
  if (directive === 'deny' && value === 'from all') state.denied = true;
  else if (directive === 'allow' && value !== 'from all') state.someAllowed = true;
  else if (directive === 'authtype') state.someAllowed = true;
  else if (directive === 'require') {
    if (value === 'all denied') state.denied = true;
    else if (value !== 'all granted') state.someAllowed = true;
  }
}

function closedBy({ denied, someAllowed }: ReadingState): AccessRules['closed'] {
  if (someAllowed) return 'login';
  return denied ? 'denied' : undefined;
}

function isAboutFiles({ name }: Section): boolean {
  return name.startsWith('files') || name.startsWith('limit');
}

/** The words of a directive: separated by blanks, quoted ones whole, a section's closing `>` dropped. */
function words(line: string): string[] {
  const matches = line.matchAll(/"((?:[^"\\]|\\.)*)"?|'([^']*)'?|([^\s>]+|>(?!\s*$))/g);
  return [...matches].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
}
