import { element, toggle, type Toggle } from '../shared/dom';
import { FieldHover } from './fieldHover';
import { FilterBar } from './filterBar';
import { FindBar } from './findBar';
import { FindingsPanel } from './findingsPanel';
import { GoToLineBar } from './goToLineBar';
import { Grid } from './grid';
import type { Host } from './host';
import type { HostMessage, LineConditions, LogViewSearch, LogViewState, ViewCommand } from './messages';
import { OverviewStrip } from './overviewStrip';
import type { Speaker } from './words';

/** Pause before the marks beside the scroll bar are renewed, in ms. */
const OVERVIEW_PAUSE = 150;

/** What is kept while the page is hidden. Plain data. */
interface Kept {
  readonly row: number;
  readonly conditions?: LineConditions;
  readonly search?: LogViewSearch;
  readonly showsFilter: boolean;
  readonly showsFindings: boolean;
  readonly follows: boolean;
}

/** The page of a viewer: its parts, and what each tells the others. */
export class Page {
  readonly #host: Host;
  readonly #speaker: Speaker;
  readonly #grid: Grid;
  readonly #find: FindBar;
  readonly #goToLine: GoToLineBar;
  readonly #filter: FilterBar;
  readonly #findings: FindingsPanel;
  readonly #overview: OverviewStrip;
  readonly #hover: FieldHover;
  readonly #toggles: Readonly<Record<'filter' | 'findings' | 'follow', Toggle>>;
  readonly #message = element('p', { class: 'message', attributes: { role: 'status' } });
  readonly #footer = element('footer');
  #state: LogViewState | undefined;
  #kept: Partial<Kept>;
  #overviewTimer = 0;
  /** The next thing found is shown as soon as there is one. */
  #awaitsMatch = false;
  /** Line (from 0) to stay at while other rows are shown. */
  #lineToKeep: number | undefined;

