import * as shared from '../shared/host';
import type { HostMessage, ViewMessage } from './messages';

/** The extension, as the dashboard talks to it. */
export class Host extends shared.Host<{ heard: HostMessage; said: ViewMessage }> {}
