/** What a key does in the rows. */
export type Move =
  | { readonly kind: 'by'; readonly rows: number }
  | { readonly kind: 'byPage'; readonly pages: number }
  | { readonly kind: 'to'; readonly end: 'first' | 'last' }
  | { readonly kind: 'sideways'; readonly steps: number }
  | { readonly kind: 'sidewaysTo'; readonly end: 'start' | 'end' };

/** The part of a key event that matters. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: { kind: 'by', rows: -1 },
  ArrowDown: { kind: 'by', rows: 1 },
  PageUp: { kind: 'byPage', pages: -1 },
  PageDown: { kind: 'byPage', pages: 1 },
  ArrowLeft: { kind: 'sideways', steps: -1 },
  ArrowRight: { kind: 'sideways', steps: 1 },
  Home: { kind: 'sidewaysTo', end: 'start' },
  End: { kind: 'sidewaysTo', end: 'end' },
};

const MOVES_WITH_CONTROL: Readonly<Record<string, Move>> = {
  Home: { kind: 'to', end: 'first' },
  End: { kind: 'to', end: 'last' },
  // As macOS has it.
  ArrowUp: { kind: 'to', end: 'first' },
  ArrowDown: { kind: 'to', end: 'last' },
};

/** Where a key leads to; `undefined` for one that leads nowhere. */
export function moveOf({ key, ctrlKey, metaKey, altKey }: Key): Move | undefined {
  if (altKey) return undefined;
  return ctrlKey || metaKey ? MOVES_WITH_CONTROL[key] : MOVES[key];
}
