import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-protocol';
import { logLenses } from '../../../server/src/features/codeLens';
import { logDefinition } from '../../../server/src/features/definition';
import { directiveBefore } from '../../../server/src/features/directiveBefore';
import { logLinks } from '../../../server/src/features/documentLinks';
import { logSymbols } from '../../../server/src/features/documentSymbols';
import { entryAt } from '../../../server/src/features/entryAt';
import { knownNetworks } from '../../../server/src/features/knownNetworks';
import { logHover } from '../../../server/src/features/hover/logHover';
import type { LogPosition } from '../../../server/src/features/logPosition';
import type { SiteFileState } from '../../../server/src/features/serverFile';
import { readLines } from '../../../server/src/features/shownLines';
import { fieldAt } from '../../../server/src/log/fieldAt';
import { formatsOfLog } from '../../../server/src/log/knownFormats';
import type { OpenLog } from '../../../server/src/logDocument';
import { combinedLine, logOf } from '../../support/lines';
import { openLogOf } from '../../support/openLog';

const XFERLOG = logOf(
  3,
  (n) => `Mon Nov  1 10:5${n}:55 2021 3 192.0.2.1 1234 /home/x/public_html/tw/form.php b _ i r user ftp 0 * c`,
);
const EXTENDED = [
  '192.0.2.1 UNKNOWN user [01/Nov/2021:10:56:55 +0900] "STOR /public_html/tw/form.php" 226 1234',
  '192.0.2.1 UNKNOWN nobody [01/Nov/2021:10:56:56 +0900] "PASS (hidden)" 530 -',
  '192.0.2.2 UNKNOWN nobody [01/Nov/2021:10:56:57 +0900] "PASS (hidden)" 530 -',
].join('\n');
const EXIM = [
  '2021-11-01 10:56:55 dovecot_login authenticator failed for (x) [192.0.2.1]: 535 Incorrect authentication data',
  '2021-11-01 10:56:56 dovecot_login authenticator failed for (x) [192.0.2.1]: 535 Incorrect authentication data',
].join('\n');
const PHP_MAIL =
  '[01-Nov-2021 10:56:55 UTC] mail() on [/home/x/public_html/tw/form.php:12]: To: a@example.com -- Headers: x\n';
const POSTFIX = [
  '2021-11-01T10:56:55+09:00 h postfix/smtpd[1]: 4A1: client=unknown[192.0.2.1], sasl_method=LOGIN, sasl_username=u@example.jp',
  '2021-11-01T10:56:55+09:00 h postfix/smtp[1]: 4A1: to=<a@example.com>, relay=none, delay=1, dsn=5.1.1, status=bounced (x)',
  '2021-11-01T10:56:55+09:00 h postfix/smtpd[1]: NOQUEUE: reject: RCPT from x[192.0.2.2]: 554 5.7.1 No; from=<a> to=<b>',
  '2021-11-01T10:56:55+09:00 h sshd[1]: Failed password for root',
].join('\n');

async function positionOn(log: OpenLog, line: number, column: number): Promise<LogPosition> {
  const text = (await log.lines.line(line)) ?? '';
  const field = fieldAt(text, column, await directiveBefore(log, line), formatsOfLog(log.format, log));
  return { log, line, text, row: log.model.table.rowAtLine(line), field };
}

/** Names the file that the copy of the site has. */
async function stateOf(path: string): Promise<SiteFileState> {
  const found = { kind: 'found', file: 'tw/form.php', uri: 'file:///site/tw/form.php', findings: [] } as const;
  return path === '/tw/form.php' ? found : { kind: 'missing' };
}

async function find(path: string): Promise<string | null> {
  return path === '/tw/form.php' ? 'file:///site/tw/form.php' : null;
}

