import sarif from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import { Ajv, type ErrorObject } from 'ajv';

/**
 * What is wrong with a SARIF log according to the schema of the format (2.1.0, as OASIS published it); empty when it is valid. The
 * schema is of draft 4, of which it uses nothing that later drafts read otherwise but the name of its id.
 */
export function sarifErrors(log: unknown): readonly ErrorObject[] {
  return validate(log) ? [] : (validate.errors ?? []);
}

const { $schema: _draft, id: _id, ...schema } = sarif;

const validate = new Ajv({
  allErrors: true,
  strict: false,
  // A pattern of the schema has a bracket too many, which only expressions without Unicode take.
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) =>
      URL.canParse(text, 'https://base.example/') && /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(text),
    'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/,
  },
}).compile(schema);
