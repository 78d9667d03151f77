import * as shared from '../shared/speaker';
import type { StatusClass, WordName } from './messages';

/** Writes the words of the dashboard. */
export class Speaker extends shared.Speaker<WordName> {
  /** What a class of statuses is called. */
  className(name: StatusClass): string {
    return name === 'other' ? this.say('classOther') : name;
  }
}
