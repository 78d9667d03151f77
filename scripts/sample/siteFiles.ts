import { CONTACT_FORM } from './contactForm';
import { ENGLISH_PAGES } from './englishPages';
import { JAPANESE_PAGES, SHIFT_JIS_PAGES } from './japanesePages';
import { englishPage, japanesePage } from './layout';
import { LEFT_OVERS } from './leftOvers';
import { bandedPng, type Colour } from './png';
import { SERVER_FILES } from './serverFiles';
import { encodeShiftJis } from './shiftJis';

const PICTURES: Readonly<Record<string, readonly [top: Colour, bottom: Colour]>> = {
  'images/kiln.png': [
    [58, 44, 40],
    [214, 110, 42],
  ],
  'images/clay.png': [
    [176, 132, 98],
    [120, 84, 60],
  ],
  'images/works/plate.png': [
    [206, 214, 196],
    [148, 160, 136],
  ],
  'images/works/bowl.png': [
    [240, 234, 222],
    [198, 182, 160],
  ],
};

/** Every file of the sample site: path with `/` below the site folder, and its bytes. */
export function createSiteFiles(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const addText = (path: string, text: string): void => void files.set(path, new TextEncoder().encode(text));
  for (const [path, page] of Object.entries(JAPANESE_PAGES)) addText(path, japanesePage(page));
  for (const [path, page] of Object.entries(ENGLISH_PAGES)) addText(path, englishPage(page));
  for (const [path, page] of Object.entries(SHIFT_JIS_PAGES)) {
    files.set(path, encodeShiftJis(japanesePage(page, 'Shift_JIS')));
  }
  for (const texts of [CONTACT_FORM, LEFT_OVERS, SERVER_FILES]) {
    for (const [path, text] of Object.entries(texts)) addText(path, text);
  }
  for (const [path, [top, bottom]] of Object.entries(PICTURES)) files.set(path, bandedPng(24, gradient(top, bottom)));
  return files;
}

/** Sixteen colours from one to another. */
function gradient(from: Colour, to: Colour): Colour[] {
  return Array.from({ length: 16 }, (_, step) => [
    between(from[0], to[0], step / 15),
    between(from[1], to[1], step / 15),
    between(from[2], to[2], step / 15),
  ]);
}

function between(start: number, end: number, share: number): number {
  return Math.round(start + (end - start) * share);
}
