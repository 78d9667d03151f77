import type { PageForm } from '../../site/formReader';
import { extensionOf } from '../../site/paths';
import { shortened } from '../../shortened';
import { t } from '../../words';
import { htmlText } from '../html';
import { markdownCode, markdownSentence } from '../markdown';
import { formLines, programLines, ROBOT_CHECKS, type FormInput, type RobotCheck } from './robotChecks';

/** A form of an audited site and the program that it is sent to; all texts are hostile. */
export interface FoundForm {
  /** File that the form stands in, relative to the site; the program itself where it shows its own form. */
  readonly file: string;
  /** `undefined` where the form was not found: it may be made by a script. */
  readonly form: PageForm | undefined;
  /** File of the program that sends. */
  readonly program: string;
  /** Line at which it sends, from 1; `undefined` where an included file does. */
  readonly sendsAt: number | undefined;
  /** Whether it also sends to the address that is typed in. */
  readonly repliesToVisitor: boolean;
}

/** Fields that are named; longer forms have the same beginning. */
const MOST_FIELDS = 12;
/** Names of a field that people don't see; one that the form does not have is taken. */
const TRAP_NAMES = ['hp_website', 'hp_homepage', 'hp_url2'];
/** Fields that nobody types into. */
const NOT_TYPED: ReadonlySet<string> = new Set(['submit', 'reset', 'button', 'image']);

/**
 * How a form is protected against robots, step by step, with lines for that very form: Markdown in the user's language. It says
 * honestly that keys must be got from a service and that only a check in the program counts.
 */
export function formGuide(found: FoundForm): string {
  const { form, file, program, repliesToVisitor } = found;
  const names = form?.fields.map(({ name }) => name) ?? [];
  const trap = TRAP_NAMES.find((name) => !names.includes(name)) ?? `hp_${names.length}`;
  const isPhp = !['cgi', 'pl'].includes(extensionOf(program));
  return [
    `# ${t('How to protect this form')}`,
    aboutForm(found),
    `## ${t('1. What has to be done, whatever you choose')}`,
    ...listOf([
      t(
        'Get keys for your domain from a service that tells people from robots. One key is public and stands in the page, the other is secret and stands in the program alone.',
      ),
      t('Put the check into the form. By itself that stops nobody: robots send without opening the page.'),
      t('Let the program ask the service whether the check was passed, before it sends anything.'),
      repliesToVisitor
        ? t(
            'Take out the automatic reply to the address that is typed in: by it your form writes to strangers in your name.',
          )
        : t('Let the program send to your own address only, never to one that is typed in.'),
    ]),
    ...ROBOT_CHECKS.flatMap((check, at) =>
      steps(check, at + 2, { form, file, program, isPhp, input: inputOf(found, trap) }),
    ),
    `## ${t('{0}. Try it out', ROBOT_CHECKS.length + 2)}`,
    ...listOf([
      t(
        'If the program first shows a page for confirming, put both into that page: a check is good for one time only.',
      ),
      t('Send the form yourself: the mail must come.'),
      t('Send it without the check (for example with scripts switched off): no mail may come.'),
      t(
        'Upload the files, then look at the log of the next day: the robots should get the answer 400 or an empty page.',
      ),
    ]),
    '',
  ].join('\n\n');
}

function aboutForm({ file, form, program, sendsAt }: FoundForm): string {
  const sender = inCode(sendsAt === undefined ? program : `${program}:${sendsAt}`);
  if (form === undefined) {
    return t('{0} sends the mail. The form itself was not found: look in your pages for what is sent to it.', sender);
  }
  const names = form.fields.filter(({ type }) => !NOT_TYPED.has(type)).map(({ name }) => inCode(name));
  const shown = names.slice(0, MOST_FIELDS).join(', ');
  return [
    t('The form stands at {0}, {1} sends the mail.', inCode(`${file}:${form.line}`), sender),
    ...(names.length === 0 ? [] : [t('Its fields: {0}', names.length > MOST_FIELDS ? `${shown} …` : shown)]),
  ].join(' ');
}

function inputOf({ form, file, program }: FoundForm, trap: string): FormInput {
  return {
    variable: form?.method === 'get' ? '$_GET' : '$_POST',
    showsForm: file === program && form !== undefined,
    trap,
  };
}

/** What the steps are written for. */
interface Target extends Pick<FoundForm, 'form' | 'file' | 'program'> {
  readonly input: FormInput;
  readonly isPhp: boolean;
}

function steps(check: RobotCheck, number: number, { form, file, program, input, isPhp }: Target): string[] {
  const inPage = form === undefined ? t('In the form:') : t('In {0}, from line {1} on:', inCode(file), form.line);
  return [
    `## ${number}. ${markdownSentence(check.name)}`,
    t('Keys: {0}', check.keys),
    inPage,
    markdownCode(formLines(check, opening(form, program), typedNames(form), input.trap), 'html'),
    isPhp
      ? t('At the very beginning of {0}, with your keys in the place of SITE_KEY and SECRET_KEY:', inCode(program))
      : t(
          '{0} is no PHP program. Let whoever made it add the same to it: refuse when the hidden field is filled in, then ask {1} with the token of the field {2}.',
          inCode(program),
          check.verify,
          inCode(check.field),
        ),
    ...(isPhp ? [markdownCode(programLines(check, input), 'php')] : []),
  ];
}

/** The first tag of the form as it stands in the page. */
function opening(form: PageForm | undefined, program: string): string {
  const { action = program, method = 'post' } = form ?? {};
  return `<form action="${htmlText(action)}" method="${htmlText(method)}">`;
}

function typedNames(form: PageForm | undefined): string[] {
  const typed = form?.fields.filter(({ type }) => !NOT_TYPED.has(type)) ?? [];
  // A comment in HTML ends with two hyphens and more.
  return typed.slice(0, MOST_FIELDS).map(({ name }) => shortened(name).replaceAll(/[-<>]/g, '_'));
}

function listOf(items: readonly string[]): string[] {
  return [items.map((item) => `- ${item}`).join('\n')];
}

/** A name of the site's within a sentence. */
function inCode(text: string): string {
  return `**${markdownSentence(shortened(text))}**`;
}
