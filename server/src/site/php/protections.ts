import type { AnalysisState } from './analysisState';
import type { Expression, Statement } from './ast';
import { endsRequest } from './directAccess';
import type { Observation } from './observation';
import type { Protection, ProtectionKind } from './phpFacts';
import type { Spans } from './spans';
import { Flag, textOf, type Value } from './value';

/** Functions that make the check by themselves (WordPress and PHP documentation). */
const CHECKING_CALLS: ReadonlyMap<string, ProtectionKind> = new Map([
  ['wp_verify_nonce', 'token'],
  ['check_admin_referer', 'token'],
  ['check_ajax_referer', 'token'],
  ['iscsrftokenvalid', 'token'],
  ['verify_token', 'token'],
  ['csrf_check', 'token'],
  ['current_user_can', 'login'],
  ['is_user_logged_in', 'login'],
  ['auth_redirect', 'login'],
  ['http_digest_parse', 'login'],
]);

/** Answers of captcha services, by the texts that their documentation fixes. */
const CAPTCHA =
  /recaptcha\/api\/siteverify|recaptcha\.net\/recaptcha|recaptchaenterprise\.googleapis|hcaptcha\.com\/siteverify|turnstile\/v0\/siteverify|friendlycaptcha.*siteverify/i;
const CAPTCHA_FIELD = /^(?:g-recaptcha-response|h-captcha-response|cf-turnstile-response|frc-captcha-solution)$/;
const CAPTCHA_CLASS = /^(?:recaptcha|securimage|phpcaptcha|captchabuilder|simple_?captcha)$/;

/** Names of hidden fields that only robots fill in. */
const TRAP_FIELD = /honey|(?:^|_|-)hp(?:$|_|-)|\b(?:url|website|homepage|fax|trap|bot|spam|nickname)\b/i;

const SEARCHES = new Set([
  'strpos',
  'stripos',
  'strstr',
  'stristr',
  'preg_match',
  'ereg',
  'eregi',
  'parse_url',
  'str_contains',
]);

/** Checks against robots that the code makes where it can run. What a switch turned off is not counted. */
export function protectionFacts(state: AnalysisState, seen: readonly Observation[], spans: Spans): Protection[] {
  const facts = new Map<Expression, ProtectionKind>();
  for (const one of seen) {
    const kind = one.dead ? undefined : protection(one);
    if (kind) facts.set(one.node, kind);
  }
  for (const [node, text] of state.literals) {
    if (CAPTCHA.test(text) || CAPTCHA_FIELD.test(text)) facts.set(node, 'captcha');
  }
  findTraps(state.program.body, facts);
  for (const node of state.program.functions) findTraps(node.body, facts);
  return [...facts].map(([node, kind]) => ({ ...spans.span(node.start, node.end), kind }));
}

function protection({ kind, name, args }: Observation): ProtectionKind | undefined {
  switch (kind) {
    case 'call':
    case 'method':
    case 'static':
      return byCall(name, args);
    case 'new':
      return CAPTCHA_CLASS.test(name) ? 'captcha' : undefined;
    case 'compare':
      return byComparison(args[0], args[1]);
    default:
      return undefined;
  }
}

function byCall(name: string, args: readonly Value[]): ProtectionKind | undefined {
  const kind = CHECKING_CALLS.get(name);
  if (kind) return kind;
  const flags = args.reduce((all, arg) => all | arg.flags, 0);
  if ((name === 'hash_equals' || name === 'strcmp') && flags & Flag.Request && flags & Flag.Session) return 'token';
  if (name === 'hash_equals' && flags & Flag.Request) return 'token';
  if (name === 'password_verify' && flags & Flag.Request) return 'login';
  if (SEARCHES.has(name) && flags & Flag.Referrer) return 'referrer';
  return undefined;
}

function byComparison(left: Value | undefined, right: Value | undefined): ProtectionKind | undefined {
  const flags = (left?.flags ?? 0) | (right?.flags ?? 0);
  const sides = [left?.flags ?? 0, right?.flags ?? 0];
  const isEmpty = [left, right].some((value) => textOf(value) === '' || value?.constant === null);
  if (isEmpty) return undefined;
  if (flags & Flag.Time && flags & (Flag.Session | Flag.File)) return 'rateLimit';
  if (sides.some((side) => side & Flag.Session) && sides.some((side) => side & (Flag.Request | Flag.Digest))) {
    return 'token';
  }
  if (flags & Flag.Referrer) return 'referrer';
  return undefined;
}

/** `if (!empty($_POST['website'])) exit;`: a field that must stay empty. */
function findTraps(body: readonly Statement[], facts: Map<Expression, ProtectionKind>): void {
  for (const statement of body) {
    if (statement.kind !== 'if') continue;
    for (const { test, body: branch } of statement.branches) {
      const field = filledField(test);
      const [only] = branch;
      const ends = only && (only.kind === 'return' || (only.kind === 'expression' && endsRequest(only.expression)));
      if (field !== undefined && TRAP_FIELD.test(field) && (ends || branch.length > 1)) facts.set(test, 'honeypot');
      findTraps(branch, facts);
    }
  }
}

/** The request's field that a condition asks to be filled in, e.g. `$_POST['url'] !== ''`. */
function filledField(test: Expression): string | undefined {
  if (test.kind === 'unary' && test.op === '!') {
    return test.operand.kind === 'empty' ? requestField(test.operand.operands[0]) : undefined;
  }
  if (test.kind === 'binary') {
    if (test.op === '&&' || test.op === 'and') return filledField(test.left) ?? filledField(test.right);
    const empty = test.right.kind === 'literal' && test.right.value === '';
    return (test.op === '!=' || test.op === '!==') && empty ? requestField(test.left) : undefined;
  }
  if (test.kind === 'call' && test.callee.kind === 'name' && /^(?:strlen|trim|mb_strlen)$/i.test(test.callee.name)) {
    return requestField(test.args[0]?.value);
  }
  return requestField(test);
}

function requestField(node: Expression | undefined): string | undefined {
  if (node?.kind !== 'index' || node.base.kind !== 'variable' || node.index?.kind !== 'literal') return undefined;
  const { name } = node.base;
  return typeof name === 'string' && /^_(?:POST|GET|REQUEST)$/.test(name) ? String(node.index.value) : undefined;
}
