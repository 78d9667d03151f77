/** What a settings file does that attackers want, or that a host asks to change. */
export type SettingSignKind =
  /** Pictures, texts or other files are run as programs. */
  | 'runsOtherFiles'
  /** All programs are locked but those that are named. */
  | 'allowsNamedScripts'
  /** Spellings of `php` in many cases, or `suspected`: lists that a known attack leaves. */
  | 'caseVariants'
  /** Visitors from search engines, or with telephones, are sent to another site. */
  | 'redirectsSomeVisitors'
  /** Search engines get another program than people. */
  | 'showsRobotsOtherPages'
  /** Everybody is sent to another site. */
  | 'redirectsEverybody'
  /** A directive stands where nobody looks: far to the right, or below many empty lines. */
  | 'hiddenDirective'
  /** The file is far larger than people write. */
  | 'hugeFile'
  /** The web application firewall is switched off. */
  | 'firewallOff'
  /** Folders can be listed, links followed out of the site, programs run anywhere. */
  | 'opensFolders'
  /** PHP is shown as text. */
  | 'showsCode'
  /** PHP may include programs from other servers. */
  | 'includesFromOtherServers'
  /** PHP may open addresses of other servers like files. */
  | 'opensOtherServers'
  /** Limits that the host set for PHP are lifted. */
  | 'liftsLimits'
  /** WordPress has the keys of its example. */
  | 'exampleKeys'
  /** WordPress shows its errors to visitors. */
  | 'showsErrors'
  /** A timed command fetches programs or runs some from odd places. */
  | 'oddTimedCommand'
  /** Mail that arrives is given to a program. */
  | 'mailToProgram';

/** A place in a settings file at which one of these was seen. */
export interface SettingSign {
  readonly kind: SettingSignKind;
  /** Line and columns, from 1, in UTF-16 units of the decoded text. */
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** The directive, cut where it is long; hostile text. */
  readonly excerpt: string;
  /** Files or hosts that the directive names; hostile text. */
  readonly names?: readonly string[];
}

/** A directive longer than this is cut in what is shown. */
const LONGEST_EXCERPT = 160;

/** A line of a settings file, for saying where a sign is. */
export interface SettingLine {
  readonly line: number;
  /** Column of its first character that is no blank, from 1. */
  readonly column: number;
  /** Column behind its last character; needed only where the text goes on in other lines. */
  readonly endColumn?: number;
  /** The text from there on. */
  readonly text: string;
}

export function settingSign(
  kind: SettingSignKind,
  { line, column, endColumn, text }: SettingLine,
  names?: readonly string[],
): SettingSign {
  const trimmed = text.trimEnd();
  return {
    kind,
    line,
    column,
    endColumn: endColumn ?? column + trimmed.length,
    excerpt: trimmed.length > LONGEST_EXCERPT ? `${trimmed.slice(0, LONGEST_EXCERPT)}…` : trimmed,
    ...(names !== undefined && { names }),
  };
}
