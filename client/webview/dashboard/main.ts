import { connectHost } from './host';
import { Page } from './page';
import { Speaker } from './words';

/** Entry of the page: it is built once its words have come. */
let page: Page | undefined;
const host = connectHost((message) => {
  if (message.type === 'words') page ??= new Page(host, new Speaker(message.words, message.locale));
  else page?.receive(message);
});
host.postMessage({ type: 'ready' });
