import { perModel } from './perModel';

/** Rows of each file of a log or a set of logs, in the order of its lines. */
export const rowsOfFiles = perModel(({ files, table }): Uint32Array[] => {
  const all = new Uint32Array(table.rows);
  for (let row = 0; row < all.length; row++) all[row] = row;
  if (files.length === 1) return [all];
  const rowOfLine = new Uint32Array(table.lines + 1);
  // Rows are counted from 1 here, so that 0 is none.
  for (const row of all) rowOfLine[table.lineOfRow(row)] = row + 1;
  return files.map(({ linesBefore, lines }) =>
    rowOfLine
      .subarray(linesBefore + 1, linesBefore + lines + 1)
      .filter((row) => row > 0)
      .map((row) => row - 1),
  );
});

/** Times of the rows of each file, in the order of its lines: seconds since 1970-01-01 UTC, or `NO_TIME`. */
export const timesOfFiles = perModel((model): Uint32Array[] => {
  const { files, table } = model;
  // The rows of one log are all of the table.
  if (files.length === 1) return [table.data.time];
  return rowsOfFiles(model).map((rows) => rows.map((row) => table.data.time[row]!));
});

/**
 * Numbers of the files of a set that go on with each other: those whose names differ in numbers only, such as the days of one
 * domain (`access.log`, `access.log.1.gz`, `20211101.log`).
 */
export const seriesOfFiles = perModel(({ files }): number[][] => {
  const series = new Map<string, number[]>();
  files.forEach(({ name }, number) => {
    const stem = name.replace(/\.(?:gz|bz2|xz|zst|processed)(?=\.|$)/g, '').replace(/[._-]?\d+/g, '');
    series.set(stem, [...(series.get(stem) ?? []), number]);
  });
  return [...series.values()];
});
