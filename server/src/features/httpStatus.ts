import { STATUS_CODES } from 'node:http';
import { t } from '../words';

/** What a status tells the owner of a site; names from RFC 9110 §15 as Node has them. */
export function describeStatus(status: number): { name: string; meaning: string } {
  return { name: STATUS_CODES[status] ?? t('not a standard status'), meaning: meaning(status) };
}

function meaning(status: number): string {
  switch (status) {
    case 200:
      return t('The server did what was asked and sent an answer.');
    case 206:
      return t('A part of a file was sent, as when a film is watched.');
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
      return t(
        'The visitor was sent on to another address. After a log-in form this often means that the log-in worked.',
      );
    case 304:
      return t('The visitor already had the newest version, so nothing was sent.');
    case 400:
      return t('The server could not understand the request.');
    case 401:
      return t('A password is needed, and none or a wrong one was given.');
    case 403:
      return t(
        'The server refused: access is forbidden, by a rule, by the firewall (WAF) or by the file’s permissions.',
      );
    case 404:
      return t('There is no such file. Many of these from one address mean that it is searching for weak points.');
    case 405:
      return t('The method is not allowed here.');
    case 408:
      return t('The client opened a connection but sent no request in time.');
    case 429:
      return t('The client sent too many requests and was told to slow down.');
    case 499:
      return t('The client closed the connection before the answer came (nginx).');
    case 500:
      return t('A program on the server failed, often a PHP script.');
    case 503:
      return t('The server was overloaded or closed for maintenance.');
    default:
      return meaningOfClass(Math.floor(status / 100));
  }
}

function meaningOfClass(hundreds: number): string {
  switch (hundreds) {
    case 1:
      return t('The server asked the client to go on.');
    case 2:
      return t('The request succeeded.');
    case 3:
      return t('The visitor was sent on, or already had the content.');
    case 4:
      return t('The server could not or would not do what the client asked.');
    case 5:
      return t('The server failed to do what the client asked.');
    default:
      return t('No meaning is defined for this number.');
  }
}
