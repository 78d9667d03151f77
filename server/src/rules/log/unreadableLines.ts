import { fileOfLine, type LogFile, type LogModel } from '../../log/logModel';
import { logFormats } from '../../log/formats/table';
import { count, percent } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { evidenceOfLines } from './evidence';

const options = {
  share: {
    default: 5,
    minimum: 1,
    unit: 'percent',
    description: () => t('Least share of a log’s lines that are unreadable.'),
    source: 'Some lines in ten thousand are cut or hold binary data in ordinary logs.',
  },
  lines: {
    default: 20,
    minimum: 1,
    unit: 'lines',
    description: () => t('Fewest unreadable lines of a log.'),
    source: 'A handful of lines tells nothing about a log.',
  },
};

/** How many lines before its last one must be readable for that to be taken for cut. */
const READABLE_BEFORE_CUT = 20;

/** A log many of whose lines can't be read, or whose last line is cut. */
export const unreadableLines = defineRule<LogModel, typeof options>({
  id: 'unreadable-lines',
  family: 'log-health',
  severity: 'information',
  title: () => t('Unreadable lines'),
  explanation: () =>
    t(
      'Lines that are no entries of a format that is known are not looked at, so what they tell is missing from all counts. The log may be damaged, mixed with the output of another program, or cut short while it was written or downloaded.',
    ),
  options,
  find(model, values) {
    const lines = unreadableByFile(model);
    return model.files.flatMap((file, number) => {
      const unreadable = lines[number]!;
      if (isMuch(file, unreadable, values)) return [describeMany(model, file, unreadable)];
      return isCut(file, unreadable) ? [describeCut(model, file, unreadable)] : [];
    });
  },
});

type Values = OptionValues<typeof options>;

/** Unreadable lines of each file, as the model's table counts them. */
function unreadableByFile({ files, table }: LogModel): Uint32Array[] {
  const all = table.unreadableLines();
  let from = 0;
  return files.map((_, number) => {
    const start = from;
    while (from < all.length && fileOfLine(files, all[from]!) === number) from++;
    return all.subarray(start, from);
  });
}

function isMuch({ format, lines }: LogFile, unreadable: Uint32Array, values: Values): boolean {
  if (hasDirectives(format)) return false;
  return unreadable.length >= values.lines && unreadable.length * 100 >= lines * values.share;
}

/** Whether lines of the format that are no entries may be as they should be, such as those that name the fields. */
function hasDirectives(format: string | undefined): boolean {
  return logFormats.find(({ id }) => id === format)?.isDirective !== undefined;
}

/** Whether the last line alone is unreadable, though many before it are not. Damage of a packed file is told by itself. */
function isCut({ damaged, format, lines, linesBefore }: LogFile, unreadable: Uint32Array): boolean {
  const last = linesBefore + lines;
  if (damaged || hasDirectives(format) || unreadable.at(-1) !== last || lines <= READABLE_BEFORE_CUT) return false;
  return (unreadable.at(-2) ?? 0) < last - READABLE_BEFORE_CUT;
}

function describeMany(model: LogModel, file: LogFile, unreadable: Uint32Array): Finding {
  return {
    rule: 'unreadable-lines',
    severity: 'information',
    title: t('{0} of {1} lines of {2} can’t be read', count(unreadable.length), count(file.lines), file.name),
    detail: t(
      'That is {0} of the log. They are no entries of a format that is known, so nothing was looked for in them and they are missing from all counts.',
      percent(unreadable.length / file.lines),
    ),
    advice: t(
      'Look at some of them. If the log is damaged, download it again; if the lines are entries in another form, write down that form in the settings (Log Formats).',
    ),
    count: unreadable.length,
    ...evidenceOfLines(model, unreadable),
  };
}

function describeCut(model: LogModel, file: LogFile, unreadable: Uint32Array): Finding {
  return {
    rule: 'unreadable-lines',
    severity: 'information',
    title: t('The last line of {0} is cut', file.name),
    detail: t(
      'The log was copied while the server wrote it, or its download broke off. In the second case all that came behind is missing.',
    ),
    advice: t('If the log ends earlier than you expect, download it again.'),
    count: 1,
    ...evidenceOfLines(model, unreadable.subarray(-1)),
  };
}
