import assert from 'node:assert/strict';
import { readHover, type Block } from '../../../client/webview/logView/hoverText';
import { commandLink } from '../../../server/src/features/commandLink';
import { countLines } from '../../../server/src/features/counts';
import { markdownTable, markdownText } from '../../../server/src/report/markdown';
import { HOSTILE_TEXTS } from '../../support/hostile';
import { terminalText } from '../../../server/src/report/terminal';
import { shortened } from '../../../server/src/shortened';

function plain(text: string) {
  return { text, strong: false, weak: false };
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'rule':
      return [];
    case 'list':
      return block.items.map((item) => item.map(({ text }) => text).join(''));
    case 'table':
      return block.rows.flatMap((cells) => cells.map((cell) => cell.map(({ text }) => text).join('')));
    default:
      return [block.runs.map(({ text }) => text).join('')];
  }
}

describe('A hover on the page', () => {
  it('has the headings, tables, lists and strong words of the editor’s', () => {
    const markdown = [
      '### 192\\.0\\.2\\.1',
      '**JP** · AS64500',
      markdownTable([
        ['Requests', '**300** (97% of the log)'],
        ['Methods', markdownText('a|b')],
      ]),
      ...countLines('Most requested', [['GET /', 5]], 5),
      '---',
      '*small print*',
    ].join('\n\n');
    assert.deepEqual(readHover(markdown), [
      { kind: 'heading', runs: [plain('192.0.2.1')] },
      { kind: 'paragraph', runs: [{ text: 'JP', strong: true, weak: false }, plain(' · AS64500')] },
      {
        kind: 'table',
        rows: [
          [[plain('Requests')], [{ text: '300', strong: true, weak: false }, plain(' (97% of the log)')]],
          [[plain('Methods')], [plain('a|b')]],
        ],
      },
      { kind: 'paragraph', runs: [{ text: 'Most requested', strong: true, weak: false }] },
      { kind: 'list', items: [[plain('5 × GET /')]] },
      { kind: 'rule' },
      { kind: 'paragraph', runs: [{ text: 'small print', strong: false, weak: true }] },
    ]);
  });

  it('makes no links', () => {
    const [block] = readHover('[click](command:evil) <b>x</b> ![p](https://example.org/)');
    assert.deepEqual(textsOf(block!), ['[click](command:evil) <b>x</b> ![p](https://example.org/)']);
  });

  it('leaves out links that run a command, which a page can’t', () => {
    const blocks = readHover(`before\n\n${commandLink('Ask (again) [now]', 'logSiteAudit.x', { a: ')' })}\n\nafter`);
    assert.deepEqual(blocks.flatMap(textsOf), ['before', 'after']);
  });

  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`shows text of a log as it is: ${name}`, () => {
      const shown = terminalText(shortened(text));
      const inTable = readHover(markdownTable([['Path', markdownText(text)]]));
      assert.deepEqual(inTable.flatMap(textsOf), ['Path', shown.trim()]);
      const inList = readHover(countLines('Agents', [[text, 1]], 5)[0]!);
      assert.deepEqual(inList.flatMap(textsOf), ['Agents', `1 × ${shown}`]);
    });
  }
});
