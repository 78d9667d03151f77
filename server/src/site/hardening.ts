import type { PhpSwitch } from './config/phpSwitches';
import { isRunAsPhp } from './fileKind';
import { folderOf, foldersUpFrom, joinPath } from './paths';
import type { ConnectedSite, Mailer, MailerStep, SiteFile } from './siteModel';

/** What of a site can be made safer, beside what is wrong with it. Plain data; paths and values are hostile texts. */
export interface SiteHardening {
  /** Settings of PHP's that matter to safety, by file and line. */
  readonly switches: readonly PlacedSwitch[];
  /** Folders for files in which no program has to run, sorted. */
  readonly uploadFolders: readonly UploadFolder[];
  /** Programs of the site that send mail for its visitors. */
  readonly mailForms: readonly MailForm[];
}

export interface PlacedSwitch extends PhpSwitch {
  /** Relative path of the settings file. */
  readonly file: string;
}

/** A folder into which visitors or editors put files. */
export interface UploadFolder {
  /** Relative path. */
  readonly path: string;
  /** Path of its address, without slash first and last; '' when it is all that the server shows. */
  readonly address: string;
  /** Whether an .htaccess already keeps PHP from running there. */
  readonly isPhpOff: boolean;
  /** Programs in it that the site itself leads to: they would stop working. */
  readonly ownPrograms: number;
}

/** A program that sends mail, and the forms that are sent to it. */
export interface MailForm extends Pick<Mailer, 'reached' | 'recipientFromRequest'> {
  readonly path: string;
  /** Where it sends. */
  readonly sends: MailerStep;
  readonly forms: readonly MailerStep[];
  /** Whether a check against robots was seen that robots can't forge. */
  readonly isProtected: boolean;
}

/** Folders of programs, whose pictures and temporary files nobody uploads. */
const PROGRAM_FOLDER =
  /(?:^|\/)(?:wp-admin|wp-includes|wp-content\/(?:plugins|mu-plugins|themes)|node_modules|vendor|bower_components)(?:\/|$)/;

/** What of a site can be made safer. */
export function siteHardening(site: ConnectedSite): SiteHardening {
  return {
    switches: site.files.flatMap(({ path, switches = [] }) => switches.map((each) => ({ ...each, file: path }))),
    uploadFolders: uploadFolders(site),
    mailForms: site.mailers.filter(({ partOf, librarySample }) => partOf === undefined && !librarySample).map(mailForm),
  };
}

/** The outermost folders of data: what is set there holds below them. */
function uploadFolders({ files, reached, dataFolderOf, documentRoots }: ConnectedSite): UploadFolder[] {
  const programs = new Map<string, number>();
  // Many files lie in one folder.
  const outermostOf = new Map<string, string | undefined>();
  for (const { path } of files) {
    const parent = folderOf(path);
    if (!outermostOf.has(parent)) outermostOf.set(parent, outermost(path, dataFolderOf));
    const folder = outermostOf.get(parent);
    if (folder === undefined || PROGRAM_FOLDER.test(folder)) continue;
    const isOwn = isRunAsPhp(path) && reached.has(path);
    programs.set(folder, (programs.get(folder) ?? 0) + Number(isOwn));
  }
  const byPath = new Map(files.map((file) => [file.path, file]));
  return [...programs]
    .map(([path, ownPrograms]) => ({
      path,
      address: addressOf(path, documentRoots),
      isPhpOff: isPhpOff(path, byPath),
      ownPrograms,
    }))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** A folder's path below the document root that it lies in. */
function addressOf(folder: string, documentRoots: readonly string[]): string {
  const root = documentRoots.find((each) => each !== '' && `${folder}/`.startsWith(`${each}/`)) ?? '';
  return root === '' ? folder : folder.slice(root.length + 1);
}

function outermost(path: string, dataFolderOf: ConnectedSite['dataFolderOf']): string | undefined {
  const folder = dataFolderOf(path);
  return folder === undefined ? undefined : (outermost(folder, dataFolderOf) ?? folder);
}

function isPhpOff(folder: string, byPath: ReadonlyMap<string, SiteFile>): boolean {
  return foldersUpFrom(folder).some((each) => {
    const access = byPath.get(joinPath(each, '.htaccess'))?.access;
    return access !== undefined && (access.isPhpOff || access.closed === 'denied');
  });
}

function mailForm({ path, sends, forms, reached, recipientFromRequest, protections }: Mailer): MailForm {
  const { path: file, line, column } = sends[0]!;
  return {
    path,
    sends: { path: file, line, column },
    forms,
    reached,
    recipientFromRequest,
    isProtected: protections.some((protection) => protection !== 'referrer'),
  };
}
