import type * as shared from '../shared/speaker';
import type { WordName } from './messages';

/** Writes the words of the viewer. */
export type Speaker = shared.Speaker<WordName>;
