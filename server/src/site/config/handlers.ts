import { fileSections, type Directive } from './apacheDirectives';
import { settingSign, type SettingSign } from './settingSign';

/** Handlers and types that run a file as a program. https://httpd.apache.org/docs/2.4/handler.html */
const PROGRAM_HANDLER = /php|^cgi-script$|^proxy:.*fcgi/i;
/** Files that are programs anyway, and pages, which many sites let PHP fill in. */
const PROGRAM_EXTENSION = /^(?:php\d*|phtml|pht|phps|phar|inc|cgi|pl|py|rb|sh|fcgi|html?|shtml?|xhtml|tpl|module)$/;
/** Files that never are: pictures, texts, sounds, archives. */
const DATA_EXTENSION =
  /^(?:jpe?g|png|gif|ico|bmp|webp|svg|avif|tiff?|txt|log|md|csv|pdf|docx?|xlsx?|mp3|mp4|avi|mov|zip|gz|tar|rar|woff2?|ttf|eot|css|js|json|xml|map)$/;
const EXTENSIONS_IN_PATTERN = /\.?\\?\.?([a-z0-9_]+)/gi;

/** Directives that have other files than programs run as such. */
export function handlerSigns(directives: readonly Directive[]): SettingSign[] {
  return directives.flatMap((directive) => {
    const names = handledNames(directive);
    return names.length === 0 ? [] : [settingSign('runsOtherFiles', directive, names)];
  });
}

/** Files or extensions that a directive has run as programs though they are none. */
function handledNames(directive: Directive): string[] {
  const [handler = '', ...extensions] = directive.values;
  if (!PROGRAM_HANDLER.test(handler)) return [];
  switch (directive.name) {
    case 'addhandler':
    case 'addtype':
      return extensions.map(bareExtension).filter((extension) => !PROGRAM_EXTENSION.test(extension));
    case 'sethandler':
    case 'forcetype':
      return fileSections(directive).flatMap(({ name, argument }) => namesInSection(name, argument));
    default:
      return [];
  }
}

function bareExtension(value: string): string {
  return value.replace(/^\./, '').toLowerCase();
}

/** `<Files "favicon.ico">` names a file, `<FilesMatch "\.(jpg|png)$">` extensions. */
function namesInSection(section: string, argument: string): string[] {
  if (section === 'files' && !argument.startsWith('~')) {
    const extension = bareExtension(argument.slice(argument.lastIndexOf('.') + 1));
    return PROGRAM_EXTENSION.test(extension) ? [] : [argument];
  }
  const words = [...argument.matchAll(EXTENSIONS_IN_PATTERN)].map(([, word = '']) => word.toLowerCase());
  return words.filter((word) => DATA_EXTENSION.test(word));
}

/** Whether a name or extension is that of a picture, a text or other data, which has no reason to be run. */
export function isData(name: string): boolean {
  return DATA_EXTENSION.test(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
}
