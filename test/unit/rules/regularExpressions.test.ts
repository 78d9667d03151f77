import assert from 'node:assert/strict';
import { expressionsIn, expressionsOf, isUnbounded } from '../../support/regularExpressions';

/** Folders whose code reads what attackers write. */
const FOLDERS = ['server/src/archive', 'server/src/log', 'server/src/rules/log'];

/**
 * Expressions without a bound that were looked at, and why no text can make them slow. Whoever adds one: the text is read once
 * from the left without going back, or it is not the attacker's.
 */
const REVIEWED: Readonly<Record<string, readonly string[]>> = {
  'Names of members and fields of an archive, which have a bound of their own': [
    'archive/memberNames.ts',
    'archive/tar.ts',
  ],
  'Settings of the user': ['lineConditions.ts', 'userFormats/'],
  'Words of a directive or of a list, taken apart at blanks': ['formats/w3c.ts', 'patterns/roles.ts'],
  'Names of files that the user opened': ['facts/fileRows.ts'],
  'Anchored at the beginning, or everything from a mark on: one pass': [
    'facts/hosts.ts',
    'facts/scripts.ts',
    'mailFormAbuse.ts',
    'openRedirect.ts',
  ],
  'Folders of FTP, each part read once': ['ftpUploadBeforeUse.ts'],
};

describe('Regular expressions', () => {
  it('have a bound where they read what attackers write, or were reviewed', () => {
    const reviewed = Object.values(REVIEWED).flat();
    const found = FOLDERS.flatMap(expressionsIn)
      .filter(({ source }) => source === 'RegExp' || isUnbounded(source))
      .filter(({ file }) => !reviewed.some((each) => file.includes(`/${each}`)));
    assert.deepEqual(found, []);
  });

  it('are found in code, and nothing else is', () => {
    assert.deepEqual(expressionsOf('a / b / c; x = /a[/]b\\/c/gi;'), ['/a[/]b\\/c/gi']);
    assert.deepEqual(expressionsOf('// /a/\n/* /b/ */ "/c/" + \'/d/\' + `/e/${f(/g+/)} /h/`'), ['/g+/']);
    assert.deepEqual(expressionsOf('return /a*/.test(b[1]! / 2 / 3) ? (c) / d : !/e/.test(f)'), ['/a*/', '/e/']);
    assert.deepEqual(expressionsOf('new RegExp("a+"); const b: RegExp = c;'), ['RegExp']);
  });

  it('are without a bound when a part of them may come any number of times', () => {
    assert.deepEqual(['/a*/', '/a+/', '/a{2,}/', '/(?:a|b)*/'].map(isUnbounded), [true, true, true, true]);
    assert.deepEqual(['/a?/', '/a{2,5}/', '/[*+]/', '/\\*\\+/', '/^a|b$/'].map(isUnbounded), [
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
