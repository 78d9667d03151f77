import type { Finding } from '../finding';

/** A finding names at most this many places; the rest is counted. */
const MAXIMUM_PLACES = 50;

/** Makes a finding about files: nobody's requests are in it, and its places are kept to a number that can be read. */
export function siteFinding(finding: Omit<Finding, 'clients' | 'endpoints' | 'placesTruncated'>): Finding {
  const left = finding.places.length - MAXIMUM_PLACES;
  return {
    ...finding,
    places: finding.places.slice(0, MAXIMUM_PLACES),
    clients: [],
    endpoints: [],
    ...(left > 0 && { placesTruncated: left }),
  };
}
