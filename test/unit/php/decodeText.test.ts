import assert from 'node:assert/strict';
import { decodeText } from '../../../server/src/site/decodeText';
import { readPhp } from '../../../server/src/site/php/readPhp';

/** 「表示する」 in both encodings; the second byte of 表 in Shift_JIS is a backslash. */
const SHIFT_JIS = [0x95, 0x5c, 0x8e, 0xa6, 0x82, 0xb7, 0x82, 0xe9];
const EUC_JP = [0xc9, 0xbd, 0xbc, 0xa8, 0xa4, 0xb9, 0xa4, 0xeb];

function bytes(...parts: (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])),
  );
}

describe('decodeText', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    assert.deepEqual(decodeText(new TextEncoder().encode('表示')), { text: '表示', encoding: 'utf8' });
    assert.deepEqual(decodeText(bytes([0xef, 0xbb, 0xbf], 'a')), { text: 'a', encoding: 'utf8bom' });
  });

  it('reads UTF-16 by its mark', () => {
    assert.deepEqual(decodeText(bytes([0xff, 0xfe, 0x61, 0x00])), { text: 'a', encoding: 'utf16le' });
    assert.deepEqual(decodeText(bytes([0xfe, 0xff, 0x00, 0x61])), { text: 'a', encoding: 'utf16be' });
  });

  it('tells Shift_JIS from EUC-JP', () => {
    assert.deepEqual(decodeText(bytes(SHIFT_JIS)), { text: '表示する', encoding: 'shiftjis' });
    assert.deepEqual(decodeText(bytes(EUC_JP)), { text: '表示する', encoding: 'eucjp' });
  });

  it('reads ISO-2022-JP by its escapes', () => {
    assert.deepEqual(decodeText(bytes([0x1b, 0x24, 0x42, 0x49, 0x3d, 0x1b, 0x28, 0x42])), {
      text: '表',
      encoding: 'iso2022jp',
    });
  });

  it('takes anything else as windows-1252', () => {
    assert.deepEqual(decodeText(bytes('caf', [0xe9], ' ', [0xe0], ' la')), {
      text: 'café à la',
      encoding: 'windows1252',
    });
  });

  it('keeps texts whole whose characters hold a backslash in Shift_JIS', () => {
    const { text } = decodeText(bytes("<?php $a = '", SHIFT_JIS.slice(0, 2), "'; mail($to, '", SHIFT_JIS, "', 'b');"));
    const [send] = readPhp(text).sends;
    assert.ok(send);
    assert.equal(send.via, 'mail');
    assert.equal(text.slice(send.column - 1, send.endColumn - 1), "mail($to, '表示する', 'b')");
  });

  it('takes an empty file', () => assert.deepEqual(decodeText(new Uint8Array()), { text: '', encoding: 'utf8' }));
});
