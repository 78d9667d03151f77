import { element } from '../shared/dom';
import type { ViewFinding } from './messages';
import type { Speaker } from './words';

/** The findings of the log, the most urgent first; each leads to its first line. */
export class FindingsPanel {
  readonly element: HTMLElement;
  readonly #speaker: Speaker;
  readonly #onJump: (line: number) => void;
  readonly #list = element('ul');

  /** @param onJump told the line (from 0) to show */
  constructor(speaker: Speaker, onJump: (line: number) => void) {
    this.#speaker = speaker;
    this.#onJump = onJump;
    const title = speaker.say('findings');
    this.element = element('aside', { class: 'findings', attributes: { 'aria-label': title } }, [
      element('h2', { text: title }),
      this.#list,
    ]);
    this.element.hidden = true;
  }

  /** @param areAll whether the log was judged: before that nobody is told that there are none */
  show(findings: readonly ViewFinding[], areAll: boolean): void {
    const items = findings.map((finding) => this.#item(finding));
    const none = element('li', { class: 'none', text: this.#speaker.say('noFindings') });
    this.#list.replaceChildren(...(items.length > 0 || !areAll ? items : [none]));
  }

  #item({ severity, title, detail, line }: ViewFinding): HTMLElement {
    const place = this.#speaker.say('lineAt', line + 1);
    const head = element('summary', {}, [
      element('span', { class: `severity ${severity}`, text: this.#speaker.say(severity) }),
      element('span', { text: title }),
    ]);
    const jump = element('button', {
      class: 'lens',
      text: this.#speaker.say('showLine', line + 1),
      attributes: { type: 'button' },
    });
    jump.addEventListener('click', () => this.#onJump(line));
    const paragraphs = detail.split('\n').map((text) => element('p', { text }));
    return element('li', {}, [element('details', { attributes: { title: place } }, [head, ...paragraphs]), jump]);
  }
}
