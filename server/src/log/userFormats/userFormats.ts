import type { LogFormat } from '../formats/logFormat';
import { readPattern } from './configLine';
import { PatternProblem, type Pattern } from './pattern';
import { patternReader } from './patternReader';

/** A format that the user wrote down counts more than whatever else a line may be. */
const WEIGHT = 1000;

/** A format that can't be understood. */
export interface UserFormatProblem {
  /** As the user wrote it. */
  readonly text: string;
  /** Why, in the user's language. */
  readonly reason: string;
}

/** What became of the formats that the user wrote down. */
export interface UserFormats {
  readonly formats: readonly LogFormat[];
  readonly problems: readonly UserFormatProblem[];
}

/**
 * Formats of Apache and nginx out of what the user wrote down, each as in a server's configuration. Their ids are `custom-1`,
 * `custom-2` … by their places.
 */
export function compileUserFormats(texts: readonly string[]): UserFormats {
  const formats: LogFormat[] = [];
  const problems: UserFormatProblem[] = [];
  texts.forEach((text, index) => {
    try {
      formats.push(formatOf(`custom-${index + 1}`, readPattern(text)));
    } catch (error) {
      if (!(error instanceof PatternProblem)) throw error;
      problems.push({ text, reason: error.message });
    }
  });
  return { formats, problems };
}

function formatOf(id: string, pattern: Pattern): LogFormat {
  const times = pattern.parts.filter((part) => part.kind === 'time');
  const isLocal = times.length > 0 && !times.some(({ shape }) => shape.namesZone);
  return {
    id,
    weight: WEIGHT,
    ...(isLocal && { timesAreLocal: true }),
    createReader: () => patternReader(pattern),
  };
}
