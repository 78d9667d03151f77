import type { MarkedWord } from './wordScanner';

/** What the query of a request tells, as bits. */
export const QueryMark = {
  /** Asks for the pages of the author with a number (WordPress). */
  author: 1 << 0,
  /** Asks for the list of users (WordPress, without readable addresses). */
  users: 1 << 1,
  /** Registers a new member. */
  registration: 1 << 2,
  /**
   * To where people log in, but no log-in: lost passwords, log-out, pages behind a password, calls of Jetpack, work in the webmail
   * and in phpMyAdmin.
   */
  noLogIn: 1 << 3,
  /** Holds the address of another page. */
  url: 1 << 4,
  /** A parameter by which web shells take their commands. */
  command: 1 << 5,
  /** Takes comments (systems with one program for all). */
  comment: 1 << 6,
  /** A page of an administration behind its log-in (Joomla, Movable Type). */
  adminPage: 1 << 7,
} as const;

/** The words that give a query its marks; the query begins with its question mark. */
export const queryWords: readonly MarkedWord[] = [
  ...words(QueryMark.author, '?author= &author='),
  ...words(QueryMark.users, 'rest_route=/wp/v2/users'),
  ...words(QueryMark.registration, 'action=register task=registration mode=register do=register act=reg'),
  ...words(
    QueryMark.noLogIn,
    'action=register action=lostpassword action=retrievepassword action=resetpass action=rp action=logout action=postpass action=confirm for=jetpack ' +
      '_task=mail _task=settings _task=addressbook _task=calendar _task=utils route=/sql route=/table route=/database ' +
      'route=/server route=/import route=/export route=/navigation route=/lint',
  ),
  ...words(QueryMark.url, '=http:// =https:// =//'),
  ...words(
    QueryMark.command,
    '?cmd= &cmd= ?exec= &exec= ?command= ?c=ls ?pass= ?z0= ?act= &act= ?upload ?p1= &dir= ?dir= ?path= ?login= ?a=php ?key=',
  ),
  ...words(QueryMark.comment, 'comment/reply option=com_jcomments do=post mode=post mode=reply'),
  ...words(QueryMark.adminPage, 'option=com_ __mode='),
];

function words(marks: number, list: string): MarkedWord[] {
  return list.split(' ').map((word) => [word, marks] as const);
}
