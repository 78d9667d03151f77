import { perModel } from './perModel';

/** Paths of the files that belong to pages. */
const FILE_OF_A_PAGE = /\.(?:css|js|mjs|png|jpe?g|gif|webp|avif|svg|ico|woff2?|ttf)$/i;

/** Where an endpoint lies. */
export interface EndpointPlace {
  /** Whether it is a file that belongs to pages. */
  readonly isFileOfPage: boolean;
  /** Its folder with the slash at its end; empty for a path that has none. */
  readonly folder: string;
}

/**
 * Where each endpoint lies, by its number: works out those that are asked for, once. The same few endpoints are asked for by
 * thousands of clients.
 */
export const placeOfEndpoint = perModel(({ table }) => {
  const known: EndpointPlace[] = [];
  return (endpoint: number): EndpointPlace => {
    const path = table.data.endpoints.path[endpoint]!;
    return (known[path] ??= placeOf(table.texts.path.text(path)));
  };
});

function placeOf(path: string): EndpointPlace {
  return { isFileOfPage: FILE_OF_A_PAGE.test(path), folder: path.slice(0, path.lastIndexOf('/') + 1) };
}
