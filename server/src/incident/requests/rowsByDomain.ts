import { fileOfLine, type LogModel } from '../../log/logModel';
import { NO_ENTRY } from '../../log/logTable';
import { domainOfLog } from './domainOfLog';

/** Rows of requests to one domain. */
export interface DomainRows {
  /** As the log has it; `undefined` where nothing tells. */
  readonly domain: string | undefined;
  /** In the order given. */
  readonly rows: Uint32Array;
}

/** Divides rows by the domain that was asked. */
export type DomainDivider = (rows: Uint32Array) => DomainRows[];

/** Divides rows of a log by the domain that was asked: the virtual host of the line, else the domain whose log it stands in. */
export function domainDivider(model: LogModel): DomainDivider {
  const { table, files } = model;
  const { vhost } = table.data;
  const domains = files.map(({ name }) => domainOfLog(name));
  const isTold = vhost.length > 0 || domains.some((domain) => domain !== domains[0]);
  const domainOf = (row: number): string | undefined => {
    const id = vhost[row] ?? NO_ENTRY;
    if (id !== NO_ENTRY) return table.texts.vhost.text(id);
    return domains[files.length === 1 ? 0 : fileOfLine(files, table.lineOfRow(row))];
  };
  return (rows) => {
    if (rows.length === 0) return [];
    if (!isTold) return [{ domain: domains[0], rows }];
    const byDomain = new Map<string | undefined, number[]>();
    for (const row of rows) {
      const domain = domainOf(row);
      const own = byDomain.get(domain);
      if (own === undefined) byDomain.set(domain, [row]);
      else own.push(row);
    }
    return [...byDomain].map(([domain, own]) => ({ domain, rows: Uint32Array.from(own) }));
  };
}
