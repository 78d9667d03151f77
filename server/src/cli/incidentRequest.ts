import { parseArgs } from 'node:util';
import { TASKS, type Task } from '../incident/notice/task';
import { DENY_FORMATS, type DenyFormat } from '../report/denyRules/denyFormat';

/** How `log-site-audit incident` is used. */
export const INCIDENT_USAGE =
  'log-site-audit incident [--notice FILE] [--list FILE] [--logs PATH…] [--site DIR] [--mask] [--json | --report FILE [--done TASK]… | --deny FORMAT [--own ADDRESS]… | --reply LANGUAGE [--done TASK]…]';

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
  /** Copy of the site, a folder. */
  readonly site?: string;
}

/** What the user wants of the command. */
export interface IncidentRequest {
  readonly places: IncidentPlaces;
  readonly json: boolean;
  /** Form of the rules to print in the place of the incident; absent where none are wanted. */
  readonly deny?: DenyFormat;
  /** The user's own addresses and networks, which no rule shuts out. */
  readonly own: readonly string[];
  /** Language of the reply to print in the place of the incident; absent where none is wanted. */
  readonly reply?: ReplyLanguage;
  /** File to write a report to in the place of printing the incident; absent where none is wanted. */
  readonly report?: string;
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
        site: { type: 'string' },
        json: { type: 'boolean', default: false },
        deny: { type: 'string' },
        own: { type: 'string', multiple: true, default: [] },
        reply: { type: 'string' },
        report: { type: 'string' },
        mask: { type: 'boolean', default: false },
        done: { type: 'string', multiple: true, default: [] },
      },
      // Paths behind that of `--logs` are logs as well.
      allowPositionals: true,
    });
    const { notice, list, site, json, own, report, mask } = values;
    const logs = [...values.logs, ...positionals];
    if (logs.length === 0 && [notice, list, site].every((each) => !each)) return undefined;
    const deny = oneOf(DENY_FORMATS, values.deny);
    const reply = oneOf(REPLY_LANGUAGES, values.reply);
    const done = values.done.map((task) => oneOf(TASKS, task)!);
    return { places: { notice, list, site, logs }, json, deny, own, reply, report, mask, done };
  } catch {
    // `parseArgs` throws for an option that it does not know, `oneOf` for a value.
    return undefined;
  }
}

/** @throws when a value is given that is none of those that there are. */
function oneOf<Value extends string>(values: readonly Value[], given: string | undefined): Value | undefined {
  const found = values.find((value) => value === given);
  if (found === undefined && given !== undefined) throw new RangeError(given);
  return found;
}
