import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workbookSheets } from '../../../electron/backend/rosters/workbook-sheets.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

interface Parts {
  /** What is in `sheetData`, and what comes after it. */
  readonly rows: string
  readonly after?: string
  readonly strings?: string
  readonly styles?: string
  readonly workbook?: string
  readonly rels?: string | null
}

const RELS =
  '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>'
const BOOK = '<workbook><sheets><sheet name="Roster" sheetId="1" r:id="rId1"/></sheets></workbook>'

const sheetsOf = ({ rows, after = '', strings = '', styles = '', workbook = BOOK, rels = RELS }: Parts) =>
  workbookSheets(
    zipSync(
      {
        'xl/workbook.xml': strToU8(workbook),
        ...(rels === null ? {} : { 'xl/_rels/workbook.xml.rels': strToU8(rels) }),
        'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
        'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`),
        'xl/worksheets/sheet1.xml': strToU8(
          `<?xml version="1.0"?>\r\n<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
        ),
        'xl/worksheets/sheet2.xml': strToU8('<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>'),
      },
      { level: 0 },
    ),
  )
const rowsOf = async (parts: Parts) => (await sheetsOf(parts))[0]!.rows

describe('sheets of an XLSX file', () => {
  it('are read where cells and rows say where they are, and where they leave it out', async () => {
    expect(
      await rowsOf({
        rows: '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c><c r="AB2"><v>3</v></c></row><row><c><v>4</v></c></row>',
      }),
    ).toEqual([[], ['', '1', '2', ...Array.from({ length: 24 }, () => ''), '3'], ['4']])
  })

  it('have texts of each kind: shared, in parts, without pronunciation, in the cell, escaped', async () => {
    expect(
      await rowsOf({
        strings:
          '<si><t>Ann &amp; Bob</t></si><si><r><t>Ann</t></r><r><rPr><b/></rPr><t xml:space="preserve"> Lee</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t/></si><si><t>a_x0009_b</t></si>',
        rows: '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="s"><v>4</v></c><c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c><c t="str"><f>A1&amp;"x"</f><v>kept</v></c><c t="s"><v>99</v></c></row>',
      }),
    ).toEqual([['Ann & Bob', 'Ann Lee', '東京', '', 'a\tb', 'inline', 'kept']])
  })

  it('show numbers by the format of their cell, and logical values, errors and dates as text', async () => {
    const styles =
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="31"/></cellXfs><dxfs><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs>'
    const rows =
      '<row><c s="0"><v>46083</v></c><c s="1"><v>46083</v></c><c s="2"><v>0.375</v></c><c s="3"><v>46083</v></c><c t="b"><v>1</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="d"><v>2026-03-02T09:30:00Z</v></c><c><f>NOW()</f></c><c><v>1e2</v></c></row>'
    const texts = [
      '46083',
      '2026-03-02',
      '09:00',
      '2026-03-02',
      'true',
      '#error',
      '2026-03-02 09:30',
      '#formula',
      '100',
    ]
    expect(await rowsOf({ styles, rows })).toEqual([texts])
    const later = '<workbook><workbookPr date1904="1"/><sheets><sheet name="R" r:id="rId1"/></sheets></workbook>'
    expect((await rowsOf({ styles, rows, workbook: later }))[0]).toEqual([
      '46083',
      '2030-03-03',
      '09:00',
      '2030-03-03',
      ...texts.slice(4),
    ])
  })

  it('are found by their relations, by their order without them, and not where they are hidden', async () => {
    const workbook =
      '<x:workbook xmlns:x="m"><x:sheets><x:sheet name="A &amp; B" r:id="rId1" state="hidden"/><x:sheet name="Two" r:id="rId2"/></x:sheets></x:workbook>'
    const rows = '<row><c><v>1</v></c></row>'
    const two = [{ name: 'Two', rows: [['2']] }]
    expect(await sheetsOf({ rows, workbook })).toEqual(two)
    expect(await sheetsOf({ rows, workbook, rels: null })).toEqual(two)
    expect(await sheetsOf({ rows, workbook: BOOK.replace('r:id', 'state="veryHidden" r:id') })).toEqual([
      { name: 'Roster', rows: [['1']] },
    ])
  })

  it('with names before every element are the same', async () => {
    expect(
      await rowsOf({ rows: '<x:row x:r="1"><x:c r="A1" t="str"><x:v><![CDATA[A & B]]></x:v></x:c></x:row>' }),
    ).toEqual([['A & B']])
  })

  it('give merged cells their text in each of them', async () => {
    expect(
      await rowsOf({
        rows: '<row r="1"><c r="A1" t="str"><v>vacation</v></c></row><row r="2"><c r="C2"><v>1</v></c></row>',
        after: '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="nonsense"/></mergeCells>',
      }),
    ).toEqual([
      ['vacation', 'vacation'],
      ['vacation', 'vacation', '1'],
    ])
  })

  it('are not too long where a million rows have a format and nothing else', async () => {
    const empty = Array.from({ length: 400_010 }, (_, index) => `<row r="${index + 2}" s="1"><c s="1"/></row>`).join('')
    expect(await rowsOf({ rows: `<row r="1"><c><v>1</v></c></row>${empty}` })).toEqual([['1']])
  })

  it('are the same whether their cells are written as most programs write them or in another way', async () => {
    const cell = fc
      .tuple(
        fc.constantFrom('', ' s="1"', ' s="2"'),
        fc.constantFrom(
          '><v>45569</v></c>',
          '><v>0.5</v></c>',
          '/>',
          ' />',
          '></c>',
          '><v></v></c>',
          ' t="s"><v>0</v></c>',
          ' t="s"><v>9</v></c>',
          ' t="str"><v>R&amp;D &#228;</v></c>',
          ' t="str"><v xml:space="preserve"> Ann </v></c>',
          ' t="str"><f>A1&amp;"x"</f><v>kept</v></c>',
          '><f>A1+1</f></c>',
          '><f t="shared" si="0"/><v>3</v></c>',
          ' t="inlineStr"><is><t>in_x0009_line</t></is></c>',
          ' t="inlineStr"><is><r><t>in</t></r><r><t>parts</t></r></is></c>',
          ' t="b"><v>1</v></c>',
          ' t="e"><v>#REF!</v></c>',
          ' t="d"><v>2026-03-02T09:00:00</v></c>',
        ),
      )
      .map(([style, rest]) => ({ style, rest }))
    const row = fc.record({
      cells: fc.array(fc.tuple(cell, fc.constantFrom('', 'A', 'C', 'AB')), { maxLength: 6 }),
      skipped: fc.integer({ min: 0, max: 2 }),
      isPlaced: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 4 }), async (given) => {
        let place = 0
        const rows = given
          .map(({ cells, skipped, isPlaced }) => {
            place += 1 + (isPlaced ? skipped : 0)
            const inside = cells.map(
              ([{ style, rest }, column]) => `<c${column === '' ? '' : ` r="${column}${place}"`}${style}${rest}`,
            )
            return `<row${isPlaced ? ` r="${place}" spans="1:3"` : ''}>${inside.join('\n')}</row>`
          })
          .join('')
        const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs>'
        const strings = '<si><t>Ann &amp; Bob</t></si>'
        const elsewhere = rows.replaceAll(/<(\/?)(row|c|v|f|is|r|t)\b/gu, '<$1x:$2')
        expect(await rowsOf({ rows, styles, strings })).toEqual(await rowsOf({ rows: elsewhere, styles, strings }))
      }),
      { numRuns: 60 },
    )
  })
})
