import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { addressDataSource } from '../../../server/src/address/addressDataSource';
import { runIncidentCommand } from '../../../server/src/cli/incidentCommand';
import { nodeDisk } from '../../../server/src/nodeDisk';
import { readLanguage } from '../../../server/src/wordBundle';

const PROJECT = path.join(__dirname, '..', '..', '..');
const addressData = addressDataSource(() => readFile(path.join(PROJECT, 'data', 'addresses.bin.br')));

/** The part of an incident's JSON that stories are judged by; docs/incident.md says what it means. */
export interface IncidentInJson {
  readonly notice: {
    readonly host: { readonly id: string };
    readonly identifiers: Readonly<Record<string, string>>;
    readonly mails?: number;
    readonly measures: readonly string[];
    readonly tasks: readonly string[];
  };
  readonly files: readonly {
    readonly file: string;
    readonly state: string;
    readonly severity: string;
    readonly named?: { readonly path: string };
    readonly findings: readonly { readonly rule: string }[];
    readonly calls?: {
      readonly requests: number;
      readonly clients: readonly JsonClient[];
      readonly first: string;
      readonly last: string;
      readonly places: readonly JsonPlace[];
    };
    readonly uploads: readonly { readonly client: string; readonly place: JsonPlace }[];
  }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly clients: readonly JsonClient[];
  }[];
  /** Asked where only the user can say which folder of the copy is meant. */
  readonly questions?: readonly unknown[];
  readonly causes: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly evidence: readonly {
      readonly speaks: 'for' | 'against';
      readonly text: string;
      readonly places: readonly JsonPlace[];
    }[];
  }[];
  readonly events: readonly {
    readonly kind: string;
    readonly time?: string;
    readonly text: string;
    readonly file?: string;
    readonly places: readonly JsonPlace[];
  }[];
  readonly mails?: { readonly least: number; readonly most?: number; readonly comparison?: string };
}

interface JsonClient {
  readonly address: string;
  readonly count: number;
  readonly country?: string;
  readonly asn?: number;
}

interface JsonPlace {
  readonly file: string;
  readonly line?: number;
}

/** Runs `log-site-audit incident` with all that it has on a user's computer; what it says to the terminal as one text. */
export async function runIncident(...parameters: readonly string[]): Promise<string> {
  const output: string[] = [];
  const errors: string[] = [];
  const code = await runIncidentCommand(
    [...parameters],
    (line) => output.push(line),
    (line) => errors.push(line),
    nodeDisk,
    { addressData, languageOf: (locale) => readLanguage(nodeDisk, path.join(PROJECT, 'l10n'), locale) },
  );
  assert.deepEqual(errors, []);
  assert.equal(code, 1, 'there is something to act on');
  return output.join('\n');
}

/** The same with `--json`; what comes must fit the documented schema. */
export async function incidentInJson(...parameters: readonly string[]): Promise<IncidentInJson> {
  const json: unknown = JSON.parse(await runIncident(...parameters, '--json'));
  const schema = JSON.parse(await readFile(path.join(PROJECT, 'docs', 'incident.schema.json'), 'utf8')) as object;
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
  assert.ok(validate(json), JSON.stringify(validate.errors, undefined, 2));
  return json as IncidentInJson;
}
