import type { Incident } from '../incident';
import { TASKS, type Task } from '../notice/task';
import { attackers, cause, ftpClients, mailPassword, passwordOf, sending } from './evidence/access';
import { backups, filesToDelete, hidingPlaces, permissions, schedules } from './evidence/files';
import { firewall, phpSettings, uploadFolders } from './evidence/settings';
import { forms, programs } from './evidence/site';
import { situationOf, type Situation } from './situation';
import { NOTHING_SHOWN, type TaskEvidence } from './taskEvidence';

/** What is to be done in an incident, and what is seen of it. */
export interface WantedTask extends TaskEvidence {
  readonly id: Task;
  /** Whether the host asks for it; all others are good advice. */
  readonly isAsked: boolean;
}

/** When a task that the host did not ask for is wanted, and what shows whether it is done. */
interface TaskRule {
  /** Wanted in every incident when absent. */
  readonly isWanted?: (situation: Situation, evidence: TaskEvidence) => boolean;
  /** Nothing can show it when absent. */
  readonly evidence?: (incident: Incident) => TaskEvidence;
}

const ifIntrusion = ({ isIntrusion }: Situation): boolean => isIntrusion;
const ifMailAbuse = ({ isMailAbuse }: Situation): boolean => isMailAbuse;
const ifIntrusionOrOpen = ({ isIntrusion }: Situation, { shown }: TaskEvidence): boolean =>
  isIntrusion || shown === 'open';

const RULES: Readonly<Record<Task, TaskRule>> = {
  'keep-evidence': {},
  'stop-sending': { isWanted: ifMailAbuse, evidence: sending },
  'scan-computer': {},
  'delete-files': { evidence: filesToDelete },
  'check-hiding-places': { isWanted: ifIntrusionOrOpen, evidence: hidingPlaces },
  'upload-clean-files': { isWanted: ifIntrusion },
  'check-backups': { isWanted: ifIntrusionOrOpen, evidence: backups },
  'find-cause': { evidence: cause },
  'update-programs': { isWanted: ({ isIntrusion }, { facts }) => isIntrusion || facts.length > 0, evidence: programs },
  'change-cms-password': { isWanted: ifIntrusionOrOpen, evidence: passwordOf('cms-account') },
  'change-ftp-password': { evidence: passwordOf('ftp-account') },
  'change-mail-password': { isWanted: ifMailAbuse, evidence: mailPassword },
  'check-accounts': { isWanted: ifIntrusionOrOpen, evidence: schedules },
  'restrict-ftp': { isWanted: ifIntrusion, evidence: ftpClients },
  'restrict-abroad': { isWanted: ifIntrusion },
  'turn-on-waf': { isWanted: ifIntrusionOrOpen, evidence: firewall },
  'php-settings': { isWanted: ifIntrusionOrOpen, evidence: phpSettings },
  'php-off-in-uploads': { isWanted: ifIntrusionOrOpen, evidence: uploadFolders },
  'folder-permissions': { isWanted: (_, { shown }) => shown === 'open', evidence: permissions },
  'protect-forms': {
    isWanted: ({ isMailAbuse }, { shown }) => isMailAbuse || shown === 'open',
    evidence: forms,
  },
  'block-addresses': { isWanted: (situation) => situation.attackers > 0, evidence: attackers },
  'tell-authorities': { isWanted: ifIntrusion },
  reply: {},
  'check-again': {},
  'check-reputation': { isWanted: ({ isIntrusion, isMailAbuse }) => isIntrusion || isMailAbuse },
};

/** Before anything is deleted. */
const FIRST: ReadonlySet<Task> = new Set(['keep-evidence', 'stop-sending']);
/** When all else is done, in this order. */
const LAST: readonly Task[] = ['reply', 'check-again', 'check-reputation'];

/**
 * What is to be done, with what shows whether it is: what can't wait, then what the host asks for, then what is right in such a case
 * besides, and the reply when all is done.
 */
export function wantedTasks(incident: Incident): WantedTask[] {
  const asked = new Set(incident.notice?.tasks);
  const situation = situationOf(incident);
  return TASKS.flatMap((id): WantedTask[] => {
    const { isWanted, evidence: evidenceFor } = RULES[id];
    const evidence = evidenceFor?.(incident) ?? NOTHING_SHOWN;
    const isAsked = asked.has(id);
    return isAsked || (isWanted?.(situation, evidence) ?? true) ? [{ id, isAsked, ...evidence }] : [];
  }).toSorted((one, other) => stageOf(one) - stageOf(other));
}

function stageOf({ id, isAsked }: WantedTask): number {
  if (FIRST.has(id)) return 0;
  const last = LAST.indexOf(id);
  if (last >= 0) return 3 + last;
  return isAsked ? 1 : 2;
}
