import { element, toggle, type Toggle } from '../shared/dom';
import { Chart } from './chart';
import { chartTable } from './chartTable';
import { ChosenParts } from './chosenParts';
import type { Host } from './host';
import { Legend } from './legend';
import { Lists } from './lists';
import type { Dashboard, DashboardQuery, HostMessage, Subject } from './messages';
import { Peaks } from './peaks';
import { conditionsOf, queryOf, type Selection } from './selection';
import type { Speaker } from './words';

/** What is kept while the page is hidden. Plain data. */
interface Kept {
  /** What the page was about, as `keyOf` writes it. */
  readonly subject: string;
  readonly selection: Selection;
  readonly showsAll: boolean;
  readonly showsTable: boolean;
}

/** The page of the dashboard: its parts, and what each tells the others. */
export class Page {
  readonly #host: Host;
  readonly #speaker: Speaker;
  readonly #chart: Chart;
  readonly #legend: Legend;
  readonly #chosenParts: ChosenParts;
  readonly #lists: Lists;
  readonly #all: Toggle;
  readonly #asTable: Toggle;
  readonly #showLines: HTMLButtonElement;
  readonly #zoomIn: HTMLButtonElement;
  readonly #peaks: Peaks;
  readonly #table = element('div', { class: 'table' });
  readonly #title = element('h1');
  readonly #summary = element('p', { class: 'summary', attributes: { role: 'status' } });
  readonly #content = element('main');
  #subject: Subject = { kind: 'open' };
  #selection: Selection = {};
  #dashboard: Dashboard | undefined;
  #asked = 0;

