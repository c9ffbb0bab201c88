import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type FileFault,
  fileFault,
  type FileKind,
  kindByName,
  sendableName,
  textOf,
} from '../../src/files/proof-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each<[string, FileKind | null]>([
  ['tez.pdf', 'pdf'],
  ['TEZ.PDF', 'pdf'],
  ['notes.md', 'text'],
  ['notes.markdown', 'text'],
  ['Notlarım.TXT', 'text'],
  ['notes.txt ', 'text'],
  ['notes.md.exe', null],
  ['notes', null],
  ['.pdfx', null],
  ['constructor', null],
  ['a.constructor', null],
  ['', null],
])('%j is %s', (name, kind) => {
  expect(kindByName(name)).toBe(kind);
});

test.each<[string, FileKind, Uint8Array, FileFault | null]>([
  ['plain text', 'text', bytes('ACID: atomic, …'), null],
  ['text with a byte-order mark', 'text', bytes('\uFEFFAll or nothing'), null],
  ['a full stop', 'text', bytes('.'), 'empty'],
  ['a word', 'text', bytes('ok'), 'thin-file'],
  ['nothing', 'text', bytes(''), 'empty'],
  ['only blanks', 'text', bytes(' \n\t'), 'empty'],
  ['only a byte-order mark', 'text', bytes('\uFEFF'), 'empty'],
  ['broken UTF-8', 'text', new Uint8Array([65, 0xc3, 0x28]), 'not-text'],
  ['an overlong slash', 'text', new Uint8Array([0xc0, 0xaf]), 'not-text'],
  ['half a surrogate pair', 'text', new Uint8Array([0xed, 0xa0, 0x80]), 'not-text'],
  ['UTF-16', 'text', new Uint8Array([0xff, 0xfe, 65, 0]), 'not-text'],
  ['a zero among letters', 'text', bytes('A\0B'), 'not-text'],
  ['a PDF', 'pdf', bytes('%PDF-1.7\n…'), null],
  ['no bytes of a PDF', 'pdf', bytes(''), 'empty'],
  ['a picture with the name of a PDF', 'pdf', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'not-pdf'],
  ['a page with the name of a PDF', 'pdf', bytes('<html>%PDF-1.7'), 'not-pdf'],
  ['the beginning of the beginning of a PDF', 'pdf', bytes('%PDF'), 'not-pdf'],
])('%s', (_, kind, content, fault) => {
  expect(fileFault(kind, content)).toBe(fault);
});

test('a text comes out as it went in, without its byte-order mark and with one kind of line end', () => {
  expect(textOf(bytes('\uFEFFbir\r\niki\rüç\n'))).toBe('bir\niki\nüç\n');
});

test.each([
  ['Tez çalışmam (son).pdf', 'pdf', 'Tez_calismam_son.pdf'],
  ['İŞ.MD', 'text', 'IS.md'],
  ['../../etc/passwd.txt', 'text', 'etc_passwd.txt'],
  ['日本.pdf', 'pdf', 'file.pdf'],
  ['<@&1>.pdf', 'pdf', '1.pdf'],
] as const)('%j is sent as %s', (name, kind, sent) => {
  expect(sendableName(name, kind)).toBe(sent);
});

test('every file name becomes one that can be sent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (stem) => {
      expect(sendableName(`${stem}.pdf`, 'pdf')).toMatch(/^[\w-]{1,60}\.pdf$/);
    }),
  );
});
