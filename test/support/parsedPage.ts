import { parse, type DefaultTreeAdapterMap } from 'parse5';

/** An element of a page as a browser builds it. */
export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a browser makes of a page. */
export interface ParsedPage {
  readonly elements: readonly PageElement[];
  readonly comments: number;
  /** Where the page is no valid HTML (codes of the HTML Standard, §13.2.2). */
  readonly errors: readonly string[];
  /** All text of the body. */
  readonly text: string;
}

type Node = DefaultTreeAdapterMap['node'];

function elementOf({ tagName, attrs }: DefaultTreeAdapterMap['element']): PageElement {
  return { name: tagName, attributes: Object.fromEntries(attrs.map(({ name, value }) => [name, value])) };
}

/** Parses a page by the algorithm of the HTML Standard (§13.2), as browsers do. */
export function parsedPage(html: string): ParsedPage {
  const errors: string[] = [];
  const document = parse(html, { onParseError: ({ code }) => errors.push(code) });
  const nodes = [...descendants(document)];
  const body = nodes.find((node) => node.nodeName === 'body');
  return {
    elements: nodes.flatMap((node) => ('tagName' in node ? [elementOf(node)] : [])),
    comments: nodes.filter(({ nodeName }) => nodeName === '#comment').length,
    errors,
    text: body === undefined ? '' : textOf(body),
  };
}

function* descendants(node: Node): Generator<Node> {
  yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* descendants(child);
}

function textOf(node: Node): string {
  return [...descendants(node)]
    .map((each) => (each.nodeName === '#text' && 'value' in each ? each.value : ''))
    .join('');
}
