import { element } from '../shared/dom';
import type { LogViewOverview } from './messages';

/** Colours of the marks, the ones that are drawn over others last. */
const COLOURS = [
  ['hint', '--vscode-logSiteAudit-hintMark'],
  ['information', '--vscode-logSiteAudit-informationMark'],
  ['warning', '--vscode-logSiteAudit-warningMark'],
  ['error', '--vscode-logSiteAudit-errorMark'],
] as const;
const FOUND_COLOUR = '--vscode-editorOverviewRuler-findMatchForeground';
const ACTIVE_COLOUR = '--vscode-editor-foreground';

/** A mark is never thinner, so that it is seen. */
const LEAST_HEIGHT = 2;

/** The whole log at a glance, beside the scroll bar: where findings are, and what was found. A click leads there. */
export class OverviewStrip {
  readonly element = element('canvas', { class: 'overview', attributes: { 'aria-hidden': 'true' } });
  #overview: LogViewOverview | undefined;
  #active = 0;

  /** @param onJump told which share of the log, 0 to 1, was clicked */
  constructor(onJump: (share: number) => void) {
    const jump = ({ offsetY, buttons }: MouseEvent): void => {
      if (buttons === 1) onJump(Math.max(0, Math.min(1, offsetY / this.element.clientHeight)));
    };
    this.element.addEventListener('mousedown', jump);
    this.element.addEventListener('mousemove', jump);
    new ResizeObserver(() => this.#draw()).observe(this.element);
    // VS Code tells of another theme by the classes of the body.
    new MutationObserver(() => this.#draw()).observe(document.body, { attributeFilter: ['class'] });
  }

  /** Into how many parts the log is divided. */
  get parts(): number {
    return this.element.clientHeight;
  }

  show(overview: LogViewOverview): void {
    this.#overview = overview;
    this.#draw();
  }

  /** Marks where the active row is, as a share from 0 to 1. */
  markActive(share: number): void {
    if (this.#active === share) return;
    this.#active = share;
    this.#draw();
  }

  #draw(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    this.element.width = width;
    this.element.height = height;
    const context = this.element.getContext('2d');
    if (context === null || this.#overview === undefined) return;
    const style = getComputedStyle(document.body);
    const mark = (parts: readonly number[], colour: string, left: number, right: number): void => {
      context.fillStyle = style.getPropertyValue(colour) || style.color;
      for (const part of parts) context.fillRect(left, part, right - left, LEAST_HEIGHT);
    };
    const middle = Math.ceil(width / 2);
    for (const [severity, colour] of COLOURS) mark(this.#overview.severities[severity], colour, middle, width);
    mark(this.#overview.found, FOUND_COLOUR, 0, middle);
    mark([Math.round(this.#active * (height - LEAST_HEIGHT))], ACTIVE_COLOUR, 0, width);
  }
}
