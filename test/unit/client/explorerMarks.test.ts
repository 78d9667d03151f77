import assert from 'node:assert/strict';
import { explorerMarks } from '../../../client/src/editors/explorerMarks';
import type { Severity, SiteFinding } from '../../../server/src/protocol';

function finding(file: string, severity: Severity, title = `${severity} in ${file}`): SiteFinding {
  return { rule: 'x', ruleTitle: 'x', severity, title, detail: '', advice: '', file, related: [] };
}

function shown(...findings: readonly SiteFinding[]): Record<string, string> {
  const marks = [...explorerMarks(findings)].map(([path, { kind, severity, findings: count }]): [string, string] => {
    return [path, `${kind} ${severity} ${count}`];
  });
  return Object.fromEntries(marks);
}

describe('The marks of the explorer', () => {
  it('tell the most urgent finding of a file, and how many there are', () => {
    const marks = explorerMarks([
      finding('l.php', 'information'),
      finding('l.php', 'error', 'A web shell'),
      finding('l.php', 'warning'),
    ]);
    assert.deepEqual(marks.get('l.php'), { kind: 'file', severity: 'error', findings: 3, title: 'A web shell' });
  });

  it('tell of folders what is urgent below them, the most urgent whatever comes first', () => {
    for (const order of [1, -1]) {
      const findings = [finding('a/b/x.php', 'warning'), finding('a/c/y.php', 'error'), finding('d/z', 'information')];
      assert.deepEqual(shown(...(order === 1 ? findings : findings.toReversed())), {
        'a/b/x.php': 'file warning 1',
        'a/b': 'folder warning 1',
        'a/c/y.php': 'file error 1',
        'a/c': 'folder error 1',
        a: 'folder error 2',
        '': 'folder error 2',
        'd/z': 'file information 1',
      });
    }
  });

  it('leave tidiness alone', () => {
    assert.deepEqual(shown(finding('a/l.php', 'hint')), {});
  });

  it('are at the archive for what lies in it', () => {
    assert.deepEqual(shown(finding('old/backup.zip!/wp/in.tar!/x.php', 'error')), {
      'old/backup.zip': 'file error 1',
      old: 'folder error 1',
      '': 'folder error 1',
    });
  });

  it('are at the audited folder for what is about the whole site', () => {
    assert.deepEqual(shown(finding('', 'warning')), { '': 'folder warning 1' });
  });

  it('take a file with a name like a property of objects for a file', () => {
    assert.deepEqual(Object.keys(shown(finding('constructor', 'error'))), ['constructor', '']);
  });
});
