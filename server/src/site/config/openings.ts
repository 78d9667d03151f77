import type { Directive } from './apacheDirectives';
import { settingSign, type SettingSign, type SettingSignKind } from './settingSign';

/** Directives that switch protection off, show code, or open folders. */
export function openingSigns(directives: readonly Directive[]): SettingSign[] {
  return directives.flatMap((directive) => {
    const kind = kindOf(directive);
    return kind === undefined ? [] : [settingSign(kind, directive)];
  });
}

function kindOf(directive: Directive): SettingSignKind | undefined {
  const [first = '', ...rest] = directive.values.map((value) => value.toLowerCase());
  switch (directive.name) {
    case 'secfilterengine':
    case 'secfilterscanpost':
    case 'secruleengine':
      return first === 'off' ? 'firewallOff' : undefined;
    case 'addtype':
    case 'forcetype':
    case 'addhandler':
      return /^(?:text\/plain|text|txt|server-parsed)$/.test(first) && rest.some(isPhp) ? 'showsCode' : undefined;
    case 'options':
      return opensFolders([first, ...rest]) ? 'opensFolders' : undefined;
    default:
      return undefined;
  }
}

function isPhp(extension: string): boolean {
  return /^\.?ph(?:p\d*|tml)$/.test(extension);
}

/** `Options All`, `+ExecCGI`, or listings together with links that may lead anywhere. */
function opensFolders(options: readonly string[]): boolean {
  const on = new Set(options.map((option) => option.replace(/^\+/, '')));
  return on.has('all') || on.has('execcgi') || (on.has('indexes') && on.has('followsymlinks'));
}
