/** Something that a server hands out, with the size of its body. */
export interface Resource {
  /** Path from the root of the site, percent-encoded as browsers send it. */
  readonly path: string;
  readonly bytes: number;
}

/** A page and what a browser loads along with it. */
export interface Page extends Resource {
  readonly assets: readonly Resource[];
  /** A film in the page, fetched in ranges. */
  readonly video?: Resource;
  /** How often people come to this page, relative to the other pages. */
  readonly weight: number;
}

/** A form: people open `page`, post to `action`, and are led to `thanks`. */
export interface Form {
  readonly page: Page;
  readonly action: string;
  readonly thanks: Page;
}

/** A site as its visitors see it. */
export interface TrafficSite {
  /** Scheme and host, e.g. `https://example.jp`. */
  readonly origin: string;
  /** Versions as logged, e.g. `HTTP/1.1`: of browsers, and of programs, which are slower to change. */
  readonly browserProtocol: string;
  readonly programProtocol: string;
  readonly pages: readonly Page[];
  readonly form: Form;
  readonly feed: Resource;
  readonly robots: Resource;
  readonly sitemap: Resource;
  /** Size of the page that answers for what isn't there. */
  readonly notFoundBytes: number;
}
