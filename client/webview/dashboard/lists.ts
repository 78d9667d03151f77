import { element } from '../shared/dom';
import type { Dashboard } from './messages';
import { toggled, type Selection } from './selection';
import { TopList, type TopListItem } from './topList';
import type { Speaker } from './words';

/** Logs that are listed; the lines of others are counted. */
const MOST_LOGS = 12;

/** The lists beside the chart: who, from where, what, how it was answered, and in which log it stands. */
export class Lists {
  readonly element: HTMLElement;
  readonly #speaker: Speaker;
  readonly #onChoose: (selection: Selection) => void;
  readonly #lists: Readonly<Record<'logs' | 'clients' | 'networks' | 'endpoints' | 'statuses', TopList>>;

  /** @param onChoose told what is chosen when something was chosen or taken back */
  constructor(speaker: Speaker, onChoose: (selection: Selection) => void) {
    this.#speaker = speaker;
    this.#onChoose = onChoose;
    this.#lists = {
      clients: new TopList(speaker, speaker.say('clients')),
      networks: new TopList(speaker, speaker.say('networks')),
      endpoints: new TopList(speaker, speaker.say('endpoints')),
      statuses: new TopList(speaker, speaker.say('statuses')),
      logs: new TopList(speaker, speaker.say('logs')),
    };
    this.element = element(
      'div',
      { class: 'lists' },
      Object.values(this.#lists).map((list) => list.element),
    );
  }

  show({ logs, clients, networks, endpoints, statuses }: Dashboard, selection: Selection): void {
    const choice = <Part extends keyof Selection>(
      part: Part,
      value: NonNullable<Selection[Part]>,
    ): Pick<TopListItem, 'isChosen' | 'choose'> => {
      const chosen = toggled(selection, part, value);
      return { isChosen: chosen[part] === undefined, choose: () => this.#onChoose(chosen) };
    };
    const ofClients = clients.listed.map(({ name, count }) => {
      const value = { kind: 'client', key: name, name, addresses: [name] } as const;
      return { key: name, name, count, ...choice('clients', value) };
    });
    const ofNetworks = networks.listed.map(({ key, name, count, clients: addresses }) => {
      const isChosen = selection.clients?.kind === 'network' && selection.clients.key === key;
      // Which of its addresses are among the busiest may have changed since it was chosen.
      const value = isChosen ? selection.clients : ({ kind: 'network', key, name, addresses } as const);
      return { key, name, count, ...choice('clients', value) };
    });
    const ofEndpoints = endpoints.listed.map(({ name, count, method, path }) => ({
      key: name,
      name,
      count,
      ...choice('endpoint', { method, path }),
    }));
    const ofStatuses = statuses.listed.map(({ status, count }) => {
      const list = String(status).padStart(3, '0');
      const name = status === 0 ? this.#speaker.say('noStatus') : list;
      return { key: list, name, count, ...choice('status', { list, name }) };
    });
    const ofLogs = logs.slice(0, MOST_LOGS).map(({ uri, name, count }) => {
      return { key: uri, name, count, ...choice('log', { uri, name }) };
    });
    this.#lists.clients.show(ofClients, clients.others);
    const attribution = networks.attribution ?? '';
    const note = networks.others > 0 ? `${this.#speaker.say('networksOfBusiest')} ${attribution}` : attribution;
    this.#lists.networks.show(ofNetworks, networks.others, note);
    this.#lists.endpoints.show(ofEndpoints, endpoints.others);
    this.#lists.statuses.show(ofStatuses, statuses.others);
    this.#lists.logs.element.hidden = logs.length < 2;
    this.#lists.logs.show(
      ofLogs,
      logs.slice(MOST_LOGS).reduce((sum, { count }) => sum + count, 0),
    );
  }
}
