import * as vscode from 'vscode';
import type { Severity } from '../../../server/src/protocol';
import { formatCount } from '../numbers';
import { severityName } from '../severities';
import { siteFileUri, type SiteAudits } from '../siteAudits';
import { explorerMarks, type ExplorerMark } from './explorerMarks';

/** Setting that switches the marks off. */
const SETTING = 'logSiteAudit.explorerMarks';

/** VS Code takes no more files from one event (`ExtHostDecorations._maxEventSize`). */
const MOST_IN_EVENT = 250;

/** Signs that say the same as the colours, for those who do not see these. */
const BADGES: Readonly<Record<Severity, string | undefined>> = {
  error: '!',
  warning: '?',
  information: 'i',
  hint: undefined,
};

const FOLDER_BADGE = '•';

const COLOURS: Readonly<Record<Severity, string>> = {
  error: 'logSiteAudit.errorMark',
  warning: 'logSiteAudit.warningMark',
  information: 'logSiteAudit.informationMark',
  hint: 'logSiteAudit.hintMark',
};

/** A mark and the file or folder that has it. */
interface MarkedFile {
  readonly uri: vscode.Uri;
  readonly mark: ExplorerMark;
}

/**
 * Marks files with findings in the explorer and wherever else VS Code shows files, and the folders around them. Folders get marks
 * of their own: of what VS Code passes up itself any colour could win, not the most urgent one.
 */
export class SiteDecorations implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #audits: SiteAudits;
  readonly #changed = new vscode.EventEmitter<vscode.Uri[]>();
  readonly #listeners: vscode.Disposable;
  #marked: ReadonlyMap<string, MarkedFile> = new Map();

  readonly onDidChangeFileDecorations = this.#changed.event;

  constructor(audits: SiteAudits) {
    this.#audits = audits;
    this.#listeners = vscode.Disposable.from(
      vscode.window.registerFileDecorationProvider(this),
      audits.onDidChange(() => this.#update()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTING)) this.#update();
      }),
    );
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const mark = this.#marked.get(uri.toString())?.mark;
    return mark && decoration(mark);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
  }

  #update(): void {
    const before = this.#marked;
    const isOn = vscode.workspace.getConfiguration().get(SETTING, true);
    this.#marked = isOn ? marksOf(this.#audits) : new Map();
    const gone = [...before.values()].filter(({ uri }) => !this.#marked.has(uri.toString()));
    const others = [...this.#marked].filter(([key, { mark }]) => !isSame(before.get(key)?.mark, mark));
    const changed = [...gone, ...others.map(([, marked]) => marked)].map(({ uri }) => uri);
    for (let at = 0; at < changed.length; at += MOST_IN_EVENT) {
      this.#changed.fire(changed.slice(at, at + MOST_IN_EVENT));
    }
  }
}

/** The marks of all audited folders. Where one lies in another, what the inner audit says counts, which has the whole site. */
function marksOf({ all }: SiteAudits): Map<string, MarkedFile> {
  const outerFirst = all.toSorted((one, other) => one.folder.path.length - other.folder.path.length);
  return new Map(
    outerFirst.flatMap(({ folder, result }) =>
      [...explorerMarks(result.findings)].map(([path, mark]): [string, MarkedFile] => {
        const uri = siteFileUri(folder, path);
        return [uri.toString(), { uri, mark }];
      }),
    ),
  );
}

function isSame(one: ExplorerMark | undefined, other: ExplorerMark): boolean {
  return one?.severity === other.severity && one.findings === other.findings && one.title === other.title;
}

function decoration(mark: ExplorerMark): vscode.FileDecoration {
  const { kind, severity } = mark;
  const badge = kind === 'folder' ? FOLDER_BADGE : BADGES[severity];
  return new vscode.FileDecoration(badge, tooltip(mark), new vscode.ThemeColor(COLOURS[severity]));
}

function tooltip({ kind, severity, findings, title }: ExplorerMark): string {
  if (kind === 'folder') {
    return vscode.l10n.t(
      '{0}: {1} findings of the site audit in this folder',
      severityName(severity),
      formatCount(findings),
    );
  }
  const worst = vscode.l10n.t('{0}: {1}', severityName(severity), title);
  if (findings === 1) return worst;
  return vscode.l10n.t('{0} (findings in all: {1})', worst, formatCount(findings));
}
