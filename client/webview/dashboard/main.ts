import { startPage } from '../shared/startPage';
import { Host } from './host';
import { Page } from './page';
import { Speaker } from './words';

/** Entry of the page. */
const host = new Host();
startPage(host, (words, locale) => new Page(host, new Speaker(words, locale)));
