import { routesOf } from '../config/routes';
import { apacheDirectives, fileSections, type Directive } from '../config/apacheDirectives';
import { accessFileSigns } from '../config/accessFileSigns';
import { switchesPhpOff } from '../config/phpOff';
import { phpDirectiveSettings } from '../config/phpSettings';
import { phpSwitches, type PhpSwitch } from '../config/phpSwitches';
import type { SettingSign } from '../config/settingSign';
import type { AccessRules, ReferenceKind, SiteReference } from '../siteModel';
import { detach, isTarget, UNKNOWN_PART } from './target';

/** Directives whose arguments name files or URLs, and which argument does. https://httpd.apache.org/docs/2.4/mod/directives.html */
const TARGETS: ReadonlyMap<string, { readonly kind: ReferenceKind; readonly from: number; readonly to?: number }> =
  new Map([
    ['rewriterule', { kind: 'rewrite', from: 1, to: 2 }],
    ['errordocument', { kind: 'rewrite', from: 1, to: 2 }],
    ['redirect', { kind: 'rewrite', from: -1 }],
    ['redirectmatch', { kind: 'rewrite', from: -1 }],
    ['fallbackresource', { kind: 'rewrite', from: 0, to: 1 }],
    ['action', { kind: 'rewrite', from: 1, to: 2 }],
    ['directoryindex', { kind: 'directoryIndex', from: 0 }],
  ]);
const PHP_HANDLER = /php/i;

/** What an .htaccess says. */
interface AccessFile {
  readonly references: SiteReference[];
  readonly access: AccessRules;
  readonly signs: SettingSign[];
  readonly switches: PhpSwitch[];
}

/** What the server puts in: a group of a pattern, or a variable, whose names are short. */
const COMPUTED_PART = /[$%]\d|%\{[^{}]{0,100}\}/g;

/** Reads what an .htaccess leads to, who may enter its folder, what is run as PHP there, and what attackers would write. */
export function readAccessFile(text: string): AccessFile {
  const directives = apacheDirectives(text);
  const routes = routesOf(directives);
  return {
    references: directives.flatMap(targetsOf),
    access: {
      ...(routes && { routes }),
      closed: closedBy(directives),
      phpExtensions: [...new Set(directives.flatMap(phpExtensionsOf))],
      isPhpOff: switchesPhpOff(directives),
    },
    signs: accessFileSigns(text, directives),
    switches: phpSwitches(phpDirectiveSettings(directives)),
  };
}

function targetsOf({ name, values, line, column }: Directive): SiteReference[] {
  const reference = (kind: ReferenceKind, value: string): SiteReference[] => {
    const target = value.replace(COMPUTED_PART, UNKNOWN_PART);
    return target !== '-' && isTarget(target) ? [{ kind, target: detach(target), line, column }] : [];
  };
  if (/^php(?:_admin)?_value$/.test(name) && /^auto_(?:prepend|append)_file$/i.test(values[0] ?? '')) {
    return values[1]?.toLowerCase() === 'none' ? [] : reference('prepend', values[1] ?? '');
  }
  const rule = TARGETS.get(name);
  return rule === undefined ? [] : values.slice(rule.from, rule.to).flatMap((value) => reference(rule.kind, value));
}

/** Extensions that AddHandler, AddType, or SetHandler within a FilesMatch hand to PHP. */
function phpExtensionsOf(directive: Directive): string[] {
  const [handler = '', ...names] = directive.values;
  if (!PHP_HANDLER.test(handler)) return [];
  return handledExtensions(directive, names).map((extension) => extension.replace(/^\./, '').toLowerCase());
}

function handledExtensions(directive: Directive, names: readonly string[]): readonly string[] {
  if (directive.name === 'sethandler' || directive.name === 'forcetype') {
    return fileSections(directive).flatMap(({ argument }) => argument.match(/[a-z0-9]+/gi) ?? []);
  }
  return directive.name === 'addhandler' || directive.name === 'addtype' ? names : [];
}

function closedBy(directives: readonly Directive[]): AccessRules['closed'] {
  const accesses = new Set(directives.filter((directive) => fileSections(directive).length === 0).map(accessOf));
  if (accesses.has('some')) return 'login';
  return accesses.has('denied') ? 'denied' : undefined;
}

/** Whom a directive lets in: nobody, or some visitors by address or password; `undefined` when it is about something else. */
function accessOf({ name, values }: Directive): 'denied' | 'some' | undefined {
  if (name === 'authtype') return 'some';
  if (name !== 'deny' && name !== 'allow' && name !== 'require') return undefined;
  const value = values.join(' ').toLowerCase();
  if (name === 'deny') return value === 'from all' ? 'denied' : undefined;
  if (name === 'allow') return value === 'from all' ? undefined : 'some';
  if (value === 'all granted') return undefined;
  return value === 'all denied' ? 'denied' : 'some';
}
