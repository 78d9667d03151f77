import type { Certainty } from '../../rules/finding';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { FtpChange, FtpDeed } from '../ftpFiles';
import { leftOut } from './eventAt';
import type { EventKind, IncidentEvent } from './incidentEvent';

/** Changes of one file that are told: the first, which tell how it came. */
const MOST_OF_FILE = 5;
/** Files of which changes are told. */
const MOST_FILES = 100;

const KINDS: Readonly<Record<FtpDeed, EventKind>> = {
  uploaded: 'upload',
  deleted: 'delete',
  named: 'rename',
  renamed: 'rename',
};

/** What was done to bad files by FTP. */
export function ftpEvents(changes: ReadonlyMap<string, readonly FtpChange[]>): IncidentEvent[] {
  const all = [...changes];
  const told = all
    .slice(0, MOST_FILES)
    .map(([file, own]) => own.slice(0, MOST_OF_FILE).map((change) => describe(file, change)));
  const count = all.reduce((sum, [, own]) => sum + own.length, 0);
  const events = told.flat();
  return [
    ...events,
    ...leftOut(count - events.length, (more) => t('{0} more changes of bad files by FTP are not told here.', more)),
  ];
}

function describe(file: string, { deed, client = '-', time, place }: FtpChange): IncidentEvent {
  const certainty: Certainty = 'confirmed';
  return {
    kind: KINDS[deed],
    certainty,
    file,
    text: deedText(deed, shortened(file), shortened(client)),
    ...(time !== undefined && { time }),
    places: [place],
  };
}

/** No user is named: reports may have to leave the names out. */
function deedText(deed: FtpDeed, file: string, client: string): string {
  switch (deed) {
    case 'uploaded':
      return t('{0} was uploaded by FTP from {1}.', file, client);
    case 'deleted':
      return t('{0} was deleted by FTP from {1}.', file, client);
    case 'named':
      return t('Another file was given the name {0} by FTP from {1}.', file, client);
    case 'renamed':
      return t('{0} was given another name by FTP from {1}.', file, client);
  }
}
