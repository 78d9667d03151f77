import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { incidentInForm } from '../../../../server/src/report/incident/incidentForms';
import { HOSTILE_TEXTS } from '../../../support/hostile';
import { madeUpIncident } from '../../../support/madeUpIncidents';
import { parsedPage } from '../../../support/parsedPage';
import { factsOf, incidentAbout } from '../../../support/reportedIncident';

/** All that a report is made of; nothing of it loads, runs or leads anywhere. */
const ELEMENTS = new Set(
  'html head meta title style body main h1 h2 h3 div p section article ul li table caption thead tbody tr th td footer'.split(
    ' ',
  ),
);
/** What its elements say of themselves. */
const ATTRIBUTES = new Set('lang charset http-equiv content name class id aria-labelledby scope'.split(' '));
/** All that a renderer may make of the Markdown of a report. */
const RENDERED = new Set('html head body h1 h2 h3 p strong ul li table thead tbody tr th td hr'.split(' '));

/** Renderers as people have them: with HTML let through, with links made of addresses, with clever quotes. */
const RENDERERS = [
  new MarkdownIt('commonmark', { html: true }).enable('table'),
  new MarkdownIt({ html: true, linkify: true, typographer: true }),
];

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

/** What renderers make of the report on an incident in which all names and texts say the same. */
async function renderedParts(said: string): Promise<readonly string[]> {
  const markdown = incidentInForm('md', factsOf(await incidentAbout(`${said.replaceAll('/', ':')}.php`, said)));
  return RENDERERS.flatMap((each) => parsedPage(each.render(markdown)).elements.map(({ name }) => name));
}

describe('The report as HTML, read as a browser does', () => {
  it('is valid, and holds nothing that loads, runs or leads anywhere, whatever an incident says', async () => {
    for (const seed of SEEDS) {
      const { elements, comments, errors } = parsedPage(incidentInForm('html', factsOf(await madeUpIncident(seed))));
      assert.deepEqual(errors, [], `seed ${seed}`);
      assert.equal(comments, 0);
      for (const { name, attributes } of elements) {
        assert.ok(ELEMENTS.has(name), name);
        for (const key of Object.keys(attributes)) assert.ok(ATTRIBUTES.has(key), `${name} ${key}`);
        if (name !== 'meta') assert.equal(attributes['http-equiv'], undefined);
      }
      const metas = elements.filter(({ attributes }) => 'http-equiv' in attributes);
      assert.deepEqual(
        metas.map(({ attributes }) => attributes['http-equiv']),
        ['Content-Security-Policy'],
      );
    }
  });

  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`shows a text as it is where it holds ${name}`, async () => {
      const page = parsedPage(incidentInForm('html', factsOf(await incidentAbout('l.php', text))));
      const visible = text.replaceAll(/[\p{Cc}\p{Cf}]/gu, (sign) => {
        const code = sign.codePointAt(0)!.toString(16);
        return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
      });
      assert.ok(page.text.includes(visible));
    });
  }
});

describe('The report as Markdown, read as others render it', () => {
  it('shows no link, picture, HTML or code of a stranger, whatever an incident says', async () => {
    for (const seed of SEEDS) {
      const markdown = incidentInForm('md', factsOf(await madeUpIncident(seed)));
      for (const renderer of RENDERERS) {
        for (const { name, attributes } of parsedPage(renderer.render(markdown)).elements) {
          assert.ok(RENDERED.has(name), `${name} with seed ${seed}`);
          const others = Object.keys(attributes).filter(
            (key) => key !== 'style' || !attributes[key]!.includes(':left'),
          );
          assert.deepEqual(others, [], name);
        }
      }
    }
  });

  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`has the same parts where names and texts hold ${name}`, async () => {
      assert.deepEqual(await renderedParts(text), await renderedParts('plain'));
    });
  }
});
