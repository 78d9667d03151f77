import { Part } from '../patterns/literal';
import { Role } from '../patterns/roles';
import { wordNumber } from '../patterns/vocabulary';
import { findBatch } from './batchShapes';
import { findCode, findScriptObject } from './codeShapes';
import { findCommandAtStart, findCommandBehind, judgeCommand, type CommandContext } from './commandShapes';
import { findCommandAnywhere } from './commandSigns';
import { findBackticks, findExpansion, findProcessSubstitution } from './expansionShapes';
import { findEntity, findHandler, findScheme, findScriptCall, findTag, findTaggedTemplate } from './htmlShapes';
import { findLine, findRequestLine } from './lineShapes';
import {
  findBracketCall,
  findPhpName,
  findPhpTag,
  findSerialized,
  findSetting,
  findSquare,
  findStringCall,
  findVariable,
} from './phpShapes';
import { findLdap, findMongo } from './queryShapes';
import { findBreakout } from './sqlBreakout';
import { findCast, findJsonOperator } from './sqlCalls';
import { findCondition } from './sqlConditions';
import { findSqlAt, findSqlComments } from './sqlShapes';
import { findTemplate } from './templateShapes';
import { Flag, WORD, type Tokens } from './tokens';
import { findAlternatives, findHiddenPath } from './wildcardShapes';
import type { Evidence } from './witness';

const OPEN = 0x28;
const EQUALS = 0x3d;
const COLON = 0x3a;

const SQL_WORD =
  Role.sqlLogic |
  Role.sqlVerb |
  Role.sqlClause |
  Role.sqlFunction |
  Role.sqlPlainFunction |
  Role.sqlTimer |
  Role.sqlCompare;
const ANYWHERE_COMMAND = Role.command | Role.windowsCommand | Role.windowsTool | Role.powerShellVerb;
const PHP_WORD = Role.phpDanger | Role.phpFunction;

const BIN = wordNumber('bin');
const SBIN = wordNumber('sbin');

/** What is known about a text before its shape. */
interface ShapeContext {
  readonly part: number;
  /** `Role`s of the parameter's name. */
  readonly roles: number;
}

/**
 * Looks at each token of a text once and asks what can begin there: each kind of token has its few finders, and each finder looks
 * at a few tokens around. So the work is in proportion to the text.
 */
export function findShapes(tokens: Tokens, { part, roles }: ShapeContext, evidence: Evidence): void {
  const context: CommandContext = {
    isCommandParameter: (roles & Role.commandParameter) !== 0,
    isSearch: (roles & Role.searchParameter) !== 0 || part === Part.agent,
    isPath: part === Part.path,
  };
  findSqlComments(tokens, evidence);
  findCommandAtStart(tokens, context, evidence);
  findRequestLine(tokens, evidence);
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.is(token, Flag.lineBreak)) {
      findLine(tokens, token, part, evidence);
      judgeCommand(tokens, token, 'separator', evidence);
    }
    if (tokens.code[token] === WORD) findAtWord(tokens, token, part, context, evidence);
    else findAtMark(tokens, token, part, evidence);
  }
}

function findAtWord(tokens: Tokens, token: number, part: number, context: CommandContext, evidence: Evidence): void {
  const word = tokens.wordAt(token);
  const next = tokens.at(token + 1);
  if (word >= 0) {
    const roles = tokens.roles(token);
    if ((roles & SQL_WORD) !== 0) findSqlAt(tokens, token, evidence);
    if ((roles & ANYWHERE_COMMAND) !== 0 || word === BIN || word === SBIN) {
      findCommandAnywhere(tokens, token, context, evidence);
    }
    if ((roles & Role.scriptCall) !== 0) findScriptCall(tokens, token, evidence);
    if ((roles & PHP_WORD) !== 0) findPhpName(tokens, token, evidence);
    findBatch(tokens, token, evidence);
    findCode(tokens, token, evidence);
    if ((roles & Role.scriptObject) !== 0) findScriptObject(tokens, token, evidence);
  } else if (next === OPEN) findPhpName(tokens, token, evidence);
  if (next === EQUALS) findHandler(tokens, token, part === Part.name, evidence);
  if (next === EQUALS || (next === 0 && part === Part.name)) findSetting(tokens, token, evidence);
  if (next === COLON && tokens.size(token) === 1) findSerialized(tokens, token, evidence);
}

function findAtMark(tokens: Tokens, token: number, part: number, evidence: Evidence): void {
  const code = tokens.code[token]!;
  // In agents semicolons separate what they say; none begins with one.
  const hasSeparators = part !== Part.agent || token === 0;
  switch (code) {
    case 0x60: // `
      findBackticks(tokens, token, evidence);
      findTaggedTemplate(tokens, token, evidence);
      return findQuoteShapes(tokens, token, evidence);
    case 0x22: // "
    case 0x27: // '
      return findQuoteShapes(tokens, token, evidence);
    case 0x24: // $
      findExpansion(tokens, token, evidence);
      findVariable(tokens, token, evidence);
      findMongo(tokens, token, evidence);
      return findTemplate(tokens, token, evidence);
    case 0x3c: // <
      findTag(tokens, token, evidence);
      findPhpTag(tokens, token, evidence);
      findTemplate(tokens, token, evidence);
      return findProcessSubstitution(tokens, token, evidence);
    case 0x3e: // >
      return findProcessSubstitution(tokens, token, evidence);
    case 0x26: // &
    case 0x7c: // |
      findCondition(tokens, token, evidence);
      return hasSeparators ? findCommandBehind(tokens, token, evidence) : undefined;
    case 0x3b: // ;
      return hasSeparators ? findCommandBehind(tokens, token, evidence) : undefined;
    case 0x3a: // :
      findCast(tokens, token, evidence);
      return findScheme(tokens, token, evidence);
    case 0x7b: // {
      findTemplate(tokens, token, evidence);
      return findAlternatives(tokens, token, evidence);
    case 0x23: // #
    case 0x2a: // *
    case 0x40: // @
    case 0x7e: // ~
      return findTemplate(tokens, token, evidence);
    case 0x29: // )
      findLdap(tokens, token, evidence);
      return findBracketCall(tokens, token, evidence);
    case 0x5b: // [
      return findSquare(tokens, token, evidence);
    case 0x2f: // /
      return part === Part.path ? undefined : findHiddenPath(tokens, token, evidence);
    case 0x21: // !
      return findEntity(tokens, token, evidence);
    default:
  }
}

function findQuoteShapes(tokens: Tokens, quote: number, evidence: Evidence): void {
  findBreakout(tokens, quote, evidence);
  findJsonOperator(tokens, quote, evidence);
  findStringCall(tokens, quote, evidence);
}
