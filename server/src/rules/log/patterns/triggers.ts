import { phpWords } from './phpWords';
import { Role, wordsOf } from './roles';
import { SESSION_PARAMETERS } from './sessionCookies';

/** Settings of PHP. */
const settings = phpWords.filter(([role]) => role === Role.phpSetting).flatMap(([, list]) => wordsOf(list));

/**
 * What makes a text worth reading although all its characters are harmless: steps between folders, addresses, folders of
 * commands, hidden files, wildcards, parameters of which the value decides, and base64 that begins like code.
 */
export const TRIGGERS: readonly string[] = [
  '..',
  '/.',
  '://',
  '::',
  '=http:',
  'bin/',
  '=data:',
  '=//',
  '/?',
  '??',
  '?/',
  ...[...SESSION_PARAMETERS.keys(), ...settings].map((name) => `${name}=`),
  ...wordsOf(`=localhost/ cmd= exec= command= execute= shell= run= exe= localhost4 localhost6 ip6-lo localtest.me lvh.me nip.io sslip.io
    xip.io .docker.internal .containers.internal kubernetes.default`),
  // <? <s <i ../ /e eval syst ${ cat  wget curl \u00 ' or
  ...wordsOf('=pd9 =phn =phh =pgl =li4v =l2v0 =zxzhb =c3lzd =jhs =y2f0i =d2dld =y3vyb =xhuwm =jybvc =jyanb'),
];
