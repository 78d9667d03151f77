import { SemanticTokensBuilder } from 'vscode-languageserver';
import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-protocol';
import type { FieldName, LineField } from '../log/fieldAt';
import type { OpenLog } from '../logDocument';
import type { ReadLine, ShownLines } from './shownLines';

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

/** A part of a line that has a colour of its own. */
export interface LineToken {
  /** In UTF-16 units, the end behind the last one. */
  readonly start: number;
  readonly end: number;
  readonly type: TokenType;
  /** The client or endpoint is in a finding that is an error or a warning. */
  readonly flagged: boolean;
}

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
  for (const line of lines) {
    for (const { start, end, type, flagged } of lineTokens(log, line)) {
      builder.push(line.at, start, end - start, TOKEN_TYPES.indexOf(type), flagged ? FLAGGED : 0);
    }
  }
  return builder.build();
}

/** The coloured parts of a line, in order. */
export function lineTokens(log: OpenLog, { line, fields }: ReadLine): LineToken[] {
  const flagged = flaggedOf(log);
  const row = log.model.table.rowOfLine(line);
  return inOrder(fields).map((field) => ({
    start: field.start,
    end: field.end,
    type: tokenType(field),
    flagged: row !== undefined && flagged.has(field.name, log, row),
  }));
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
