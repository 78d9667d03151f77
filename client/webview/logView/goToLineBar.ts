import { element } from '../shared/dom';
import type { Speaker } from './words';

/** Asks for the number of a line. */
export class GoToLineBar {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #onClose: () => void;

  /**
   * @param onLine told the line (from 1) that was asked for
   * @param onClose told when there is nothing to ask any more
   */
  constructor(speaker: Speaker, onLine: (line: number) => void, onClose: () => void) {
    const label = speaker.say('goToLine');
    this.#onClose = onClose;
    this.#input = element('input', {
      attributes: { type: 'text', inputmode: 'numeric', placeholder: label, 'aria-label': label },
    });
    this.element = element('div', { class: 'bar' }, [this.#input]);
    this.element.hidden = true;
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        // Numbers may be written with separators, as they are shown.
        const line = Number(this.#input.value.replaceAll(/[\s,.]/g, ''));
        if (Number.isSafeInteger(line) && line > 0) onLine(line);
      }
      if (event.key === 'Enter' || event.key === 'Escape') this.close();
    });
    this.#input.addEventListener('blur', () => this.close());
  }

  open(): void {
    this.element.hidden = false;
    this.#input.value = '';
    this.#input.focus();
  }

  close(): void {
    if (this.element.hidden) return;
    this.element.hidden = true;
    this.#onClose();
  }
}
