import type { Injection } from './injection/injection';
import type { PlacedLoader } from './injection/readInjections';
import type { PhpSwitch } from './config/phpSwitches';
import type { FolderRoutes } from './config/routes';
import type { SettingSign } from './config/settingSign';
import type { CleanComparison } from './known/cleanCopy/compare';
import type { PublishedComparison, PublishedFiles } from './known/published/publishedFiles';
import type { Product } from './known/products/product';
import type { ToolFact } from './known/tools/tool';
import type { OwnRuleMatch, TryOwnRules } from './ownRules/ownRuleMatch';
import type { PhpFacts } from './php/phpFacts';
import type { WalkedFile } from './walk';

/**
 * What a file of the site is read as. `page` is HTML or a template of it, `cgi` a Perl or shell program, `accessFile` an
 * .htaccess, `phpSettings` a .user.ini or php.ini, `schedule` a crontab, `forward` where a mailbox is forwarded to, `sitemap`
 * an XML sitemap or robots.txt, `other` everything that is only looked into for hidden PHP.
 */
export type SiteFileKind =
  | 'php'
  | 'page'
  | 'script'
  | 'cgi'
  | 'accessFile'
  | 'phpSettings'
  | 'schedule'
  | 'forward'
  | 'sitemap'
  | 'other';

/**
 * How a file names another one. `embed` is a script or frame that becomes part of a page, `request` a fetch or XHR,
 * `prepend` a PHP file that the server puts around others, `literal` any other text that ends like a program's name.
 */
export type ReferenceKind =
  | 'form'
  | 'link'
  | 'embed'
  | 'request'
  | 'redirect'
  | 'include'
  | 'prepend'
  | 'rewrite'
  | 'directoryIndex'
  | 'sitemap'
  | 'literal';

/** One mention of another file or URL, as it is written; hostile text. */
export interface SiteReference {
  readonly kind: ReferenceKind;
  readonly target: string;
  /** Line and column, from 1, columns in UTF-16 units of the decoded text. */
  readonly line: number;
  readonly column: number;
}

/**
 * What a program of the site does: the facts of a PHP file without what was read out of them as references, or the same
 * as far as it is known of a CGI program.
 */
export type ProgramFacts = Omit<PhpFacts, 'includes' | 'references' | 'html'>;

/** What an .htaccess says beside its references. Paths are those of its folder and below. */
export interface AccessRules {
  /** `denied` = nobody may request the folder, `login` = only with a password; `undefined` = open. */
  readonly closed: 'denied' | 'login' | undefined;
  /** Extensions, lower case without dot, that the server is told to run as PHP. */
  readonly phpExtensions: readonly string[];
  /** PHP is not run there for visitors. */
  readonly isPhpOff: boolean;
  /** Which files it gives for addresses that name none; absent where it says nothing of that. */
  readonly routes?: FolderRoutes;
}

/** One file of the audited folder. */
export interface SiteFile {
  /** Relative to the audited folder, with `/`. Names are kept as they are, odd ones too; hostile text. */
  readonly path: string;
  readonly kind: SiteFileKind;
  /** Bytes. */
  readonly size: number;
  /** Permission bits, e.g. 0o644; `undefined` where the platform keeps none. */
  readonly permissions: number | undefined;
  /** Last modification, ms since 1970-01-01 UTC. */
  readonly modified: number;
  /** Last change of content, name or permissions, ms since 1970-01-01 UTC. */
  readonly changed: number;
  /** SHA-256 of the bytes, in hexadecimal; `undefined` where they were not read whole. */
  readonly hash?: string;
  /** What the file mentions; empty for `other`. */
  readonly references: readonly SiteReference[];
  /** Present when the file holds PHP code, whatever its name, or is a CGI program. */
  readonly program?: ProgramFacts;
  /** Present when the file is a well-known tool that has power over the site; `program` then shows no suspicions. */
  readonly tool?: ToolFact;
  /** Present when the file says which product it belongs to, and in which version. */
  readonly product?: Product;
  /** Line of the first PHP tag in a file whose name does not say PHP; `undefined` in ordinary PHP files. */
  readonly disguisedPhpLine?: number;
  readonly access?: AccessRules;
  /** What of the settings in the file attackers want; absent in files that hold no settings. */
  readonly signs?: readonly SettingSign[];
  /** The settings of PHP's in the file that matter to safety; absent in files that hold no settings. */
  readonly switches?: readonly PhpSwitch[];
  /** What strangers put into the page or script; absent where nothing was found. */
  readonly injections?: readonly Injection[];
  /** Scripts of other sites that a script loads at its beginning or end; absent where it loads none. */
  readonly loaders?: readonly PlacedLoader[];
  /** Header that makes WordPress load a plugin or page template. */
  readonly wordPressHeader?: 'plugin' | 'template';
}

/** Something that could not be read as it should, and why. */
export interface SiteProblem {
  /** Relative path, '' for the audited folder itself; hostile text. */
  readonly file: string;
  readonly kind: 'unreadable' | 'gone' | 'limit' | 'link' | 'special';
  /** For the user, in their language. */
  readonly message: string;
}

/** All files of an audited folder, sorted by path, with what was read out of them. Plain data. */
export interface SiteModel {
  readonly files: readonly SiteFile[];
  /** Bytes of all files, as the disk reports them. */
  readonly bytes: number;
  /** Sorted by path. */
  readonly problems: readonly SiteProblem[];
}

/** A place in a site file at which a mail is sent, a file is pulled in, or a form stands. */
export interface MailerStep {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn?: number;
}

