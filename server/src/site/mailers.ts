import { isRunAsPhp } from './fileKind';
import { includeClosure, isHidden, type SiteGraph } from './graph';
import { extensionOf, folderOf, foldersUpFrom, joinPath } from './paths';
import type { SendCall } from './php/phpFacts';
import type { AccessRules, Mailer, SiteFile } from './siteModel';

/** A program with more includes than this is built on a framework, whose mail functions and checks are not its own. */
const OWN_INCLUDES = 40;
/** A library that more programs share is a toolbox: including it does not mean sending mail. */
const MAXIMUM_SHARING_PROGRAMS = 2;
const SAMPLE_FOLDER = /(?:^|\/)(?:examples?|tests?|test_script|samples?|demos?)\//i;
const CORE_FOLDER = /(?:^|\/)wp-(?:includes|admin)\//;

/**
 * Finds the programs that a visitor can call and that send mail: in code that runs on the call, theirs or an included file's,
 * or in functions of a library that hardly anyone but them includes. Files that only declare classes and functions are not
 * among them, nor are those that the server's settings keep visitors out of.
 */
export function findMailers(files: readonly SiteFile[], graph: SiteGraph): Mailer[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const accessOf = accessRules(byPath);
  const programs = files.filter((file) => isCallable(file, accessOf(file.path)));
  const included = new Set(programs.flatMap(({ path }) => graph.includes.get(path) ?? []).map((edge) => edge.path));
  const wholes = programs.filter(({ path }) => !included.has(path));
  const sharing = countSharing(wholes, byPath, graph);
  const mailers = programs.flatMap((file) => {
    const closure = includeClosure(graph, file.path, OWN_INCLUDES)?.map((path) => byPath.get(path)) ?? [];
    const parts = closure.filter((part) => part !== undefined);
    const isWhole = !included.has(file.path);
    const sends = [...ownSends(file), ...parts.flatMap((part) => includedSends(part, isWhole, sharing))];
    return sends.length === 0 ? [] : [mailerOf(file, parts, sends, graph, byPath, accessOf(file.path))];
  });
  return withWholes(mailers, graph);
}

/** Marks the mailers that are included by others; of two that include each other, one stays whole. */
function withWholes(mailers: readonly Omit<Mailer, 'partOf'>[], graph: SiteGraph): Mailer[] {
  const wholes = new Map<string, string>();
  for (const { path } of mailers) {
    for (const included of includeClosure(graph, path, OWN_INCLUDES) ?? []) {
      if (wholes.get(path) !== included) wholes.set(included, path);
    }
  }
  return mailers.map((mailer) => ({ ...mailer, partOf: wholes.get(mailer.path) }));
}

/** Who may call the programs of a folder, and which these are. */
type VisitorAccess = Pick<AccessRules, 'closed' | 'phpExtensions'>;

interface PlacedSend extends SendCall {
  readonly path: string;
}

function mailerOf(
  file: SiteFile,
  parts: readonly SiteFile[],
  sends: readonly PlacedSend[],
  graph: SiteGraph,
  byPath: ReadonlyMap<string, SiteFile>,
  access: VisitorAccess,
): Omit<Mailer, 'partOf'> {
  // The checks of a framework stand anywhere in it; those of WordPress, which has too many files to say, are asked for.
  const checking = includeClosure(graph, file.path)?.map((path) => byPath.get(path)) ?? parts;
  const checks = [file, ...checking].flatMap((part) => part?.program?.protections ?? []).map(({ kind }) => kind);
  if (access.closed === 'login') checks.push('login');
  return {
    path: file.path,
    sends: sends.map(({ path, line, column, endColumn, via }) => ({ path, line, column, endColumn, via })),
    recipientFromRequest: sends.some((send) => send.recipientFromRequest),
    inLoop: sends.some((send) => send.inLoop),
    reached: graph.reached.has(file.path),
    forms: graph.forms.get(file.path) ?? [],
    protections: [...new Set(checks)],
    librarySample: isLibrarySample(file.path, graph),
    oddPlace: graph.dataFolderOf(file.path) !== undefined || isHidden(file.path) || CORE_FOLDER.test(file.path),
  };
}

function isCallable({ path, kind, program }: SiteFile, access: VisitorAccess): boolean {
  if (program?.runsCode !== true || access.closed === 'denied') return false;
  return kind === 'cgi'
    ? extensionOf(path) !== 'pm'
    : isRunAsPhp(path) || access.phpExtensions.includes(extensionOf(path));
}

function ownSends({ path, program }: SiteFile): PlacedSend[] {
  return (program?.sends ?? []).filter((send) => send.reachedFromTopLevel).map((send) => ({ ...send, path }));
}

/**
 * What an included file sends: code that runs on inclusion, and functions that the program includes it for.
 * @param isWhole whether visitors only come to the program directly; a part's functions belong to what includes the part.
 */
function includedSends(part: SiteFile, isWhole: boolean, sharing: ReadonlyMap<string, number>): PlacedSend[] {
  const owned = isWhole && (sharing.get(part.path) ?? 0) <= MAXIMUM_SHARING_PROGRAMS;
  return (part.program?.sends ?? [])
    .filter((send) => send.reachedFromTopLevel || owned)
    .map((send) => ({ ...send, path: part.path }));
}

/** For each file that sends mail, how many callable programs pull it in, parts of programs not counted. */
function countSharing(
  programs: readonly SiteFile[],
  byPath: ReadonlyMap<string, SiteFile>,
  graph: SiteGraph,
): Map<string, number> {
  const sharing = new Map<string, number>();
  for (const { path } of programs) {
    for (const included of includeClosure(graph, path) ?? []) {
      if ((byPath.get(included)?.program?.sends.length ?? 0) === 0) continue;
      sharing.set(included, (sharing.get(included) ?? 0) + 1);
    }
  }
  return sharing;
}

/** An example that came with a library and uses it: it names files outside of its own folder but within the library's. */
function isLibrarySample(path: string, { includes }: SiteGraph): boolean {
  const folder = SAMPLE_FOLDER.exec(path);
  if (folder === null) return false;
  const library = path.slice(0, folder.index + (folder[0].startsWith('/') ? 1 : 0));
  const sample = path.slice(0, folder.index + folder[0].length);
  return (includes.get(path) ?? []).some((edge) => edge.path.startsWith(library) && !edge.path.startsWith(sample));
}

/** Tells for a path what the .htaccess files above it say together. */
function accessRules(byPath: ReadonlyMap<string, SiteFile>): (path: string) => VisitorAccess {
  return (path) => {
    const rules = foldersUpFrom(folderOf(path))
      .map((folder) => byPath.get(joinPath(folder, '.htaccess'))?.access)
      .filter((access) => access !== undefined);
    return {
      closed: rules.find((access) => access.closed !== undefined)?.closed,
      phpExtensions: rules.flatMap((access) => access.phpExtensions),
    };
  };
}
