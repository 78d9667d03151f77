import type { Incident } from '../../incident/incident';
import { mapTexts } from '../mapTexts';
import { fromCommonFolder } from '../sarif/withoutCommonFolder';

/** An incident whose logs are named from the folder that all of them are in: where a user keeps them is nobody else's business. */
export function withoutOwnFolders(incident: Incident): Incident {
  const files: string[] = [];
  mapTexts(incident, (text, key) => {
    if (key === 'file') files.push(text);
    return text;
  });
  const nameOf = fromCommonFolder(files);
  return mapTexts(incident, (text, key) => (key === 'file' ? nameOf(text) : text));
}
