import { parseArgs } from 'node:util';
import { TASKS, type Task } from '../incident/notice/task';
import { DENY_FORMATS, type DenyFormat } from '../report/denyRules/denyFormat';
import { HARDENING_FORMS, type HardeningForm } from '../report/hardening/hardeningForm';

/** How `log-site-audit incident` is used. */
export const INCIDENT_USAGE =
  'log-site-audit incident [--notice FILE] [--list FILE] [--logs PATH…] [--site DIR]… [--root REMOTE=DIR]… [--domain DOMAIN=DIR]… [--mask] [--json | --report FILE [--done TASK]… | --evidence FILE.zip [--done TASK]… | --deny FORMAT [--own ADDRESS]… | --hardening FORM | --reply LANGUAGE [--done TASK]…]';

/** Languages in which replies can be written. */
export const REPLY_LANGUAGES = ['en', 'ja'] as const;
export type ReplyLanguage = (typeof REPLY_LANGUAGES)[number];

/** Where the parts of an incident lie, as the disk names them. Any may be missing. */
export interface IncidentPlaces {
  /** File with the host's mail. */
  readonly notice?: string;
  /** File with the host's list of bad files. */
  readonly list?: string;
  /** Logs, folders and archives of logs. */
  readonly logs: readonly string[];
  /** Folders with copies of the sites of the account. */
  readonly sites: readonly string[];
  /** Folders of the server, and which folders are their copies. */
  readonly roots: readonly FolderOf[];
  /** Domains, and which folders are shown as their `/`. */
  readonly domains: readonly FolderOf[];
}

/** What a folder is the folder of: `NAME=DIR`. */
export interface FolderOf {
  readonly name: string;
  readonly folder: string;
}

/** What the user wants of the command. */
export interface IncidentRequest {
  readonly places: IncidentPlaces;
  readonly json: boolean;
  /** Form of the rules to print in the place of the incident; absent where none are wanted. */
  readonly deny?: DenyFormat;
  /** Form in which to print how the site is made safer, in the place of the incident; absent where it is not wanted. */
  readonly hardening?: HardeningForm;
  /** The user's own addresses and networks, which no rule shuts out. */
  readonly own: readonly string[];
  /** Language of the reply to print in the place of the incident; absent where none is wanted. */
  readonly reply?: ReplyLanguage;
  /** File to write a report to in the place of printing the incident; absent where none is wanted. */
  readonly report?: string;
  /** Archive to write the evidence to in the place of printing the incident; absent where none is wanted. */
  readonly evidence?: string;
  /** Whether personal data of the site's visitors and users is masked. */
  readonly mask: boolean;
  /** What the user did of what the host asks for. */
  readonly done: readonly Task[];
}

/** Reads the words after the command; `undefined` when they are not understood or name nothing. */
export function readIncidentRequest(parameters: string[]): IncidentRequest | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: parameters,
      options: {
        notice: { type: 'string' },
        list: { type: 'string' },
        logs: { type: 'string', multiple: true, default: [] },
        site: { type: 'string', multiple: true, default: [] },
        root: { type: 'string', multiple: true, default: [] },
        domain: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        deny: { type: 'string' },
        hardening: { type: 'string' },
        own: { type: 'string', multiple: true, default: [] },
        reply: { type: 'string' },
        report: { type: 'string' },
        evidence: { type: 'string' },
        mask: { type: 'boolean', default: false },
        done: { type: 'string', multiple: true, default: [] },
      },
      // Paths behind that of `--logs` are logs as well.
      allowPositionals: true,
    });
    const { notice, list, json, own, report, evidence, mask } = values;
    const logs = [...values.logs, ...positionals];
    const sites = values.site.filter((site) => site !== '');
    if (logs.length + sites.length === 0 && [notice, list].every((each) => !each)) return undefined;
    const deny = oneOf(DENY_FORMATS, values.deny);
    const hardening = oneOf(HARDENING_FORMS, values.hardening);
    const reply = oneOf(REPLY_LANGUAGES, values.reply);
    const done = values.done.map((task) => oneOf(TASKS, task)!);
    const places = {
      notice,
      list,
      logs,
      sites,
      roots: values.root.map(folderOf),
      domains: values.domain.map(folderOf),
    };
    return { places, json, deny, hardening, own, reply, report, evidence, mask, done };
  } catch {
    // `parseArgs` throws for an option that it does not know, `oneOf` for a value.
    return undefined;
  }
}

/** Reads `NAME=DIR`. @throws when it is something else. */
function folderOf(given: string): FolderOf {
  const [, name, folder] = /^([^=]+)=(.*)$/.exec(given) ?? [];
  if (name === undefined || folder === undefined) throw new RangeError(given);
  return { name, folder };
}

/** @throws when a value is given that is none of those that there are. */
function oneOf<Value extends string>(values: readonly Value[], given: string | undefined): Value | undefined {
  const found = values.find((value) => value === given);
  if (found === undefined && given !== undefined) throw new RangeError(given);
  return found;
}
