import { settingSign, type SettingSign } from './settingSign';

/** Minute, hour, day, month, weekday, or `@daily` and the like, before the command (crontab(5)). */
const TIMED_COMMAND = /^\s*(?:@\w+|[\d*,/-]+(?:\s+[\w*,/-]+){4})\s+(\S.*)$/;
const FETCHES = /\b(?:curl|wget|fetch|lynx|lwp-download)\b/;
/** Paths of programs are short; without an end, a line of bars alone would take time that grows with its square. */
const RUNS_WHAT_IT_FETCHED =
  /\|\s*(?:\S{0,100}\/)?(?:ba|da|z)?sh\b|\|\s*(?:\S{0,100}\/)?(?:php|perl|python)\b|base64\s+(?:-d|--decode)|\beval\b/;
const ODD_PLACE = /\/(?:tmp|var\/tmp|dev\/shm)\/|\/\.[A-Za-z0-9]|\/uploads?\//;

/** Timed commands that fetch programs and run them, or run what lies in odd places. */
export function scheduleSigns(text: string): SettingSign[] {
  return text.split(/\r\n|\r|\n/).flatMap((whole, index) => {
    const command = TIMED_COMMAND.exec(whole)?.[1];
    const isOdd =
      command !== undefined &&
      ((FETCHES.test(command) && RUNS_WHAT_IT_FETCHED.test(command)) || ODD_PLACE.test(command));
    if (!isOdd) return [];
    const column = whole.search(/\S/) + 1;
    return [settingSign('oddTimedCommand', { line: index + 1, column, text: whole.slice(column - 1) })];
  });
}

/** Addresses in a `.forward` file that give each mail to a program (aliases(5)). */
export function forwardSigns(text: string): SettingSign[] {
  return text.split(/\r\n|\r|\n/).flatMap((whole, index) => {
    const column = whole.search(/\S/) + 1;
    const isPiped = /^\s*"?\|/.test(whole);
    return isPiped ? [settingSign('mailToProgram', { line: index + 1, column, text: whole.slice(column - 1) })] : [];
  });
}
