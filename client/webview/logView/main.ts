import { Speaker } from '../shared/speaker';
import { Host } from './host';
import type { HostMessage } from './messages';
import { Page } from './page';

/** Entry of the page: it is built once its words have come. */
const host = new Host();
let page: Page | undefined;
host.listen((message: HostMessage) => {
  if (message.type === 'words') page ??= new Page(host, new Speaker(message.words, message.locale));
  else page?.receive(message);
});
host.send({ type: 'ready' });