  constructor(host: Host, speaker: Speaker) {
    this.#host = host;
    this.#speaker = speaker;
    const choose = (selection: Selection): void => this.#choose(selection);
    this.#chart = new Chart(
      speaker,
      (chosen) => {
        const { chosen: _, ...others } = this.#selection;
        this.#choose(chosen === undefined ? others : { ...others, chosen });
      },
      () => this.#openLines(),
    );
    this.#legend = new Legend(speaker, choose);
    this.#chosenParts = new ChosenParts(speaker, choose);
    this.#lists = new Lists(speaker, choose);
    this.#all = this.#toggle('allLogs', () => this.#choose({}));
    this.#asTable = this.#toggle('asTable', () => {
      this.#keep();
      this.#show();
    });
    this.#showLines = this.#button('showLines', () => this.#openLines());
    this.#zoomIn = this.#button('zoomIn', () => {
      const { chosen, ...others } = this.#selection;
      if (chosen !== undefined) this.#choose({ ...others, shown: chosen });
      this.#chart.focus();
    });
    this.#peaks = new Peaks(speaker, (chosen) => this.#choose({ ...this.#selection, chosen }));
    this.#build();
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case 'subject':
        return this.#setSubject(message.subject);
      case 'changed':
        return this.#ask();
      case 'answer':
        if (message.id !== this.#asked) return;
        this.#dashboard = message.dashboard;
        return this.#show();
      case 'words':
    }
  }

  #build(): void {
    const tools = [this.#showLines, this.#zoomIn, this.#asTable.element, this.#all.element];
    this.#content.append(
      this.#peaks.element,
      this.#chart.element,
      this.#legend.element,
      this.#table,
      this.#lists.element,
    );
    document.body.append(
      element('header', {}, [
        this.#title,
        this.#summary,
        element(
          'div',
          { class: 'tools', attributes: { role: 'toolbar', 'aria-label': this.#speaker.say('tools') } },
          tools,
        ),
        this.#chosenParts.element,
      ]),
      this.#content,
    );
    this.#show();
  }

  #setSubject(subject: Subject): void {
    const kept = this.#host.kept as Kept | undefined;
    const isSame = kept !== undefined && kept.subject === keyOf(subject);
    this.#subject = subject;
    this.#title.textContent = this.#titleOf(subject);
    this.#all.element.hidden = subject.kind !== 'log';
    this.#all.set(isSame && kept.showsAll);
    this.#asTable.set(kept?.showsTable ?? false);
    this.#choose(isSame ? kept.selection : {});
  }

  #choose(selection: Selection): void {
    this.#selection = selection;
    this.#ask();
  }

  #ask(): void {
    this.#keep();
    const query = queryOf(this.#selection, this.#logs, this.#chart.room);
    this.#host.send({ type: 'query', id: ++this.#asked, query });
  }

  /** What is asked for, as the query has it. */
  get #logs(): DashboardQuery['logs'] {
    if (this.#subject.kind === 'incident') return 'incident';
    return this.#subject.kind === 'open' || this.#all.isOn() ? [] : [this.#subject.uri];
  }

  #titleOf(subject: Subject): string {
    if (subject.kind === 'log') return subject.name;
    return this.#speaker.say(subject.kind === 'incident' ? 'incidentLogs' : 'allLogs');
  }

  #keep(): void {
    const kept: Kept = {
      subject: keyOf(this.#subject),
      selection: this.#selection,
      showsAll: this.#all.isOn(),
      showsTable: this.#asTable.isOn(),
    };
    this.#host.keep(kept);
  }

  #show(): void {
    const dashboard = this.#dashboard;
    const chart = dashboard?.chart;
    this.#content.hidden = dashboard === undefined || dashboard.logs.length === 0;
    this.#summary.textContent = this.#summaryOf(dashboard);
    this.#showLines.disabled = dashboard === undefined || dashboard.matching === 0;
    this.#zoomIn.disabled = this.#selection.chosen === undefined;
    this.#chosenParts.show(this.#selection, chart?.zone ?? 0);
    this.#chart.show(chart, this.#selection.chosen);
    this.#legend.element.hidden = chart === undefined;
    if (chart !== undefined) this.#legend.show(chart, this.#selection);
    this.#peaks.show(chart);
    this.#table.replaceChildren(
      ...(chart !== undefined && this.#asTable.isOn() ? [chartTable(chart, this.#speaker)] : []),
    );
    if (dashboard !== undefined) this.#lists.show(dashboard, this.#selection);
  }

  #summaryOf(dashboard: Dashboard | undefined): string {
    if (dashboard === undefined) return this.#asked === 0 ? '' : this.#speaker.say('failed');
    const { logs, hasOnlyRequests, matching, entries, chart } = dashboard;
    if (logs.length === 0) return this.#speaker.say(this.#subject.kind === 'incident' ? 'noIncident' : 'noLog');
    const counts = this.#speaker.say(hasOnlyRequests ? 'requestsOf' : 'entriesOf', matching, entries);
    if (chart === undefined) return `${counts} ${this.#speaker.say('noTime')}`;
    return chart.untimed > 0 ? `${counts} ${this.#speaker.say('untimed', chart.untimed)}` : counts;
  }

  #openLines(): void {
    const zone = this.#dashboard?.chart?.zone ?? 0;
    const { log } = this.#selection;
    const conditions = conditionsOf(this.#selection, zone);
    this.#host.send({ type: 'showLines', conditions, ...(log && { log: log.uri }) });
  }

  #button(word: 'showLines' | 'zoomIn', onClick: () => void): HTMLButtonElement {
    const made = element('button', { class: 'tool', text: this.#speaker.say(word), attributes: { type: 'button' } });
    made.addEventListener('click', onClick);
    return made;
  }

  #toggle(word: 'allLogs' | 'asTable', onChange: () => void): Toggle {
    const title = this.#speaker.say(word);
    const made = toggle(title, 'tool', onChange);
    made.element.textContent = title;
    return made;
  }
}

/** Differs for each subject. */
function keyOf(subject: Subject): string {
  return subject.kind === 'log' ? subject.uri : subject.kind;
}
