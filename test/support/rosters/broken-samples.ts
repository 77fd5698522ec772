import { openDocument } from './open-document.ts'
import { constants, deflateRawSync } from 'node:zlib'
import { gzipSync, strToU8, unzipSync, Zip, ZipPassThrough, zipSync, type Unzipped, type ZipInputFile } from 'fflate'
import { calendar, dateCell, timeCell, utf16, utf8, windows1252, workbook } from './sample.ts'

/** A file that is broken, hostile or no roster: what is reported of it. */
export interface BrokenSample {
  readonly name: string
  readonly bytes: () => Uint8Array
  /** With what reading it fails; else something of it can be read. */
  readonly fails?: RegExp
  /** How many shifts are read all the same. */
  readonly shifts?: number
  /** "row:column why" of what is not. */
  readonly notUnderstood?: readonly string[]
  readonly changed?: readonly string[]
}

const HEADER = 'Agent,Date,Start,End\n'
const SHIFT = 'Ann Lee,2026-03-02,09:00,17:00\n'

const plainBook = workbook([
  ['Agent', 'Date', 'Start', 'End'],
  ['Ann Lee', dateCell('2026-03-02'), timeCell('09:00'), timeCell('17:00')],
])

/** A workbook with its parts changed. */
const changedBook = (change: (files: Unzipped) => void) => (): Uint8Array => {
  const files = unzipSync(plainBook())
  change(files)
  return zipSync(files, { level: 1 })
}

const SHEET = 'xl/worksheets/sheet1.xml'
const text = (files: Unzipped, name: string): string => new TextDecoder().decode(files[name])
const inSheet = (change: (xml: string) => string) =>
  changedBook((files) => (files[SHEET] = strToU8(change(text(files, SHEET)))))

/** The sizes that a zip says of a file, in its directory, made small: what is unpacked is larger. */
const lyingAboutSize = (bytes: Uint8Array): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length - 4; at++) {
    if (view.getUint32(at, true) === 0x02_01_4b_50) view.setUint32(at + 24, 100, true)
    if (view.getUint32(at, true) === 0x04_03_4b_50) view.setUint32(at + 22, 100, true)
  }
  return bytes
}

const encrypted = (bytes: Uint8Array): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length - 4; at++) {
    if (view.getUint32(at, true) === 0x02_01_4b_50) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true)
    if (view.getUint32(at, true) === 0x04_03_4b_50) view.setUint16(at + 6, view.getUint16(at + 6, true) | 1, true)
  }
  return bytes
}

const MEGABYTE = 1024 ** 2

/**
 * A workbook with 210 MB of spaces for a sheet, in some kilobytes. One megabyte is packed once, in blocks that can follow one another: to
 * pack all of it would take seconds.
 */
const bomb = (): Uint8Array => {
  const spaces = Buffer.alloc(MEGABYTE, 32)
  const block = deflateRawSync(spaces, { finishFlush: constants.Z_SYNC_FLUSH })
  const packed = Buffer.concat([...Array.from({ length: 210 }, () => block), deflateRawSync(Buffer.alloc(0))])
  const chunks: Uint8Array[] = []
  const zip = new Zip((_, chunk) => void chunks.push(chunk))
  for (const [name, content] of Object.entries(unzipSync(plainBook()))) {
    if (name === SHEET) continue
    const part = new ZipPassThrough(name)
    zip.add(part)
    part.push(content, true)
  }
  const sheet: ZipInputFile = { filename: SHEET, size: 210 * MEGABYTE, crc: 0, compression: 8, flag: 0 }
  zip.add(sheet)
  sheet.ondata!(null, packed, true)
  zip.end()
  return new Uint8Array(Buffer.concat(chunks))
}