  constructor(host: Host, speaker: Speaker) {
    this.#host = host;
    this.#speaker = speaker;
    this.#kept = host.kept ?? {};
    this.#grid = new Grid(host, speaker, {
      onMove: () => this.#moved(),
      onLeaveEnd: () => this.#toggles.follow.set(false),
      onDetails: (row, place) => void this.#hover.explain(row, place),
    });
    this.#find = new FindBar(speaker, {
      onSearch: (search) => this.#search(search),
      onNext: (backwards) => void this.#showMatch(backwards, false),
      onClose: () => this.#grid.focus(),
    });
    this.#goToLine = new GoToLineBar(
      speaker,
      (line) => void this.#reveal(line - 1),
      () => this.#grid.focus(),
    );
    this.#filter = new FilterBar(speaker, (conditions) => this.#setFilter(conditions));
    this.#findings = new FindingsPanel(speaker, (line) => void this.#reveal(line));
    this.#overview = new OverviewStrip((share) => this.#grid.goTo(Math.floor(share * this.#grid.rowCount)));
    this.#hover = new FieldHover(host, speaker, this.#grid, (conditions) => {
      this.#openFilter({ ...this.#filter.conditions, ...conditions });
    });
    this.#toggles = {
      filter: this.#toggle('filter', (isOn) => this.#showFilter(isOn)),
      findings: this.#toggle('findings', (isOn) => (this.#findings.element.hidden = !isOn)),
      follow: this.#toggle('follow', (isOn) => isOn && this.#grid.goToEnd()),
    };
    this.#build();
    this.#restore();
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case 'state':
        return this.#show(message.state);
      case 'lenses':
        return this.#grid.showLenses(message.lenses);
      case 'findings':
        return this.#findings.show(message.findings, message.areAll);
      case 'command':
        return this.#obey(message.command);
      case 'reveal':
        return void this.#reveal(message.line, message.explain);
      case 'filter':
        return this.#openFilter(message.conditions);
      case 'words':
      case 'answer':
    }
  }

  #build(): void {
    const find = this.#toolButton('find', () => this.#find.open());
    const goToLine = this.#toolButton('goToLine', () => this.#goToLine.open());
    const { filter, findings, follow } = this.#toggles;
    const tools = [find, filter.element, goToLine, findings.element, follow.element];
    const label = { role: 'toolbar', 'aria-label': this.#speaker.say('log') };
    const view = element('main', {}, [
      this.#grid.element,
      this.#overview.element,
      this.#grid.viewport.scrollBar,
      this.#findings.element,
    ]);
    document.body.append(
      element('header', {}, [
        element('div', { class: 'tools', attributes: label }, tools),
        this.#goToLine.element,
        this.#find.element,
        this.#filter.element,
      ]),
      this.#message,
      view,
      this.#footer,
      this.#hover.element,
    );
    view.addEventListener('wheel', ({ deltaY }) => deltaY < 0 && this.#toggles.follow.set(false), { passive: true });
    this.#grid.viewport.scrollBar.addEventListener('mousedown', () => this.#toggles.follow.set(false));
  }

  /** Shows what was shown before the page was hidden. */
  #restore(): void {
    const { conditions, search, showsFilter = false, showsFindings = true, follows = false } = this.#kept;
    this.#toggles.filter.set(showsFilter, true);
    this.#toggles.findings.set(showsFindings, true);
    this.#toggles.follow.set(follows);
    if (conditions !== undefined) this.#filter.set(conditions);
    if (search !== undefined) this.#find.restore(search);
  }

  #show(state: LogViewState): void {
    const isFirst = this.#state === undefined || this.#state.phase === 'reading';
    this.#state = state;
    this.#grid.show(state);
    this.#filter.show(state);
    this.#find.show(state);
    this.#message.textContent = this.#messageOf(state);
    this.#message.hidden = this.#message.textContent === '';
    if (isFirst && state.phase === 'ready' && this.#kept.row !== undefined) this.#grid.goTo(this.#kept.row);
    if (this.#toggles.follow.isOn()) this.#grid.goToEnd();
    else if ((state.filter?.progress ?? 1) === 1) void this.#stay();
    if (this.#awaitsMatch && state.search !== undefined) void this.#showMatch(false, true);
    this.#renewOverview();
    this.#moved();
  }

  #messageOf({ phase, problem, progress, rows, filter, isSlow }: LogViewState): string {
    if (problem !== undefined) return problem;
    if (phase === 'reading') {
      return progress === undefined
        ? this.#speaker.say('reading')
        : this.#speaker.say('readingPart', this.#speaker.share(progress));
    }
    if (rows === 0) return this.#speaker.say(filter === undefined ? 'noLines' : 'noLinesPass');
    return isSlow ? this.#speaker.say('slow') : '';
  }

  #moved(): void {
    const row = this.#grid.activeRow;
    const line = this.#grid.row(row)?.line ?? row;
    this.#footer.textContent = this.#placeOf(line + 1);
    this.#overview.markActive(row / Math.max(1, this.#grid.rowCount - 1));
    this.#keep(row);
  }

  /** While the log is read nobody knows how many lines it has. */
  #placeOf(line: number): string {
    if (this.#state?.phase !== 'ready') return this.#speaker.say('lineAt', line);
    return this.#speaker.say('lines', line, this.#state.lines);
  }

  #keep(row: number): void {
    if (this.#state?.phase !== 'ready') return;
    const kept: Kept = {
      row,
      conditions: this.#filter.conditions,
      search: this.#find.search,
      showsFilter: this.#toggles.filter.isOn(),
      showsFindings: this.#toggles.findings.isOn(),
      follows: this.#toggles.follow.isOn(),
    };
    this.#kept = kept;
    this.#host.keep(kept);
  }

  #obey(command: ViewCommand): void {
    switch (command) {
      case 'find':
        return this.#find.open(selectedText());
      case 'findNext':
        return void this.#showMatch(false, false);
      case 'findPrevious':
        return void this.#showMatch(true, false);
      case 'goToLine':
        return this.#goToLine.open();
      case 'toggleFilter':
        this.#toggles.filter.set(!this.#toggles.filter.isOn(), true);
        if (this.#toggles.filter.isOn()) this.#filter.focus();
        return;
      case 'toggleFindings':
        return this.#toggles.findings.set(!this.#toggles.findings.isOn(), true);
      case 'toggleFollow':
        return this.#toggles.follow.set(!this.#toggles.follow.isOn(), true);
    }
  }

  async #reveal(line: number, explain = false): Promise<void> {
    this.#toggles.follow.set(false);
    const row = (await this.#host.ask('rowOfLine', { line })) ?? line;
    this.#grid.goTo(row);
    this.#grid.focus();
    if (explain) this.#grid.explain(row);
  }

  #search(search: LogViewSearch | undefined): void {
    this.#grid.mark(search);
    this.#awaitsMatch = search !== undefined;
    this.#host.send({ type: 'search', search: search ?? null });
  }

  /**
   * Shows the next row that was found.
   * @param fromHere whether the active row may be that
   */
  async #showMatch(backwards: boolean, fromHere: boolean): Promise<void> {
    const here = this.#grid.activeRow;
    const step = fromHere ? 0 : backwards ? -1 : 1;
    const match = await this.#host.ask('match', { row: here + step, backwards });
    if (!match) return;
    this.#awaitsMatch = false;
    this.#toggles.follow.set(false);
    this.#grid.goTo(match.row);
    if (this.#state !== undefined) this.#find.show(this.#state, match.nth);
  }

  #setFilter(conditions: LineConditions | undefined): void {
    this.#lineToKeep ??= this.#grid.row(this.#grid.activeRow)?.line;
    this.#host.send({ type: 'filter', conditions: conditions ?? null });
  }

  #openFilter(conditions: LineConditions): void {
    this.#toggles.filter.set(true);
    this.#filter.element.hidden = false;
    this.#filter.set(conditions);
  }

  /** Goes back to the line at which other rows were asked for. */
  async #stay(): Promise<void> {
    const line = this.#lineToKeep;
    this.#lineToKeep = undefined;
    const row = line === undefined ? undefined : await this.#host.ask('rowOfLine', { line });
    if (row !== undefined) this.#grid.goTo(row);
  }

  #showFilter(isShown: boolean): void {
    this.#filter.element.hidden = !isShown;
    // A filter that nobody sees must not keep lines back.
    if (!isShown) this.#filter.set({});
  }

  #renewOverview(): void {
    if (this.#overviewTimer !== 0) return;
    this.#overviewTimer = window.setTimeout(() => {
      this.#overviewTimer = 0;
      void this.#fetchOverview();
    }, OVERVIEW_PAUSE);
  }

  async #fetchOverview(): Promise<void> {
    const overview = await this.#host.ask('overview', { parts: this.#overview.parts });
    if (overview !== undefined) this.#overview.show(overview);
  }

  #toggle(word: 'filter' | 'findings' | 'follow', onChange: (isOn: boolean) => void): Toggle {
    const title = this.#speaker.say(word);
    const made = toggle(title, 'tool', (isOn) => {
      onChange(isOn);
      this.#moved();
    });
    made.element.textContent = title;
    return made;
  }

  #toolButton(word: 'find' | 'goToLine', onClick: () => void): HTMLButtonElement {
    const title = this.#speaker.say(word);
    const made = element('button', { class: 'tool', text: title, attributes: { type: 'button' } });
    made.addEventListener('click', onClick);
    return made;
  }
}

/** What the user selected in a line, to look for it. */
function selectedText(): string {
  const text = document.getSelection()?.toString() ?? '';
  return text.includes('\n') ? '' : text;
}
