import * as vscode from 'vscode';
import { KNOWN_GOOD_SETTING, SITE_VIEW } from './names';
import type { SiteAudits } from './siteAudits';

/** Settings that change what an audit says. */
const SETTINGS = ['rules', 'siteExclude', KNOWN_GOOD_SETTING, 'siteKnownGoodFiles', 'siteYaraRules'].map(
  (name) => `logSiteAudit.${name}`,
);
/** Pause after the last change, in ms: who types a setting changes it with each key. */
const PAUSE = 500;

/** Audits the folders of the view again when a setting changes by which they are judged; files are not read again for it. */
export function renewWithSettings(audits: SiteAudits): vscode.Disposable {
  let pause: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const renew = (): void => {
    // The folder may be gone meanwhile: the findings stay as they were, until the user audits it again.
    last = last.then(() => renewed(audits)).catch(() => undefined);
  };
  const listener = vscode.workspace.onDidChangeConfiguration((change) => {
    if (audits.all.length === 0 || !SETTINGS.some((name) => change.affectsConfiguration(name))) return;
    clearTimeout(pause);
    pause = setTimeout(renew, PAUSE);
  });
  return vscode.Disposable.from(listener, { dispose: () => clearTimeout(pause) });
}

async function renewed(audits: SiteAudits): Promise<void> {
  await vscode.window.withProgress({ location: { viewId: SITE_VIEW } }, () => audits.renew());
}
