import { TASKS, type Task } from '../../server/src/incident/notice/task';
import { joinIncident, type Incident } from '../../server/src/incident/incident';
import { readHostNotice } from '../../server/src/incident/notice/readHostNotice';
import { SEVERITIES, type Finding } from '../../server/src/rules/finding';
import { logRules } from '../../server/src/rules/log/table';
import { siteRules } from '../../server/src/rules/site/table';
import { HOSTILE_TEXTS } from './hostile';
import { openLogOf } from './openLog';
import { SeededRandom } from './random';

/** What strangers write where it hurts a page, a table or a program that reads reports. */
const WORST_TEXTS: readonly string[] = [
  ...Object.values(HOSTILE_TEXTS),
  '</p></title></style><script>alert(1)</script>',
  '" onmouseover="alert(1)" style="background:url(https://evil.example/)',
  '<svg/onload=alert(1)><math><mtext></table><a href="javascript:alert(1)">x</a>',
  '=HYPERLINK("https://evil.example/","x")',
  '+1\t-1;@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  'お問い合わせ;"フォーム"\r\n次の行',
  'a\ud800b\udfff',
  'a\u0000b\u001bc',
  '../../../etc/passwd',
  'C:\\Windows\\system32',
  'https://evil.example/?q=1#x',
  'x'.repeat(5000),
  '',
];

/**
 * An incident that is different for each seed: its texts, names of files and addresses are often such as strangers write to do harm.
 */
export async function madeUpIncident(seed: number): Promise<Incident> {
  const random = new SeededRandom(seed);
  const text = (): string => random.pick(WORST_TEXTS);
  const file = (): string => (random.next() < 0.5 ? `images/${random.integer(1, 9)}.php` : `${text()}.php`);
  const names = Array.from({ length: random.integer(0, 8) }, file);
  const { model } = await openLogOf(
    names.map((name) => lineOf(random, `/${encodeURI(name.replaceAll(/\p{Cs}/gu, '_')).slice(0, 200)}`)).join(''),
  );
  return joinIncident({
    ...(random.next() < 0.7 && { notice: readHostNotice(mailOf(random, names, text())) }),
    ...(random.next() < 0.7 && {
      list: {
        format: 'clamav',
        files: names.map((name) => ({ path: `/home/u/public_html/${name}`, signature: text() })),
        leftOut: 0,
      },
    }),
    model,
    logFindings: Array.from({ length: random.integer(0, 6) }, () => findingOf(random, text, text, logRules)),
    site: {
      paths: names,
      findings: names.length === 0 ? [] : names.map(() => findingOf(random, text, () => random.pick(names), siteRules)),
    },
  });
}

/** What the user did, for the same seed. */
export function madeUpDeeds(seed: number): Task[] {
  const random = new SeededRandom(seed);
  return TASKS.filter(() => random.next() < 0.5);
}

function findingOf(
  random: SeededRandom,
  text: () => string,
  file: () => string,
  rules: readonly { readonly id: string }[],
): Finding {
  const isTimed = random.next() < 0.5;
  return {
    rule: random.pick(rules).id,
    severity: random.pick(SEVERITIES),
    title: text(),
    detail: text(),
    advice: text(),
    ...(random.next() < 0.5 && { certainty: random.pick(['confirmed', 'likely', 'check'] as const) }),
    ...(random.next() < 0.5 && { count: random.integer(1, 9999) }),
    ...(isTimed && { first: '2021-11-01T10:00:00+09:00', last: '2021-11-01T11:00:00.5Z' }),
    ...(random.next() < 0.3 && { users: [text()] }),
    ...(random.next() < 0.3 && { decoded: { text: text(), truncated: random.next() < 0.5 } }),
    clients: Array.from({ length: random.integer(0, 5) }, () => ({
      address: random.next() < 0.7 ? `192.0.2.${random.integer(1, 9)}` : text(),
      count: random.integer(1, 99),
    })),
    endpoints: Array.from({ length: random.integer(0, 3) }, () => ({ method: 'POST', path: text(), count: 1 })),
    places: Array.from({ length: random.integer(1, 4) }, () => placeOf(random, text, file())),
    ...(random.next() < 0.3 && { placesTruncated: random.integer(1, 9) }),
  };
}

function placeOf(random: SeededRandom, text: () => string, file: string): Finding['places'][number] {
  const column = random.integer(1, 80);
  return {
    file,
    ...(random.next() < 0.7 && { line: random.integer(1, 99), column, endColumn: column + random.integer(0, 9) }),
    ...(random.next() < 0.5 && { note: text() }),
  };
}

function lineOf(random: SeededRandom, target: string): string {
  const second = String(random.integer(10, 59));
  return `192.0.2.${random.integer(1, 9)} - - [01/Nov/2021:10:00:${second} +0900] "POST ${target} HTTP/1.1" 200 10 "-" "x"\n`;
}

function mailOf(random: SeededRandom, names: readonly string[], text: string): string {
  return [
    'エックスサーバー',
    'お問い合わせ番号：42-1',
    `サーバーID：${text}`,
    `【 ${random.integer(1, 99_999)} 】件のメールが送信されました。`,
    ...names.map((name) => `/home/u/public_html/${name}`),
    text,
    '検出されたファイルを削除してください。',
  ].join('\n');
}
