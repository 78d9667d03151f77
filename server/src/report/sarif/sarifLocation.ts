import type { Place } from '../../rules/finding';
import { sarifMessage, type SarifMessage } from './sarifMessage';

/** Folder that places are named from (SARIF 2.1.0 §3.14.14). */
export type UriBase = 'SITE' | 'LOGS';

/** A place (§3.28). */
export interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: UriBase };
    /** Absent when the whole file is meant (§3.29.4). */
    readonly region?: SarifRegion;
  };
  readonly message?: SarifMessage;
}

/** Part of a text, all numbers from 1, columns in UTF-16 units (§3.30). */
interface SarifRegion {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

/** A place as programs go to it. */
export function sarifLocation({ file, line, column, endColumn, note }: Place, base: UriBase): SarifLocation {
  const region = line === undefined ? undefined : regionOf(line, column, endColumn);
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(file), uriBaseId: base },
      ...(region && { region }),
    },
    ...(note !== undefined && { message: sarifMessage(note) }),
  };
}

function regionOf(startLine: number, startColumn?: number, endColumn?: number): SarifRegion {
  return {
    startLine,
    ...(startColumn !== undefined && { startColumn }),
    ...(startColumn !== undefined && endColumn !== undefined && { endColumn }),
  };
}

/**
 * The name of a file as a relative reference (RFC 3986 §4.2): no folder above, no drive, no scheme stays in it. Half a surrogate
 * pair, which no URI can have, becomes U+FFFD.
 */
export function relativeUri(file: string): string {
  return file
    .replaceAll(/\p{Cs}/gu, '\u{fffd}')
    .split(/[/\\]/)
    .filter((name) => !['', '.', '..'].includes(name))
    .map(encodeURIComponent)
    .join('/');
}
