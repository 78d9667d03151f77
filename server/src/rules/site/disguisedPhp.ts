import { extensionOf, nameOf } from '../../site/paths';
import type { ConnectedSite, SiteFile } from '../../site/siteModel';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type RuleOptions } from '../rule';
import { siteFinding } from './siteFinding';

/** Pictures, fonts, sounds and films: no program writes PHP into them. Archives and PDFs may hold any text and are left out. */
const MEDIA = new Set(
  'jpg jpeg jpe png gif ico bmp webp avif tif tiff cur woff woff2 ttf otf eot mp3 mp4 m4a wav ogg webm mov avi swf'.split(
    ' ',
  ),
);
/** Texts that a server shows as they are; PHP at their very start was meant to be run or to be hidden. */
const TEXT = new Set(['txt', 'log', 'css', 'js', 'csv', 'dat', 'svg']);
/** `photo.jpg.php`: the name shown to a quick reader is not the one that the server goes by. */
const TWO_EXTENSIONS =
  /\.(?:jpe?g|png|gif|ico|bmp|webp|pdf|docx?|xlsx?|zip|rar|mp[34])\.(?:php[3-8]?|phtml|pht|phar)$/i;

/** PHP code in files whose names say picture or text, and programs whose names say picture first. */
export const disguisedPhp = defineRule<ConnectedSite, RuleOptions>({
  id: 'disguised-php',
  family: 'site-files',
  severity: 'error',
  title: () => t('Disguised PHP'),
  explanation: () =>
    t(
      'PHP code inside a picture, font or text file, or a program named like a picture. Attackers hide code this way and run it through an include or a changed server setting.',
    ),
  options: {},
  find: ({ files }) => files.flatMap(judge),
});

function judge(file: SiteFile): Finding[] {
  if (file.program === undefined) return [];
  const name = nameOf(file.path);
  const suspicious = file.program.suspicions.length > 0;
  if (TWO_EXTENSIONS.test(name) && file.program.runsCode) {
    return [
      finding(file, suspicious ? 'error' : 'warning', t('{0} is a program named like a picture or document', name)),
    ];
  }
  if (file.disguisedPhpLine === undefined) return [];
  const extension = extensionOf(file.path);
  if (MEDIA.has(extension)) {
    return [finding(file, 'error', t('{0} holds PHP code although it should be a picture or media file', name))];
  }
  if (!TEXT.has(extension) || file.disguisedPhpLine !== 1) return [];
  return [finding(file, suspicious ? 'warning' : 'information', t('{0} is a PHP program kept as a text file', name))];
}

function finding(file: SiteFile, severity: Finding['severity'], title: string): Finding {
  return siteFinding({
    rule: disguisedPhp.id,
    severity,
    title,
    detail:
      severity === 'information'
        ? t(
            'The server shows such a file as text and does not run it, but anyone can read the code, and another program can include it.',
          )
        : t(
            'Nothing on an ordinary site makes such a file. The code runs as soon as another program includes it or the server is told to treat it as PHP.',
          ),
    advice:
      severity === 'information'
        ? t('When nobody needs it, delete it from the server.')
        : t(
            'Keep a copy for the host, delete it from the server, and look for what includes it: .htaccess, .user.ini and changed PHP files.',
          ),
    places: [
      file.disguisedPhpLine === undefined
        ? { file: file.path }
        : { file: file.path, line: file.disguisedPhpLine, note: t('The PHP code begins here') },
    ],
  });
}