async function hoverOn(position: LogPosition): Promise<string> {
  const hover = await logHover(position, {
    networks: () => knownNetworks(async () => ({ problem: 'none' })),
    siteFile: stateOf,
    siteZone: 'Asia/Tokyo',
  });
  if (hover === null) return '';
  return MarkupContent.is(hover.contents) ? hover.contents.value.replaceAll('\\', '') : '';
}

async function hoverText(text: string, line: number, word: string): Promise<string> {
  const log = await openLogOf(text);
  const lineText = (await log.lines.line(line)) ?? '';
  return hoverOn(await positionOn(log, line, lineText.indexOf(word)));
}

describe('Logs of FTP and mail servers in the editor', () => {
  for (const [name, text] of Object.entries({ XFERLOG, EXTENDED, EXIM, PHP_MAIL, POSTFIX })) {
    it(`show everything of ${name}, whatever its entries lack`, async () => {
      const log = await openLogOf(text);
      for (let line = 1; line <= log.model.table.lines; line++) {
        const lineText = (await log.lines.line(line)) ?? '';
        for (let column = 0; column <= lineText.length; column += 3) {
          const position = await positionOn(log, line, column);
          await hoverOn(position);
          entryAt(position);
        }
      }
      assert.ok(logSymbols(log).length > 0);
      assert.match(logLenses(log)[0]?.command?.title ?? '', /^\d entries · \d addresses · 2021-11-01 10:5\d:55/);
    });
  }

  it('say what replies mean there, and how often there were such', async () => {
    const refused = await hoverText(EXTENDED, 2, '530');
    assert.match(
      refused,
      /### 530 reply of an FTP server\n\nThe log-in was refused.*\n\n2 entries of this log \(67%\)/s,
    );
    assert.match(await hoverText(EXTENDED, 1, '226'), /The file was transferred/);
    assert.match(await hoverText(POSTFIX, 3, '554'), /### 554 reply of a mail server\n\nThe server refused the mail/);
    assert.match(await hoverText(`${combinedLine({ status: 404 })}\n`, 1, '404'), /### 404 Not Found/);
  });

  it('say nothing of requests about what is none', async () => {
    const hover = await hoverText(XFERLOG, 1, '192.0.2.1');
    assert.ok(hover.includes('| Entries | **3**') && !hover.includes('equests |'), hover);
  });

  it('lead from a path of the server to the copy of the site', async () => {
    for (const [text, path] of [
      [XFERLOG, '/home/x/public_html/tw/form.php'],
      [EXTENDED, '/public_html/tw/form.php'],
      [PHP_MAIL, '/home/x/public_html/tw/form.php'],
    ] as const) {
      const log = await openLogOf(text);
      const lineText = (await log.lines.line(1)) ?? '';
      const start = lineText.indexOf(path);
      assert.match(await hoverText(text, 1, path), /In the copy of your site: tw\/form\.php/);
      const place = await positionOn(log, 1, start + 2);
      const definition = await logDefinition(place, log.uri, start + 2, find);
      assert.equal(definition?.uri, 'file:///site/tw/form.php', path);
      const lines = (await readLines(log, Uint32Array.of(1))).map((line) => ({ at: 0, ...line }));
      const [link, ...others] = await logLinks({ log, lines }, find);
      assert.deepEqual(others, []);
      assert.equal(link?.range.start.character, start);
      assert.equal(link.range.end.character, start + path.length);
    }
  });

  it('say that a file is missing only after every way to name it was tried', async () => {
    const other = XFERLOG.replaceAll('tw/form.php', 'other.php');
    assert.match(await hoverText(other, 1, '/home'), /The copy of your site has no such file/);
  });

  it('take no request for a path of the server', async () => {
    const log = await openLogOf(combinedLine({ request: 'GET /x/public_html/tw/form.php HTTP/1.1' }));
    const column = ((await log.lines.line(1)) ?? '').indexOf('/x/');
    assert.equal(await logDefinition(await positionOn(log, 1, column), log.uri, column, find), null);
  });
});
