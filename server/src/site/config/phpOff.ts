import { fileSections, type Directive } from './apacheDirectives';

/** `<FilesMatch "\.php$">`, `<Files *.php>`, and lists of endings that have it. */
const PHP_FILES = /\bph(?:p|\(|\\?\[|tml)/i;
/** Names by which php_flag and php_value switch PHP off. */
const OFF = /^(?:off|0|no|false)$/i;

/** Whether the directives of an .htaccess keep PHP in its folder from being run for visitors. */
export function switchesPhpOff(directives: readonly Directive[]): boolean {
  return directives.some((directive) => {
    const { name, values } = directive;
    const value = values.join(' ').toLowerCase();
    switch (name) {
      case 'require':
        return value === 'all denied' && isAboutPhp(directive);
      case 'deny':
        return value === 'from all' && isAboutPhp(directive);
      case 'php_flag':
      case 'php_admin_flag':
      case 'php_value':
        return values[0]?.toLowerCase() === 'engine' && OFF.test(values[1] ?? '');
      case 'removehandler':
        return values.some(isPhpEnding) && !directives.some(runsPhp);
      case 'rewriterule':
        return PHP_FILES.test(values[0] ?? '') && /(?:^|[[,])f(?:orbidden)?(?:[\],]|$)/i.test(values[2] ?? '');
      default:
        return false;
    }
  });
}

function isPhpEnding(ending: string): boolean {
  return /^\.?php$/i.test(ending);
}

/** Hosts have their handler for PHP put into the .htaccess behind such a line. */
function runsPhp({ name, values: [handler = '', ...endings] }: Directive): boolean {
  return (name === 'addhandler' && endings.some(isPhpEnding)) || (name === 'sethandler' && /php/i.test(handler));
}

function isAboutPhp(directive: Directive): boolean {
  return fileSections(directive).some(({ name, argument }) => name.startsWith('files') && PHP_FILES.test(argument));
}
