import assert from 'node:assert/strict';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-protocol';
import { siteCodeActions } from '../../../../server/src/features/site/siteCodeActions';
import { findingOfSite, inFile, SITE } from '../../../support/siteFindings';

const URI = `${SITE}/l.php`;
const decoded = { text: 'a();', truncated: false };

const cursorAt = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 0 } });

describe('The light bulb of a site file', () => {
  it('offers to understand a finding, then to take the file away, then to trust it', () => {
    const actions = siteCodeActions(URI, inFile([findingOfSite({ decoded })]), cursorAt(2));
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Show what this hidden code does',
        'About the rule “Suspicious code”',
        'Show in the list of findings',
        'Move to quarantine…',
        'I know that this file is good…',
      ],
    );
    const key = { folder: SITE, file: 'l.php', rule: 'suspicious-code', nth: 0 };
    assert.deepEqual(
      actions.map(({ command }) => command?.arguments),
      [[key], ['suspicious-code'], [key], [URI], [URI]],
    );
  });

  it('offers the same for the file once, and what differs for each finding', () => {
    const findings = [findingOfSite(), findingOfSite({ decoded }), findingOfSite({ rule: 'disguised-php' })];
    const actions = siteCodeActions(URI, inFile(findings), cursorAt(2));
    const commands = actions.map(({ command }) => JSON.stringify(command));
    assert.equal(new Set(commands).size, commands.length);
    assert.equal(actions.filter(({ title }) => title.startsWith('Move to quarantine')).length, 1);
    assert.equal(actions.filter(({ title }) => title.startsWith('About the rule')).length, 2);
    const shown = actions.find(({ title }) => title.startsWith('Show what'));
    assert.deepEqual(shown?.command?.arguments, [{ folder: SITE, file: 'l.php', rule: 'suspicious-code', nth: 1 }]);
  });

  it('offers nothing elsewhere', () => {
    assert.deepEqual(siteCodeActions(URI, inFile([findingOfSite()]), cursorAt(3)), []);
    assert.deepEqual(siteCodeActions(URI, [], cursorAt(2)), []);
  });

  it('belongs to the diagnostics that the editor asks for', () => {
    const diagnostic = (code: string): Diagnostic => {
      return { code, severity: DiagnosticSeverity.Error, range: cursorAt(2), message: 'x' };
    };
    const diagnostics = [diagnostic('other'), diagnostic('suspicious-code')];
    const [action] = siteCodeActions(URI, inFile([findingOfSite()]), cursorAt(2), diagnostics);
    assert.deepEqual(
      action?.diagnostics?.map(({ code }) => code),
      ['suspicious-code'],
    );
  });
});
