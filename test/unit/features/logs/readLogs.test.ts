import assert from 'node:assert/strict';
import { openReadLogs, readLogs } from '../../../../server/src/features/logs/readLogs';
import type { LogFile } from '../../../../server/src/log/logModel';
import { MOST_FINDINGS_OF_LOG, type ReadLog } from '../../../../server/src/protocol';
import type { Finding } from '../../../../server/src/rules/finding';
import { combinedLine, logOf } from '../../../support/lines';
import { openLogOf } from '../../../support/openLog';

const FILE: LogFile = {
  name: 'a.log',
  format: 'combined',
  packing: 'plain',
  damaged: false,
  linesBefore: 0,
  lines: 3,
  entries: 2,
  unreadable: 1,
  continued: 0,
  zoneIsAssumed: false,
};

function finding(severity: Finding['severity'], ...files: string[]): Finding {
  const places = files.map((file, index) => ({ file, line: index + 1 }));
  return { rule: 'x', severity, title: '', detail: '', advice: '', clients: [], endpoints: [], places };
}

async function logOfHosts(...hosts: readonly string[]): Promise<ReadLog | undefined> {
  const log = logOf(hosts.length, (index) => `${hosts[index]} ${combinedLine()}`);
  return openReadLogs([await openLogOf(log)])[0];
}

describe('What the view of logs shows', () => {
  it('is how many findings concern each log, of those that concern several as well', () => {
    const files = [FILE, { ...FILE, name: 'b.log' }];
    const found = [finding('error', 'a.log', 'b.log', 'b.log'), finding('warning', 'b.log'), finding('hint', 'c.log')];
    const logs = readLogs(files, found, (name) => `file:///${name}`);
    assert.deepEqual(
      logs.map(({ uri, findings }) => [uri, findings]),
      [
        ['file:///a.log', { error: 1, warning: 0, information: 0, hint: 0 }],
        ['file:///b.log', { error: 1, warning: 1, information: 0, hint: 0 }],
      ],
    );
    assert.deepEqual(
      logs.map((log) => log.found.map(({ severity, line }) => [severity, line])),
      [
        [['error', 0]],
        [
          ['error', 1],
          ['warning', 0],
        ],
      ],
    );
  });

  it('names no more findings of a log than a tree has room for, but counts them all', () => {
    const found = Array.from({ length: MOST_FINDINGS_OF_LOG + 5 }, () => finding('hint', 'a.log'));
    const [log] = readLogs([FILE], [...found, finding('error', 'a.log')], () => 'file:///a.log');
    assert.deepEqual([log?.found.length, log?.findings.hint], [MOST_FINDINGS_OF_LOG, MOST_FINDINGS_OF_LOG + 5]);
    assert.equal(log?.found[0]?.severity, 'error');
  });

  it('names hidden characters of names and domains', () => {
    const [log] = readLogs([{ ...FILE, name: 'a\u{202e}.log', domain: 'x\u0007.example' }], [], () => 'file:///a.log');
    assert.deepEqual([log?.name, log?.domain], [String.raw`a\u{202e}.log`, String.raw`x\x07.example`]);
  });

  it('is the domain that the lines name, where it is one', async () => {
    assert.equal((await logOfHosts('a.example', 'a.example'))?.domain, 'a.example');
    assert.equal((await logOfHosts('a.example', 'b.example'))?.domain, undefined);
  });

  it('is where an open log lies, its format, and from when to when it goes', async () => {
    const [log, ...others] = openReadLogs([await openLogOf(`${logOf(2, () => combinedLine())}nonsense\n`)]);
    assert.deepEqual(others, []);
    assert.deepEqual(log, {
      uri: 'file:///logs/access.log',
      name: 'access.log',
      format: 'combined',
      entries: 2,
      first: '2021-11-01T10:56:55+09:00',
      last: '2021-11-01T10:56:55+09:00',
      unreadable: 1,
      isDamaged: false,
      findings: { error: 0, warning: 0, information: 0, hint: 0 },
      found: [],
    });
  });
});
