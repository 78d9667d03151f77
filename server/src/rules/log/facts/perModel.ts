import type { LogModel } from '../../../log/logModel';

/**
 * Makes a function that works something out of a log once, when it is first asked for, and keeps it as long as the log is
 * kept: rules share it without knowing of each other.
 */
export function perModel<Fact>(workOut: (model: LogModel) => Fact): (model: LogModel) => Fact {
  const known = new WeakMap<LogModel, { readonly fact: Fact }>();
  return (model) => {
    let kept = known.get(model);
    if (kept === undefined) {
      kept = { fact: workOut(model) };
      known.set(model, kept);
    }
    return kept.fact;
  };
}
