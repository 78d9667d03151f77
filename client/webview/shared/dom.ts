/** What an element is made with. */
export interface ElementOptions {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Makes an element. Texts become text and nothing else, whatever they hold. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { class: className, text, attributes = {} }: ElementOptions = {},
  children: readonly Node[] = [],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className !== undefined) made.className = className;
  if (text !== undefined) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A button that does something. */
export function button(title: string, className: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { class: className, attributes: { type: 'button', title, 'aria-label': title } });
  made.addEventListener('click', onClick);
  return made;
}

/** A button that is on or off. */
export function toggle(title: string, className: string, onChange: (isOn: boolean) => void): Toggle {
  const made = button(title, className, () => set(!isOn, true));
  let isOn = false;
  const set = (on: boolean, tell = false): void => {
    isOn = on;
    made.setAttribute('aria-pressed', String(on));
    if (tell) onChange(on);
  };
  set(false);
  return { element: made, set, isOn: () => isOn };
}

export interface Toggle {
  readonly element: HTMLButtonElement;
  readonly set: (isOn: boolean, tell?: boolean) => void;
  readonly isOn: () => boolean;
}
