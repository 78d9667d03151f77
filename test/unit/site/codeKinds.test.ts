import assert from 'node:assert/strict';
import { certaintyOf, kindOf, type Certainty } from '../../../server/src/rules/site/codeKinds';
import type { Suspicion, SuspicionSignal } from '../../../server/src/site/php/phpFacts';
import { auditSite } from '../../../server/src/site/auditSite';
import { memoryDisk } from './memoryDisk';

function sign(signal: SuspicionSignal, strength: Suspicion['strength'] = 'strong'): Suspicion {
  return { signal, strength, excerpt: 'x', line: 1, column: 1, endColumn: 2 };
}

describe('the kind of harmful code', () => {
  const kinds: [kind: string, signals: SuspicionSignal[]][] = [
    ['web shell', ['commandFromRequest', 'fileManager']],
    ['web shell', ['systemProbe', 'codeFromRequest']],
    ['back door for code', ['codeFromRequest', 'decodedCode']],
    ['back door for code', ['includeFromRequest']],
    ['back door for commands', ['commandFromRequest', 'hiddenFunctionName']],
    ['file manager for strangers', ['fileManager', 'systemProbe']],
    ['entrance for files (uploader)', ['bareUploader']],
    ['planter of harmful programs (dropper)', ['droppedCode', 'decodedCode']],
    ['loader of code from another server', ['remoteCode', 'droppedCode']],
    ['connection for an intruder (reverse shell)', ['networkShell', 'shellTools']],
    ['mass mailer', ['massMailer']],
    ['spam for search engines (cloaking)', ['cloaking']],
    ['database tool for strangers', ['queryFromRequest', 'passwordGate']],
    ['gate for a hidden administrator', ['adminAccess', 'decodedCode']],
    ['hidden code', ['payloadInPayload']],
    ['tool of an intruder', ['passwordGate']],
  ];
  for (const [kind, signals] of kinds) {
    it(`is “${kind}” for ${signals.join(' and ')}`, () => assert.equal(kindOf(signals.map((one) => sign(one))), kind));
  }

  it('is not decided by weak signs beside a strong one', () =>
    assert.equal(kindOf([sign('codeFromRequest', 'weak'), sign('massMailer')]), 'mass mailer'));

  const certainties: [certainty: Certainty, suspicions: Suspicion[]][] = [
    ['confirmed', [sign('commandFromRequest'), sign('fileManager')]],
    ['confirmed', [sign('payloadInPayload')]],
    ['likely', [sign('commandFromRequest'), sign('commandFromRequest')]],
    ['likely', [sign('codeFromRequest', 'weak'), sign('systemProbe', 'weak')]],
    ['check', [sign('decodedCode', 'weak'), sign('decodedCode', 'weak')]],
  ];
  for (const [certainty, suspicions] of certainties) {
    const signs = suspicions.map(({ signal, strength }) => `${strength} ${signal}`).join(' and ');
    it(`is ${certainty} for ${signs}`, () => assert.equal(certaintyOf(suspicions, 2), certainty));
  }

  it('is said in the title, as sure as it is', async () => {
    const disk = memoryDisk({
      'a.php': "<?php sys\u0074em($_GET['c']); unlink($_GET['f']); scandir($_GET['d']);",
      'b.php': "<?php sys\u0074em($_GET['c']);",
      'c.php': "<?php include 'logo.png';",
    });
    const { findings } = await auditSite(disk, '/site');
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'suspicious-code').map(({ severity, title }) => [severity, title]),
      [
        ['error', 'a.php is harmful: web shell'],
        ['error', 'b.php is most likely harmful: back door for commands'],
        ['information', 'c.php should be looked at: hidden code?'],
      ],
    );
  });
});
