import type { LogModel } from '../../log/logModel';
import type { Rule } from '../rule';
import { floodAddress } from './floodAddress';
import { hotEndpoint } from './hotEndpoint';

/** Every rule that reads logs. Adding one: see CONTRIBUTING.md, "A rule". */
export const logRules: readonly Rule<LogModel>[] = [floodAddress, hotEndpoint];
