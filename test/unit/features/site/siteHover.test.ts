import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-protocol';
import type { FileCalls } from '../../../../server/src/incident/fileCalls';
import { siteHover } from '../../../../server/src/features/site/siteHover';
import type { FileFindings } from '../../../../server/src/siteFindings';
import { HOSTILE_TEXTS } from '../../../support/hostile';
import { findingOfSite, inFile, SITE } from '../../../support/siteFindings';

const AT_THE_CODE = { line: 2, character: 6 };

function textAt(parts: readonly FileFindings[], position = AT_THE_CODE): string {
  return (siteHover(parts, position)?.contents as MarkupContent | undefined)?.value ?? '';
}

/** The Markdown without its blocks of code, by the rule that only a fence at least as long ends one (CommonMark 0.31 §4.5). */
function withoutCode(markdown: string): { text: string; code: string[] } {
  const text: string[] = [];
  const code: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const ticks = /^ {0,3}(`{3,})(.*)$/.exec(line);
    if (fence === undefined && ticks !== null) fence = ticks[1]!;
    else if (fence === undefined) text.push(line);
    else if (ticks !== null && ticks[1]!.length >= fence.length && ticks[2]!.trim() === '') fence = undefined;
    else code.push(line);
  }
  assert.equal(fence, undefined, 'a block of code has no end');
  return { text: text.join('\n'), code };
}

describe('The hover of a finding in a site file', () => {
  it('says how sure it is in words', () => {
    const sure = (['error', 'warning', 'information', 'hint'] as const).map((severity) => {
      return /^\*\*(.*?)\*\*/m.exec(textAt(inFile([findingOfSite({ severity })])))?.[1];
    });
    assert.deepEqual(sure, ['Confirmed', 'Likely', 'Worth a check', 'Worth a check']);
  });

  it('tells who called the file, and that nobody did only where a log was read', () => {
    const finding = inFile([findingOfSite()]);
    const hover = (logs: number, calls?: FileCalls): string =>
      (siteHover(finding, AT_THE_CODE, { logs, of: () => calls })!.contents as MarkupContent).value;
    assert.doesNotMatch(hover(0), /open log/);
    assert.match(hover(1), /No open log saw this file called/);
    const calls: FileCalls = {
      requests: 5_821,
      methods: [{ method: 'POST', count: 5_821 }],
      statuses: [],
      clients: [{ address: '192.0.2.1', count: 5_821 }],
      writers: [],
      first: '2021-11-01T00:00:00+09:00',
      last: '2021-11-01T01:00:00+09:00',
      places: [],
      lines: [],
    };
    assert.match(
      hover(2, calls).replaceAll('\\', ''),
      /Requests: 5,821 \(POST 5,821\); clients: 1 · 2021-11-01 00:00:00 – 01:00:00/,
    );
  });

  it('believes a finding that says itself how sure it is', () => {
    assert.match(textAt(inFile([findingOfSite({ severity: 'error', certainty: 'likely' })])), /\*\*Likely\*\*/);
  });

  it('leads step by step from where something comes in to where it does harm', () => {
    const places = [
      { file: 'l.php', line: 3, column: 5, endColumn: 12, note: 'a visitor sends this' },
      { file: 'inc/run (1).php', line: 1200, column: 2, note: 'runs it' },
    ];
    const text = textAt(inFile([findingOfSite({ places })]));
    assert.match(text, /1\. \[l\\\.php, line 3\]\(file:\/\/\/sites\/shop\/l\.php#L3,5\): a visitor sends this\n/);
    assert.match(text, /2\. \[.*1,200\]\(file:\/\/\/sites\/shop\/inc\/run%20%281%29\.php#L1200,2\): runs it/);
  });

  it('gives the sentence of the finding where no step says what is seen', () => {
    const detail = `It ${'can '.repeat(100)}send mail.`;
    const text = textAt(inFile([findingOfSite({ detail, places: [{ file: 'l.php', line: 3 }] })]));
    assert.match(text, /send mail/);
  });

  it('says how many steps and findings are not shown', () => {
    const place = findingOfSite().places[0]!;
    const many = findingOfSite({ places: Array.from({ length: 20 }, () => place), placesTruncated: 5 });
    assert.match(textAt(inFile([many])), /… and 17 more/);
    assert.match(textAt(inFile([many, many, many, many, many])), /… and 2 more$/);
  });

  it('is there at every place of a finding, and at the first line for a whole file', () => {
    const places = [
      { file: 'l.php', line: 3, column: 5, endColumn: 12, note: 'a' },
      { file: 'l.php', line: 9, column: 1, endColumn: 4, note: 'b' },
    ];
    const finding = inFile([findingOfSite({ places })]);
    assert.notEqual(textAt(finding, { line: 8, character: 3 }), '');
    assert.equal(textAt(finding, { line: 8, character: 4 }), '');
    assert.equal(textAt(finding, { line: 2, character: 3 }), '');
    const whole = inFile([findingOfSite({ places: [{ file: 'l.php' }] })]);
    assert.notEqual(textAt(whole, { line: 0, character: 30 }), '');
    assert.equal(textAt(whole, { line: 1, character: 0 }), '');
    assert.equal(siteHover([], AT_THE_CODE), null);
  });

  it('shows what hidden code says, and leads to all of it', () => {
    const decoded = { text: 'system("id");\n', truncated: false };
    const { text, code } = withoutCode(textAt(inFile([findingOfSite({ decoded })])));
    assert.deepEqual(code, ['system("id");']);
    const [, argument] = /\(command:logSiteAudit\.showDecoded\?([^)]*)\)/.exec(text) ?? [];
    assert.deepEqual(JSON.parse(decodeURIComponent(argument!)), [
      { folder: SITE, file: 'l.php', rule: 'suspicious-code', nth: 0 },
    ]);
  });

  it('says that there is more of the hidden code', () => {
    const long = { text: 'a();\n'.repeat(500), truncated: false };
    const cut = { text: 'a();', truncated: true };
    for (const decoded of [long, cut]) {
      const { code } = withoutCode(textAt(inFile([findingOfSite({ decoded })])));
      assert.equal(code.at(-1), '…');
      assert.ok(code.join('\n').length < 1000);
    }
  });

  for (const [name, text] of Object.entries({
    ...HOSTILE_TEXTS,
    'fences of code': 'a\n```\n[x](command:workbench.action.quit)\n````\n~~~\n`````php\n    ```',
  })) {
    it(`is no more than text where a file holds ${name}`, () => {
      const finding = findingOfSite({
        detail: text,
        places: [{ file: text, line: 3, column: 5, endColumn: 12, note: text }],
        decoded: { text, truncated: false },
      });
      const markdown = textAt(inFile([finding], text));
      const { text: outside, code } = withoutCode(markdown);
      const links = [...outside.matchAll(/\]\(([^)]*)\)/g)].map(([, uri]) => uri!.replace(/[?#].*/s, ''));
      assert.equal(links.length, 3);
      assert.ok(links[0]!.startsWith(`${SITE}/`));
      assert.deepEqual(links.slice(1), ['command:logSiteAudit.showDecoded', 'command:logSiteAudit.showRule']);
      assert.doesNotMatch(markdown.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      assert.equal(code.length, text.trim().split(/\r\n|[\n\r]/).length);
      assert.doesNotMatch(outside.replaceAll(/\\[!-/:-@[-`{-~]/g, ''), /[<>|~$]|!\[/);
    });
  }
});
