import { foreignHost } from '../hosts';
import type { Certainty, Sighting } from '../injection';
import { readElements, type Element } from '../../html/elements';
import { hidingOfElement, type Hiding } from './visibility';

/** What is advertised in pages of others, in the languages in which it is mostly done. */
const ADVERTISED =
  /viagra|cialis|levitra|pharmac(?:y|ie)|casino|poker|slot\s?(?:gacor|online)|\bslots\b|togel|\bjudi\b|\bbola\b|sportsbook|payday|replica|louis\s?vuitton|\bgucci\b|\brolex\b|canada\s?goose|\bugg\b|air\s?max|jerseys|essay|dissertation|\bporn|\bsex\b|\bxxx\b|escort|crack(?:ed)?\s|keygen|торрент|казино|порно|代写|博彩|娱乐城|彩票|棋牌|六合|激安|偽物|スーパーコピー|ブランドコピー|コピー品|アダルト|出会い系|カジノ|精力剤/i;
/** Links to so many sites, out of sight, are no accident. */
const MANY_LINKS = 5;
const SOME_LINKS = 3;
/** So many sites in something that is not shown are more than a menu of partners. */
const MANY_SITES = 12;
const NO_CONTENT = new Set('img br hr input meta link area base col embed source track wbr param'.split(' '));
/** A link's text is looked at so far. */
const LONGEST_TEXT = 200;

/** What is hidden, and the links to other sites in it. */
interface Block {
  readonly name: string;
  readonly hiding: Hiding;
  readonly start: number;
  end: number;
  /** How many elements of this name are open within it, itself included. */
  open: number;
  readonly hosts: Set<string>;
  links: number;
  advertised: number;
}

/**
 * Blocks of links to other sites that visitors can't see and search engines read.
 * @param selectors classes and ids that a style sheet or script of the page hides.
 */
export function findHiddenLinks(text: string, selectors: ReadonlySet<string>): Sighting[] {
  const sightings: Sighting[] = [];
  let block: Block | undefined;
  /** Links that are hidden one by one count together. */
  const single: Block = newBlock('a', 'away', 0);
  readElements(text, {
    onOpen(element) {
      const { name, start, end, attributes } = element;
      const host = name === 'a' ? foreignHost(attributes.get('href')) : undefined;
      if (block === undefined) {
        const hiding = hidingOfElement(element) ?? (isSelected(element, selectors) ? 'away' : undefined);
        if (hiding === undefined || NO_CONTENT.has(name)) return;
        if (name !== 'a') block = newBlock(name, hiding, start);
        else if (host !== undefined) addLink(single, host, element, text);
        return;
      }
      if (name === block.name) block.open++;
      if (host !== undefined) addLink(block, host, element, text);
      block.end = end;
    },
    onClose(name, start) {
      if (block === undefined || name !== block.name) return;
      if (--block.open > 0) return;
      block.end = start;
      sightings.push(...judge(block));
      block = undefined;
    },
  });
  return [...sightings, ...judge(single)];
}

function newBlock(name: string, hiding: Hiding, start: number): Block {
  return { name, hiding, start, end: start, open: 1, hosts: new Set(), links: 0, advertised: 0 };
}

function isSelected({ attributes }: Element, selectors: ReadonlySet<string>): boolean {
  if (selectors.size === 0) return false;
  if (selectors.has(`#${attributes.get('id') ?? ''}`)) return true;
  return (attributes.get('class') ?? '').split(/\s+/, 20).some((name) => selectors.has(`.${name}`));
}

function addLink(block: Block, host: string, { attributes, start, end }: Element, text: string): void {
  if (block.links === 0 && block.start === 0) Object.assign(block, { start });
  block.links++;
  block.hosts.add(host);
  block.end = end;
  const words = `${attributes.get('href') ?? ''} ${attributes.get('title') ?? ''} ${text.slice(end, end + LONGEST_TEXT).split(/<\/a/i, 1)[0] ?? ''}`;
  if (ADVERTISED.test(words)) block.advertised++;
}

function judge({ hiding, start, end, hosts, links, advertised }: Block): Sighting[] {
  const [host] = hosts;
  const certainty = certaintyOf(hiding, hosts.size, links, advertised);
  return certainty === undefined ? [] : [{ kind: 'links', sign: 'hiddenLinks', certainty, host, start, end }];
}

function certaintyOf(hiding: Hiding, sites: number, links: number, advertised: number): Certainty | undefined {
  const isAdvertising = advertised >= 2 && advertised * 4 >= links;
  if (isAdvertising) return hiding === 'away' || advertised >= SOME_LINKS ? 'confirmed' : 'likely';
  if (hiding === 'away' && links >= MANY_LINKS) return 'likely';
  if (hiding === 'away' && links >= SOME_LINKS) return 'check';
  return hiding === 'none' && sites >= MANY_SITES ? 'check' : undefined;
}
