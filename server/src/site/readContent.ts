import { t } from '../words';
import { decodeText } from './decodeText';
import { phpSettingSigns } from './config/phpLimits';
import { readPhpSettings, settingsThatHold } from './config/phpSettings';
import { phpSwitches } from './config/phpSwitches';
import { forwardSigns, scheduleSigns } from './config/schedules';
import { wordPressConfigurationSigns } from './config/wordPressConfiguration';
import { mayHoldMarkup, mayHoldPhp } from './fileKind';
import { readInjections } from './injection/readInjections';
import { readProduct } from './known/products/readProduct';
import { findTool } from './known/tools/findTool';
import { inOwnMemory } from './ownMemory';
import { nameOf } from './paths';
import type { PhpFacts } from './php/phpFacts';
import { readPhp } from './php/readPhp';
import { readAccessFile } from './references/accessFile';
import { distinctReferences } from './references/distinct';
import { readHtmlReferences, readScriptReferences } from './references/markup';
import { readPerl } from './references/perl';
import { readPhpReferences } from './references/php';
import { readPhpSettingsReferences } from './references/phpSettings';
import { readScheduleReferences } from './references/schedule';
import { readSitemapReferences } from './references/sitemap';
import type { SiteFile, SiteFileKind } from './siteModel';
import { findPhpTag } from './sniffPhp';
import { wordPressHeader } from './wordpress';

/** What the bytes of a file say. */
export type FileContent = Pick<
  SiteFile,
  | 'references'
  | 'program'
  | 'tool'
  | 'product'
  | 'disguisedPhpLine'
  | 'access'
  | 'signs'
  | 'switches'
  | 'injections'
  | 'loaders'
  | 'wordPressHeader'
> & {
  /** For the user: the file was not understood whole because it hit a limit. */
  readonly limit?: string;
};

/** How a text of each kind is understood. */
const READERS: Readonly<Record<Exclude<SiteFileKind, 'php'>, (text: string) => FileContent>> = {
  page: (text) => ({ references: readHtmlReferences(text) }),
  script: (text) => ({ references: readScriptReferences(text) }),
  accessFile: readAccessFile,
  phpSettings: readPhpSettingsFile,
  schedule: (text) => ({ references: readScheduleReferences(text), signs: scheduleSigns(text) }),
  forward: (text) => ({ references: [], signs: forwardSigns(text) }),
  sitemap: (text) => ({ references: readSitemapReferences(text) }),
  cgi: readPerl,
  other: () => ({ references: [] }),
};

function readPhpSettingsFile(text: string): FileContent {
  const settings = readPhpSettings(text);
  return {
    references: readPhpSettingsReferences(text),
    signs: phpSettingSigns(settings),
    switches: phpSwitches(settingsThatHold(settings)),
  };
}

/** What the user is told when PHP code was not examined whole. */
const LIMITS: Readonly<Record<NonNullable<PhpFacts['limit']>, () => string>> = {
  size: () => t('The PHP code is very large; only its first part was examined.'),
  time: () => t('The PHP code took too long to examine; only a part of it was.'),
  depth: () => t('The PHP code is nested very deeply; only a part of it was examined.'),
};

/** Understands a file by its kind; PHP code in it is read as PHP whatever the kind. Nothing in it is executed. */
export function readContent(path: string, kind: SiteFileKind, bytes: Uint8Array): FileContent {
  const tag = findPhpTag(bytes);
  const isPhp = kind === 'php' || (tag >= 0 && kind !== 'cgi');
  const { text } = decodeText(bytes);
  const content = isPhp ? readPhpContent(path, bytes, text, tag) : READERS[kind](text);
  const injected = readInjectedContent(path, isPhp ? 'php' : kind, text);
  const product = readProduct(path, bytes);
  const { references, ...rest } = content;
  return {
    references: distinctReferences(references),
    ...inOwnMemory({ ...injected, ...rest, ...(product !== undefined && { product }) }),
  };
}

/** What strangers put into a page or script, whatever program it belongs to. */
function readInjectedContent(path: string, kind: SiteFileKind, text: string): Partial<FileContent> {
  const read = kind === 'other' && mayHoldMarkup(path) ? 'page' : kind;
  if (read !== 'page' && read !== 'script' && read !== 'php') return {};
  const { injections, loaders, isCut } = readInjections(text, read);
  return {
    ...(injections.length > 0 && { injections }),
    ...(loaders.length > 0 && { loaders }),
    ...(isCut && { limit: t('Only parts of the page or script were searched for injected code: it is very long.') }),
  };
}

function readPhpContent(path: string, bytes: Uint8Array, text: string, tag: number): FileContent {
  const facts = readPhp(text);
  const header = wordPressHeader(text);
  const tool = findTool(text, facts);
  const { includes: _includes, references: _references, html: _html, ...program } = facts;
  return {
    references: readPhpReferences(facts),
    program: tool === undefined ? program : { ...program, suspicions: [] },
    ...(tool !== undefined && { tool }),
    ...(tag >= 0 && !mayHoldPhp(path) && { disguisedPhpLine: lineOf(bytes, tag) }),
    ...(nameOf(path) === 'wp-config.php' && { signs: wordPressConfigurationSigns(text) }),
    ...(header !== undefined && { wordPressHeader: header }),
    ...(facts.limit !== undefined && { limit: LIMITS[facts.limit]() }),
  };
}

function lineOf(bytes: Uint8Array, offset: number): number {
  return bytes.subarray(0, offset).reduce((line, byte) => (byte === 0x0a ? line + 1 : line), 1);
}
