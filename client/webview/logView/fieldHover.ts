import type { Grid } from './grid';
import type { Host } from './host';
import { HoverBox, type BoxAction, type BoxContent } from './hoverBox';
import type { LineConditions, LogViewRow } from './messages';
import { partAt } from './rowElement';
import type { Speaker } from './words';

/** Filters that a field of a line leads to. */
const FILTERS = [
  ['logClient', 'onlyThisAddress', 'address'],
  ['logTarget', 'onlyThisPath', 'path'],
  ['logStatus', 'onlyThisStatus', 'status'],
  ['logClientError', 'onlyThisStatus', 'status'],
  ['logServerError', 'onlyThisStatus', 'status'],
] as const;

/** Fields of which something is known. */
const EXPLAINED = new Set(['logClient', 'logTime', 'logTarget', 'logStatus', 'logClientError', 'logServerError']);

/** Says what is known of the fields of lines: of the one that is pointed at, or of all of a line. */
export class FieldHover {
  readonly element: HTMLElement;
  readonly #host: Host;
  readonly #speaker: Speaker;
  readonly #grid: Grid;
  readonly #onFilter: (conditions: LineConditions) => void;
  readonly #box: HoverBox;

  /** @param onFilter told what lines are to be like, beside what they have to be already */
  constructor(host: Host, speaker: Speaker, grid: Grid, onFilter: (conditions: LineConditions) => void) {
    this.#host = host;
    this.#speaker = speaker;
    this.#grid = grid;
    this.#onFilter = onFilter;
    this.#box = new HoverBox(speaker.say('details'));
    this.element = this.#box.element;
    grid.element.addEventListener('mousemove', ({ clientX, clientY }) => this.#pointAt(clientX, clientY));
    grid.element.addEventListener('mouseleave', () => this.#box.leave());
  }

  /** Says all that is known of a line's fields. */
  explain(row: LogViewRow, place: HTMLElement): Promise<void> {
    return this.#box.open(place, async (): Promise<BoxContent | undefined> => {
      const tokens = row.tokens.filter(({ type }) => EXPLAINED.has(type));
      const asked = tokens.map(({ start }) => this.#host.ask('hover', { line: row.line, character: start }));
      const texts = (await Promise.all(asked)).filter((text) => typeof text === 'string');
      if (texts.length === 0) return undefined;
      return { markdown: texts.join('\n\n---\n\n'), actions: this.#actionsOf(row, tokens) };
    });
  }

  #pointAt(x: number, y: number): void {
    const place = partAt(x, y);
    const row = place && this.#grid.rowOf(place.row);
    const token = row?.tokens.find(({ start, end }) => place!.character >= start && place!.character < end);
    if (row === undefined || token === undefined || !EXPLAINED.has(token.type)) return this.#box.leave();
    this.#box.pointAt(place!.part, async () => {
      const markdown = await this.#host.ask('hover', { line: row.line, character: token.start });
      return markdown ? { markdown, actions: this.#actionsOf(row, [token]) } : undefined;
    });
  }

  #actionsOf({ text }: LogViewRow, tokens: LogViewRow['tokens']): BoxAction[] {
    return tokens.flatMap(({ type, start, end }) => {
      const filter = FILTERS.find(([name]) => name === type);
      if (filter === undefined) return [];
      const [, word, field] = filter;
      const value = text.slice(start, end);
      // The path alone: each request may have a query of its own.
      const wanted = field === 'path' ? value.replace(/\?.*$/s, '') : value;
      return [{ title: this.#speaker.say(word), act: () => this.#onFilter({ [field]: wanted }) }];
    });
  }
}
