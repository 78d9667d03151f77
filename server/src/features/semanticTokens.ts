import { SemanticTokensBuilder } from 'vscode-languageserver';
import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-protocol';
import type { FieldName, LineField } from '../log/fieldAt';
import type { OpenLog } from '../logDocument';
import type { ShownLines } from './shownLines';

/** Token types of the fields, declared in package.json with the scopes that colour them as the grammars do. */
const TOKEN_TYPES = [
  'logVhost',
  'logClient',
  'logUser',
  'logTime',
  'logMethod',
  'logTarget',
  'logStatus',
  'logClientError',
  'logServerError',
  'logReferrer',
  'logAgent',
  'logMessage',
] as const;

type TokenType = (typeof TOKEN_TYPES)[number];

const typeOfField: Readonly<Record<Exclude<FieldName, 'status'>, TokenType>> = {
  vhost: 'logVhost',
  client: 'logClient',
  user: 'logUser',
  time: 'logTime',
  method: 'logMethod',
  target: 'logTarget',
  referrer: 'logReferrer',
  agent: 'logAgent',
  message: 'logMessage',
};

/** The one modifier: the client or endpoint is in a finding that is an error or a warning. */
const FLAGGED = 1;

/** What the numbers in the tokens mean. */
export const tokenLegend: SemanticTokensLegend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: ['flagged'] };

/** Colours for the fields of visible lines, whatever the format; what findings accuse stands out. */
export function logTokens({ log, lines }: ShownLines): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  const flagged = flaggedOf(log);
  for (const { at, line, fields } of lines) {
    const row = log.model.table.rowOfLine(line);
    for (const field of inOrder(fields)) {
      const modifiers = row !== undefined && flagged.has(field.name, log, row) ? FLAGGED : 0;
      builder.push(at, field.start, field.end - field.start, TOKEN_TYPES.indexOf(tokenType(field)), modifiers);
    }
  }
  return builder.build();
}

function tokenType({ name, text }: LineField): TokenType {
  if (name !== 'status') return typeOfField[name];
  if (text.startsWith('5')) return 'logServerError';
  return text.startsWith('4') ? 'logClientError' : 'logStatus';
}

/** Fields by their place and without those that overlap others: an editor takes tokens in no other order. */
function inOrder(fields: readonly LineField[]): LineField[] {
  let end = 0;
  return fields
    .toSorted((a, b) => a.start - b.start)
    .filter((field) => {
      const stands = field.start >= end && field.end > field.start;
      if (stands) end = field.end;
      return stands;
    });
}

/** The clients and endpoints of a log that its findings accuse. */
class Flagged {
  readonly #clients: ReadonlySet<number>;
  readonly #endpoints: ReadonlySet<number>;

  constructor({ model, findings }: OpenLog) {
    const urgent = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
    const clients = urgent.flatMap((finding) => finding.clients.map(({ address }) => address));
    const endpoints = urgent.flatMap((finding) => finding.endpoints);
    this.#clients = new Set(clients.map((address) => model.table.texts.client.find(address) ?? -1));
    this.#endpoints = new Set(endpoints.map((endpoint) => model.table.findEndpoint(endpoint) ?? -1));
  }

  has(field: FieldName, { model }: OpenLog, row: number): boolean {
    if (field === 'client') return this.#clients.has(model.table.data.client[row]!);
    return field === 'target' && this.#endpoints.has(model.table.data.endpoint[row]!);
  }
}

/** Worked out once for each reading of a log. */
const known = new WeakMap<OpenLog, Flagged>();

function flaggedOf(log: OpenLog): Flagged {
  const flagged = known.get(log) ?? new Flagged(log);
  known.set(log, flagged);
  return flagged;
}
