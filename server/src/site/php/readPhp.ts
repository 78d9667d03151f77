import { AnalysisState, Budget } from './analysisState';
import type { Expression, FunctionNode, Statement } from './ast';
import { Evaluator } from './evaluator';
import { includeFacts } from './includes';
import { readMailFormSwitches } from './mailFormSwitches';
import { parse } from './parse';
import type { Observation } from './observation';
import type { CodePlace, HtmlPart, PhpFacts, SourceSpan } from './phpFacts';
import { protectionFacts } from './protections';
import { Reach } from './reach';
import { referenceFacts } from './references';
import { runsCode } from './runsCode';
import { findSendings, sendFacts } from './sends';
import { Spans } from './spans';
import { findWitnesses } from './suspicions';
import { setsByForm } from './suspicions/registerGlobals';

/** Larger files are read up to here, in characters; what lies behind is not looked at (`limit: 'size'`). */
const MAX_LENGTH = 1024 * 1024;

/** Payloads within payloads are read this deep. */
const MAX_PAYLOAD_DEPTH = 5;

/** For so many signs of a file the way is told that the client's data took to them. */
const MOST_WAYS = 50;

export interface ReadPhpOptions {
  /** Characters that are read; `MAX_LENGTH` when not given. */
  readonly maxLength?: number;
}

/**
 * Reads a PHP file: what it sends, includes, names, prints, guards, and what about it is suspicious. Nothing of it is executed.
 * Pure and repeatable, never throws, in time linear to the text up to a fixed number of steps.
 * @param text the decoded file (see `decodeText`); positions in the facts are positions in it.
 */
export function readPhp(text: string, options: ReadPhpOptions = {}): PhpFacts {
  const maxLength = options.maxLength ?? MAX_LENGTH;
  return read(text.length > maxLength ? text.slice(0, maxLength) : text, new Budget(), 0, text.length > maxLength);
}

function read(code: string, budget: Budget, depth: number, tooLong: boolean, startsInCode = false): PhpFacts {
  const program = parse(code, startsInCode);
  const state = new AnalysisState(code, program, budget);
  new Evaluator(state).program();
  const spans = new Spans(code);
  const seen = state.observations.all();
  const sendings = findSendings(state, seen);
  const reach = new Reach(state.edges);
  const readPayload = (payload: string, payloadIsCode: boolean): PhpFacts | undefined => {
    if (depth >= MAX_PAYLOAD_DEPTH || !budget.spend(payload.length >> 4)) return undefined;
    return read(payload.slice(0, MAX_LENGTH), budget, depth + 1, payload.length > MAX_LENGTH, payloadIsCode);
  };
  const witnesses = findWitnesses({ state, seen, sendings, byForm: setsByForm(state), readPayload });
  const limit = tooLong ? 'size' : budget.spent ? 'time' : program.tooDeep ? 'depth' : undefined;
  const switches = readMailFormSwitches(program.body);
  return {
    sends: sendFacts(sendings, reach, spans),
    includes: includeFacts(seen, spans),
    references: referenceFacts(state, seen, spans),
    html: htmlParts(program.body, code, spans),
    protections: protectionFacts(state, seen, spans),
    suspicions: [
      ...witnesses.map(({ signal, strength, node, decoded }, number) => {
        const steps = number < MOST_WAYS ? state.flows.stepsTo(node, ownerOf(node, seen), code) : [];
        return {
          signal,
          strength,
          ...codePlace(node, spans),
          ...(steps.length > 0 && { cameBy: steps.map((step) => codePlace(step, spans)) }),
          ...(decoded && { decoded }),
        };
      }),
      ...(startsInCode || !lacksItsTag(code) ? [] : (readPayload(code, true)?.suspicions ?? [])),
    ],
    declares: [...program.functions, ...program.classes].map((node) => node.name).filter((name) => name !== ''),
    runsCode: runsCode(state),
    ...(switches && { mailFormSwitches: switches }),
    ...(limit && { limit }),
  };
}

function codePlace({ start, end }: Expression, spans: Spans): CodePlace {
  return { ...spans.span(start, end), excerpt: spans.excerpt(start, end) };
}

/** The function that something seen stands in. */
function ownerOf(node: Expression, seen: readonly Observation[]): FunctionNode | undefined {
  return seen.find((one) => one.node === node)?.owner;
}

/** Settings and checks that only PHP begins with. */
const CODE_BEGINNING =
  /^\s*(?:@?(?:ini_set|error_reporting|set_time_limit|ignore_user_abort|define)\s*\(|if\s*\(\s*!\s*(?:defined|function_exists|isset)\s*\()/;

/** Whether a file is code that lost its opening tag or is kept to be run by other code. */
function lacksItsTag(code: string): boolean {
  return CODE_BEGINNING.test(code.slice(0, 200));
}

function htmlParts(body: readonly Statement[], code: string, spans: Spans): HtmlPart[] {
  const parts: HtmlPart[] = [];
  const visit = (statements: readonly Statement[]): void => {
    for (const node of statements) {
      switch (node.kind) {
        case 'html':
          parts.push(htmlPart(code.slice(node.start, node.end), spans.span(node.start, node.start)));
          break;
        case 'if':
          for (const branch of node.branches) visit(branch.body);
          visit(node.otherwise ?? []);
          break;
        case 'loop':
        case 'foreach':
        case 'block':
          visit(node.body);
          break;
        case 'switch':
          for (const branch of node.cases) visit(branch.body);
          break;
        case 'try':
          for (const inner of node.bodies) visit(inner);
          break;
        case 'function':
          visit(node.function.body);
          break;
        case 'class':
          for (const method of node.methods) visit(method.body);
          break;
        default:
      }
    }
  };
  visit(body);
  return parts;
}

function htmlPart(text: string, { line, column }: SourceSpan): HtmlPart {
  return { text, line, column };
}
