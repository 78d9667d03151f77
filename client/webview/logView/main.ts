import { Speaker } from '../shared/speaker';
import { startPage } from '../shared/startPage';
import { Host } from './host';
import { Page } from './page';

/** Entry of the page. */
const host = new Host();
startPage(host, (words, locale) => new Page(host, new Speaker(words, locale)));