/** A program that a visitor can call and that sends mail, itself or through the files that it includes. */
export interface Mailer {
  readonly path: string;
  /** Where mail is sent, first in the file itself, then in included files. Never empty. */
  readonly sends: readonly (MailerStep & { readonly via: string })[];
  /** Whether a request can choose a recipient: an auto-reply, or an open mailer. */
  readonly recipientFromRequest: boolean;
  /** Whether a mail is sent once per item of a list. */
  readonly inLoop: boolean;
  /** Whether something that a visitor can reach leads here. */
  readonly reached: boolean;
  /** Forms of the site that are sent to it; empty where it shows its own or none was found. */
  readonly forms: readonly MailerStep[];
  /** Bot checks seen in the file or in what it includes. */
  readonly protections: readonly PhpFacts['protections'][number]['kind'][];
  /** Whether the mailer is an example or test that came with a library beside it. */
  readonly librarySample: boolean;
  /** Whether it stands where the site's programs do not: among uploads or pictures, or in a hidden folder. */
  readonly oddPlace: boolean;
  /** Another mailer that includes this one; `undefined` when visitors only come to it directly. */
  readonly partOf: string | undefined;
}

/** The model that site rules read: the files and how they hang together. It stays in its thread. */
export interface ConnectedSite extends SiteModel {
  readonly mailers: readonly Mailer[];
  /** Files that a visit can begin at or that lead on from there. */
  readonly reached: ReadonlySet<string>;
  /** Folders that a server may show as `/` of a domain, the deepest first, '' last. */
  readonly documentRoots: readonly string[];
  /** File that a settings file (its path) has PHP put before or behind every program; `undefined` when it is not there. */
  readonly prependedBy: (path: string, reference: SiteReference) => string | undefined;
  /** Tells the folder of data, such as uploads or pictures, that a file lies in; `undefined` when in none. */
  readonly dataFolderOf: (path: string) => string | undefined;
  /** How the site differs from the clean copy that the user has; `undefined` when there is none. */
  readonly cleanCopy: CleanComparison | undefined;
  /** How products of the site differ from what their makers publish; empty where nobody was asked. */
  readonly published: readonly PublishedComparison[];
  /** What rules say that the user brought along. */
  readonly ownRuleMatches: readonly OwnRuleMatch[];
  /** Hosts by which the site calls itself, without `www.`; empty when it does not say. */
  readonly ownHosts: ReadonlySet<string>;
  /** Number of pages at which a visit can begin; 0 means that "nothing leads here" has little weight. */
  readonly entryPages: number;
}

/** How far an audit is. */
export interface SiteProgress {
  readonly phase: 'list' | 'read' | 'ownRules';
  readonly files: number;
  /** Number of files that there are to read; `undefined` while they are being listed. */
  readonly total: number | undefined;
}

export interface SiteOptions {
  readonly onProgress?: (progress: SiteProgress) => void;
  /** When aborted, the work rejects with the signal's reason as soon as the reads under way are done. */
  readonly signal?: AbortSignal;
  /** Paths, relative to the folder, those of folders with a slash at the end, that are left alone with all below them. */
  readonly exclude?: (path: string) => boolean;
  /** Folders, relative to the one that is audited, beside which nothing is looked at; all of it when absent. */
  readonly within?: readonly string[];
  /** SHA-256, in lower-case hexadecimal, of contents that the user knows to be good: nothing is said of such files. */
  readonly knownGood?: ReadonlySet<string>;
  /** A folder or an archive, as the disk names it, that holds the site or a program of it as it is meant to be. */
  readonly cleanCopy?: string;
  /** What the makers of products of the site publish about their files. */
  readonly published?: readonly PublishedFiles[];
  /** Tries rules that the user brought along; `undefined` where there are none. */
  readonly tryOwnRules?: TryOwnRules;
  /** Given what was read, for the next audit to build on. */
  readonly onRead?: (read: readonly ReadFile[]) => void;
  /** Files as an earlier audit of the folder read them, by path: those that have not changed are not read again. */
  readonly known?: KnownFiles;
  /** Reads some of the files in other threads; `undefined` where there is no other processor. */
  readonly readElsewhere?: ReadFilesElsewhere;
}

/** A file that was read, and what hindered that. Plain data. */
export interface ReadFile {
  readonly file: SiteFile;
  readonly problem?: SiteProblem;
  /** Present when the file begins as archives do, and packed files that are none. */
  readonly isPacked?: true;
  /** What is in the file, itself first and then archives within it; empty when it is no archive, absent until it was unpacked. */
  readonly archives?: readonly SiteArchive[];
}

/** What was read of an archive of the site, or of one within such an archive. Plain data. */
export interface SiteArchive {
  /** Where it lies within the file of the site; '' for that file itself. */
  readonly within: string;
  /** Its files, sorted by their paths within it: harmless ones, each only once. */
  readonly files: readonly SiteFile[];
  /** Bytes that were unpacked for its files. */
  readonly bytes: number;
  /** What could not be read, by path within it; '' for the archive as a whole. */
  readonly problems: readonly SiteProblem[];
}

export type KnownFiles = ReadonlyMap<string, ReadFile>;

/** Reads lists of files in other threads, one thread for each. */
export interface ReadFilesElsewhere {
  readonly threads: number;
  /** @param known what an earlier audit made of some of the files */
  readonly read: (
    root: string,
    files: readonly WalkedFile[],
    known: readonly ReadFile[],
    onProgress: (files: number) => void,
  ) => Promise<ReadFile[]>;
}
