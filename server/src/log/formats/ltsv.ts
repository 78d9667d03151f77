import { COLON, TAB, findByte } from '../bytes';
import { fieldNames, findName } from './fieldNames';
import type { LogFormat } from './logFormat';
import { NamedValues } from './namedValues';

/** Labelled tab-separated values, `time:…⇥host:…⇥req:…` (http://ltsv.org); the labels differ from site to site. */
export const ltsvFormat: LogFormat = {
  id: 'ltsv',
  weight: 5,
  createReader() {
    const values = new NamedValues();
    return (bytes, start, end, fields) => {
      let tab = findByte(bytes, TAB, start, end);
      if (tab < 0) return false;
      values.clear();
      for (let at = start; at < end; at = tab + 1) {
        tab = findByte(bytes, TAB, at, end);
        if (tab < 0) tab = end;
        const colon = findByte(bytes, COLON, at, tab);
        // A line whose first value has no label is of another format.
        if (colon < 0 && at === start) return false;
        const name = colon < 0 ? undefined : findName(fieldNames, bytes, at, colon);
        if (name !== undefined) values.note(name, colon + 1, tab);
      }
      return values.apply(bytes, fields, false, true);
    };
  },
};
