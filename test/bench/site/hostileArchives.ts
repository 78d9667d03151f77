import { gzipSync } from 'node:zlib';
import { tarOf, zipOf, type Packed } from '../../support/archives';
import type { HostileFile } from './hostileFile';

/** The most that the directory of a zip without zip64 can name. */
const MOST_MEMBERS = 65_535;
const MEGABYTE = 1024 * 1024;
const CODE = `<?php ${'f(g($a,$b),$c);'.repeat(500_000)}`;

/** Archives that hold far more than they take on the disk, or have no end. */
export const HOSTILE_ARCHIVES: readonly HostileFile[] = [
  zip('very many programs', () => zipOf(many(MOST_MEMBERS, (n) => ({ name: `${n}.php`, content: '<?php b();' })))),
  zip('members of one name', () => zipOf(many(MOST_MEMBERS, () => ({ name: 'a.txt', content: '' })))),
  zip('240 MB of code', () => zipOf(many(30, (n) => ({ name: `${n}.php`, content: CODE })))),
  zip('archives in archives in archives', () => nestedZips(4)),
  zip('no directory', () => Buffer.concat(many(160_000, () => lonelyMember()))),
  {
    name: 'a.tgz',
    what: 'tar: very many headers',
    content: () => gzipSync(Buffer.concat(many(400_000, () => tarHeader()))),
  },
  {
    name: 'a.tar',
    what: 'tar: a name of 5 MB',
    content: () => tarOf({ name: 'a', content: 'a'.repeat(5 * MEGABYTE), type: 'L' }),
  },
];

function zip(what: string, content: () => Buffer): HostileFile {
  return { name: 'a.zip', what: `zip: ${what}`, content };
}

function many<Item>(count: number, make: (number: number) => Item): Item[] {
  return Array.from({ length: count }, (_, number) => make(number));
}

/** As the bomb that is called 42.zip: sixteen archives in each, zeros at the bottom. */
function nestedZips(depth: number): Buffer {
  let packed: Packed = { name: 'a.php', content: Buffer.alloc(100 * MEGABYTE) };
  for (let level = 0; level < depth; level++) {
    const { content } = packed;
    packed = {
      name: 'a.zip',
      content: zipOf(many(16, (n) => ({ name: `${n}${level === 0 ? '.php' : '.zip'}`, content }))),
    };
  }
  return Buffer.from(packed.content);
}

/** A local header of a zip alone, whose sizes would stand behind its data. */
function lonelyMember(): Buffer {
  return zipOf([{ name: 'a', content: '' }], { sizesFollow: true }).subarray(0, 31);
}

function tarHeader(): Buffer {
  return tarOf({ name: 'a.php', content: '' }).subarray(0, 512);
}
