import type { Directive } from './apacheDirectives';
import { settingSign, type SettingSign, type SettingSignKind } from './settingSign';

/** Directives that switch protection off, show code, or open folders. */
export function openingSigns(directives: readonly Directive[]): SettingSign[] {
  return directives.flatMap((directive) => {
    const kind = kindOf(directive);
    return kind === undefined ? [] : [settingSign(kind, directive)];
  });
}

function kindOf({ name, values }: Directive): SettingSignKind | undefined {
  switch (name) {
    case 'secfilterengine':
    case 'secfilterscanpost':
    case 'secruleengine':
      return values[0]?.toLowerCase() === 'off' ? 'firewallOff' : undefined;
    case 'addtype':
    case 'forcetype':
    case 'addhandler':
      return showsCode(values) ? 'showsCode' : undefined;
    case 'options':
      return opensFolders(values.map((value) => value.toLowerCase())) ? 'opensFolders' : undefined;
    default:
      return undefined;
  }
}

function showsCode([type = '', ...extensions]: readonly string[]): boolean {
  return /^(?:text\/plain|text|txt|server-parsed)$/i.test(type) && extensions.some(isPhp);
}

function isPhp(extension: string): boolean {
  return /^\.?ph(?:p\d*|tml)$/i.test(extension);
}

/** `Options All`, `+ExecCGI`, or listings together with links that may lead anywhere. */
function opensFolders(options: readonly string[]): boolean {
  const on = new Set(options.map((option) => option.replace(/^\+/, '')));
  return on.has('all') || on.has('execcgi') || (on.has('indexes') && on.has('followsymlinks'));
}
