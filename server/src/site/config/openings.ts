import { fileSections, type Directive } from './apacheDirectives';
import { settingSign, type SettingSign, type SettingSignKind } from './settingSign';

/** `<Files *.php>`, `<FilesMatch "\.php$">`. */
const PHP_FILES = /\bph(?:p\d*|tml)\W*$/i;

/** Directives that switch protection off, show code, or open folders. */
export function openingSigns(directives: readonly Directive[]): SettingSign[] {
  return directives.flatMap((directive) => {
    const kind = kindOf(directive);
    return kind === undefined ? [] : [settingSign(kind, directive)];
  });
}

function kindOf(directive: Directive): SettingSignKind | undefined {
  const { name, values } = directive;
  switch (name) {
    case 'secfilterengine':
    case 'secfilterscanpost':
    case 'secruleengine':
      return values[0]?.toLowerCase() === 'off' ? 'firewallOff' : undefined;
    case 'addtype':
    case 'addhandler':
      return isShown(values[0]) && values.slice(1).some(isPhp) ? 'showsCode' : undefined;
    case 'forcetype':
    case 'sethandler':
      return isShown(values[0]) && fileSections(directive).some(({ argument }) => PHP_FILES.test(argument))
        ? 'showsCode'
        : undefined;
    case 'options':
      return opensFolders(values.map((value) => value.toLowerCase())) ? 'opensFolders' : undefined;
    default:
      return undefined;
  }
}

/** Files of this type are given out as they are. */
function isShown(type = ''): boolean {
  return /^(?:text\/plain|text|txt|server-parsed|application\/octet-stream)$/i.test(type);
}

function isPhp(extension: string): boolean {
  return /^\.?ph(?:p\d*|tml)$/i.test(extension);
}

/** `Options All`, `+ExecCGI`, or listings together with links that may lead anywhere. */
function opensFolders(options: readonly string[]): boolean {
  const on = new Set(options.map((option) => option.replace(/^\+/, '')));
  return on.has('all') || on.has('execcgi') || (on.has('indexes') && on.has('followsymlinks'));
}
