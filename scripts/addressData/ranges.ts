/** A row of source data: all addresses from `first` to `last`, both included, have `value`. */
export interface Range {
  readonly first: bigint;
  readonly last: bigint;
  readonly value: number;
}

/** From `start` to the next step's, addresses have `value`; 0 is "nothing known". Neighbouring steps differ in value. */
export interface Step {
  readonly start: bigint;
  readonly value: number;
}

/** Which value counts where two sources give one each. */
export type Choice = (one: number, other: number) => number;

/**
 * Ranges as steps. Where ranges overlap, the one that comes last wins, and the other goes on behind it: sources put a
 * more specific range after the one around it.
 * @param ranges in ascending order of `first`.
 */
export function stepsOf(ranges: readonly Range[]): Step[] {
  const steps: Step[] = [];
  const open: Range[] = [];

  const closeBefore = (limit: bigint | undefined) => {
    for (let inner = open.at(-1); inner !== undefined; inner = open.at(-1)) {
      const { last } = inner;
      if (limit !== undefined && last >= limit) return;
      while ((open.at(-1)?.last ?? last + 1n) <= last) open.pop();
      addStep(steps, last + 1n, open.at(-1)?.value ?? 0);
    }
  };

  let previous = -1n;
  for (const range of ranges) {
    if (range.first < previous) throw new Error(`Rows are not in order at ${range.first}`);
    previous = range.first;
    closeBefore(range.first);
    open.push(range);
    addStep(steps, range.first, range.value);
  }
  closeBefore(undefined);
  return steps;
}

/** Two sources as one: cuts at the steps of both, with the value that `choose` makes of theirs. */
export function combineSteps(one: readonly Step[], other: readonly Step[], choose: Choice): Step[] {
  const steps: Step[] = [];
  let nextOne = 0;
  let nextOther = 0;
  for (;;) {
    const start = earlier(one[nextOne]?.start, other[nextOther]?.start);
    if (start === undefined) return steps;
    if (one[nextOne]?.start === start) nextOne++;
    if (other[nextOther]?.start === start) nextOther++;
    addStep(steps, start, choose(one[nextOne - 1]?.value ?? 0, other[nextOther - 1]?.value ?? 0));
  }
}

/**
 * IPv6 ranges of single addresses as ranges of /64 networks, each keyed by its first 64 bits. A /64, which is one
 * customer's, has the value of its first address; ranges without such an address fall away.
 */
export function wholeNetworks(ranges: readonly Range[]): Range[] {
  return ranges
    .map(({ first, last, value }) => ({ first: (first + 0xffff_ffff_ffff_ffffn) >> 64n, last: last >> 64n, value }))
    .filter(({ first, last }) => first <= last);
}

function addStep(steps: Step[], start: bigint, value: number): void {
  if (steps.at(-1)?.start === start) steps.pop();
  if ((steps.at(-1)?.value ?? 0) !== value) steps.push({ start, value });
}

function earlier(one: bigint | undefined, other: bigint | undefined): bigint | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