export const BROKEN_SAMPLES: readonly BrokenSample[] = [
  { name: 'empty.csv', bytes: utf8(''), fails: /The file is empty/u },
  { name: 'blank.csv', bytes: utf8(' \n\n\t\n'), fails: /The file is empty/u },
  { name: 'a PDF.csv', bytes: utf8('%PDF-1.7\n...'), fails: /a PDF/u },
  { name: 'a picture.xlsx', bytes: () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3), fails: /a picture/u },
  {
    name: 'old or protected.xls',
    bytes: () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    fails: /an old Excel workbook \(XLS\), or one with a password/u,
  },
  { name: 'packed.csv.gz', bytes: () => gzipSync(strToU8(HEADER + SHIFT)), fails: /gzip/u },
  {
    name: 'no workbook.zip',
    bytes: () => zipSync({ 'readme.txt': strToU8('hello') }),
    fails: /an archive, but no workbook/u,
  },
  { name: 'cut off.xlsx', bytes: () => plainBook().slice(0, 900), fails: /cut off or damaged/u },
  {
    name: 'damaged.xlsx',
    bytes: () => plainBook().map((byte, index) => (index > 60 && index < 400 ? byte ^ 0x5a : byte)),
    fails: /cut off or damaged/u,
  },
  { name: 'bomb.xlsx', bytes: bomb, fails: /holds more than any roster/u },
  { name: 'bomb that lies about its size.xlsx', bytes: () => lyingAboutSize(bomb()), fails: /cut off or damaged/u },
  {
    name: 'ten thousand parts.xlsx',
    bytes: () =>
      zipSync(
        Object.fromEntries(
          Array.from({ length: 10_001 }, (_, index) => [`xl/worksheets/sheet${index}.xml`, new Uint8Array()]),
        ),
        { level: 0 },
      ),
    fails: /holds more than any roster/u,
  },
  {
    name: 'binary.xlsb',
    bytes: () => zipSync({ 'xl/workbook.bin': Uint8Array.of(1, 2, 3) }),
    fails: /binary workbook/u,
  },
  { name: 'protected parts.xlsx', bytes: () => encrypted(plainBook()), fails: /protected by a password/u },
  {
    name: 'a sheet of a million rows and sixteen thousand columns.xlsx',
    bytes: inSheet((xml) => xml.replace(/<dimension ref="[^"]*"\/>/u, '<dimension ref="A1:XFD1048576"/>')),
    shifts: 1,
  },
  {
    name: 'a stray cell in the last row.xlsx',
    bytes: inSheet((xml) =>
      xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    ),
    shifts: 1,
  },
  {
    name: 'merged from end to end.xlsx',
    bytes: inSheet((xml) =>
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    ),
    shifts: 1,
  },
  {
    name: 'entities of entities.xlsx',
    bytes: inSheet((xml) =>
      xml
        .replace('?>', '?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>')
        .replace('</sheetData>', '<row r="3"><c r="A3" t="str"><v>&b;&b;&b;</v></c></row></sheetData>'),
    ),
    shifts: 1,
  },
  {
    name: 'formulas without values.xlsx',
    bytes: inSheet((xml) => xml.replaceAll(/<c r="([CD])2"([^>]*)><v>[^<]*<\/v>/gu, '<c r="$12"$2><f>NOW()</f>')),
    shifts: 0,
    notUnderstood: ['2:3 no-value'],
  },
  {
    name: 'formulas that failed.xlsx',
    bytes: inSheet((xml) => xml.replace(/<c r="D2"[^>]*><v>[^<]*<\/v>/u, '<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v>')),
    shifts: 0,
    notUnderstood: ['2:4 no-value'],
  },
  {
    name: 'formulas without values, or that failed.ods',
    bytes: openDocument([
      ['Name', 'Date', 'Start', 'End'],
      ['Ann', '2026-03-02', { formula: '[.C9]+1/24' }, '17:00'],
      ['Bob', '2026-03-03', { formula: '[.A1]/0', error: '#DIV/0!' }, '17:00'],
      [{ formula: 'FOO()', error: 'Err:508' }, '2026-03-04', '09:00', '17:00'],
      ['Cleo', '2026-03-05', '09:00', '17:00'],
    ]),
    shifts: 1,
    notUnderstood: ['2:3 no-value', '3:3 no-value', '4:1 no-value'],
  },
  {
    name: 'macros and links to other files.xlsm',
    bytes: changedBook((files) => {
      files['xl/vbaProject.bin'] = strToU8('Sub Auto_Open()')
      files['xl/externalLinks/externalLink1.xml'] = strToU8('<externalLink/>')
      files['[Content_Types].xml'] = strToU8(
        text(files, '[Content_Types].xml').replace(
          '</Types>',
          '<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/><Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
        ),
      )
    }),
    shifts: 1,
  },
  {
    name: 'a web page.xls',
    bytes: utf8('<html><table><tr><td>Agent</td></tr></table></html>'),
    fails: /a web page or XML/u,
  },
  {
    name: 'noise.csv',
    bytes: () => Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251),
    fails: /no text and no workbook/u,
  },
  {
    name: 'UTF-16 cut in a letter.csv',
    bytes: () => utf16(`${HEADER}${SHIFT}`)().slice(0, -1),
    shifts: 0,
    notUnderstood: ['2:4 not-a-time'],
  },
  {
    name: 'not UTF-8 though it begins so.csv',
    bytes: () =>
      Uint8Array.from([...utf8('Agent,Date,Start,End\n')(), ...windows1252('Jürgen,2026-03-02,09:00,17:00\n')()]),
    shifts: 1,
  },
  {
    name: 'a quote that is not closed.csv',
    bytes: utf8(`${HEADER}"Ann Lee,2026-03-02,09:00,17:00\n${SHIFT}`),
    fails: /not a table of text/u,
  },
  {
    name: 'a cell of two megabytes.csv',
    bytes: () => utf8(`${HEADER}${'x'.repeat(2_000_000)},2026-03-02,09:00,17:00\n`)(),
    fails: /not a table of text/u,
  },
  {
    name: 'two hundred thousand and one shifts.csv',
    bytes: () => utf8(HEADER + SHIFT.repeat(200_001))(),
    fails: /200,001 shifts/u,
  },
  {
    name: 'four hundred thousand rows.csv',
    bytes: () => utf8(HEADER + ',,,\n'.repeat(400_001))(),
    fails: /more than 400,000 rows/u,
  },
  {
    name: 'five million cells.csv',
    bytes: () => utf8(HEADER + `${','.repeat(999)}\n`.repeat(5_001))(),
    fails: /more than 5,000,000 cells/u,
  },
  {
    name: 'fifty-one megabytes.csv',
    bytes: () => new Uint8Array(51 * 1024 ** 2).fill(65),
    fails: /51 MB.*50 MB at most/u,
  },
  {
    name: 'five thousand columns.csv',
    bytes: utf8(`${Array.from({ length: 5000 }, (_, index) => `h${index}`).join(',')}\n`.repeat(3)),
    fails: /No table of shifts/u,
  },
  {
    name: 'the same number in every cell.csv',
    bytes: utf8(`${Array.from({ length: 31 }, () => '1').join(',')}\n`.repeat(3)),
    fails: /No table of shifts/u,
  },
  { name: 'one column.csv', bytes: utf8('Agent\nAnn Lee\nBob Ray\n'), fails: /No table of shifts/u },
  { name: 'a header alone.csv', bytes: utf8(HEADER), shifts: 0 },
  {
    name: 'sales.csv',
    bytes: utf8('Product,Price,Sold\nTea,3.50,17\nCoffee,4.20,230\n'),
    fails: /No table of shifts/u,
  },
  {
    name: 'days that do not exist.csv',
    bytes: utf8(`${HEADER}Ann Lee,2026-02-30,09:00,17:00\nAnn Lee,31.04.2026,09:00,17:00\n${SHIFT}`),
    shifts: 1,
    notUnderstood: ['2:2 not-a-date', '3:2 not-a-date'],
  },
  {
    name: 'dates in two orders.csv',
    bytes: utf8(
      `${HEADER}Ann Lee,13/04/2026,09:00,17:00\nAnn Lee,14/04/2026,09:00,17:00\nAnn Lee,04/15/2026,09:00,17:00\n`,
    ),
    shifts: 2,
    notUnderstood: ['4:2 not-a-date'],
  },
  {
    name: 'times that are none.csv',
    bytes: utf8(
      `${HEADER}Ann Lee,2026-03-02,25:00,17:00\nAnn Lee,2026-03-02,09:00,9:75\nAnn Lee,2026-03-02,,17:00\nAnn Lee,2026-03-02,09:00,\n`,
    ),
    shifts: 0,
    notUnderstood: ['2:3 not-a-time', '3:4 not-a-time', '4:4 no-start', '5:3 no-end'],
  },
  {
    name: 'longer than a day.csv',
    bytes: utf8(
      'Agent,Start,End\nAnn Lee,2026-03-02 09:00,2026-03-04 09:00\nAnn Lee,2026-03-02 09:00,2026-03-01 17:00\n',
    ),
    shifts: 0,
    notUnderstood: ['2:3 too-long', '3:3 no-length'],
  },
  {
    name: 'names of the language itself.csv',
    bytes: utf8(
      `${HEADER}__proto__,2026-03-02,09:00,17:00\nconstructor,2026-03-02,09:00,17:00\ntoString,2026-03-03,09:00,17:00\n`,
    ),
    shifts: 3,
  },
  {
    name: 'headers of the language itself.csv',
    bytes: utf8(`__proto__,constructor,Agent,Date,Start,End\n1,2,${SHIFT}`),
    shifts: 1,
  },
  {
    name: 'cut off.ics',
    bytes: () => calendar('BEGIN:VEVENT\nUID:1\nDTSTART:20260302T090000Z')().slice(0, -20),
    fails: /not a whole calendar/u,
  },
  {
    name: 'damaged events.ics',
    bytes: calendar(
      [
        'DTSTART:garbage',
        'DTSTART:20260302T090000\nDTEND:2026-03-02 17:00',
        'DTSTART:20260302T090000\nDURATION:8h',
        'DTSTART:20260302T090000\nDURATION:PT8H\nRRULE:garbage',
        'DTSTART:20260302T090000\nDURATION:PT8H\nRRULE:FREQ=WEEKLY;BYDAY=XX',
        'DTSTART:20260302T090000\nDURATION:PT8H\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE:foo',
        'RECURRENCE-ID:foo\nDTSTART:20260302T090000\nDURATION:PT8H',
        'DTSTART:20260230T090000\nDURATION:PT8H',
        'DTSTART:20261303T090000\nDURATION:PT8H',
        'DTSTART:20260302T090000\nDURATION:PT8H',
      ]
        .map((lines, index) => `BEGIN:VEVENT\nUID:${index}\n${lines}\nSUMMARY:Ann Lee\nEND:VEVENT`)
        .join('\n'),
    ),
    shifts: 1,
    notUnderstood: [
      '1:1 damaged-event',
      '2:1 damaged-event',
      '3:1 damaged-event',
      '4:1 damaged-event',
      '5:1 damaged-event',
      '6:1 damaged-event',
      '7:1 damaged-event',
      '8:1 not-a-date',
      '9:1 not-a-date',
    ],
  },
  {
    name: 'on 30 February and 31 April for ever.ics',
    bytes: calendar(
      ['DAILY;BYMONTH=2;BYMONTHDAY=30', 'MONTHLY;BYMONTH=4;BYMONTHDAY=31', 'DAILY;COUNT=2']
        .map(
          (rule, index) =>
            `BEGIN:VEVENT\nUID:${index}\nDTSTART:20260302T090000\nDURATION:PT8H\nRRULE:FREQ=${rule}\nSUMMARY:Ann Lee\nEND:VEVENT`,
        )
        .join('\n'),
    ),
    shifts: 2,
    notUnderstood: ['1:1 no-repeats', '2:1 no-repeats'],
  },
  {
    name: 'every quarter-hour for ever.ics',
    bytes: calendar(
      'BEGIN:VEVENT\nUID:1\nDTSTART:20260302T090000\nDTEND:20260302T091500\nRRULE:FREQ=MINUTELY;INTERVAL=15\nSUMMARY:Ann Lee\nEND:VEVENT',
    ),
    shifts: 5000,
    notUnderstood: ['1:1 too-many-repeats'],
  },
  {
    name: 'a zone that nobody knows.ics',
    bytes: calendar(
      'BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Middle-earth/Shire:20260302T090000\nDTEND;TZID=Middle-earth/Shire:20260302T170000\nSUMMARY:Ann Lee\nEND:VEVENT',
    ),
    shifts: 0,
    notUnderstood: ['1:1 unknown-zone'],
  },
  {
    name: 'ends before it begins.ics',
    bytes: calendar(
      'BEGIN:VEVENT\nUID:1\nDTSTART:20260302T170000\nDTEND:20260302T090000\nSUMMARY:Ann Lee\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nSUMMARY:Nobody knows when\nEND:VEVENT',
    ),
    shifts: 0,
    notUnderstood: ['1:1 no-length', '2:1 no-date'],
  },
  { name: 'cut off.json', bytes: utf8('{"name":"October","kind":"weekly","shifts":['), fails: /not a plan file/u },
  {
    name: 'no plan.json',
    bytes: utf8('{"name":"October","kind":"monthly","timeZone":"UTC","shifts":[]}'),
    fails: /not a plan file/u,
  },
]
