import { homedir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { parseDataFolder, parseInstant } from '../../../electron/terminal/options.ts'
import { createProgressLine } from '../../../electron/terminal/progress-line.ts'
import { renderTable } from '../../../electron/terminal/table.ts'
import { printable } from '../../../electron/terminal/terminal.ts'
import { TERMINAL_FORMAT } from '../../support/terminal-format.ts'

describe('text for the terminal', () => {
  it.each([
    ['\u001b[31mRed\u001b[0m', 'Red'],
    ['a\u0007b\rc\u009bd', 'a b c d'],
    // Right-to-left overrides would turn the rest of the line round; isolates that are never closed too.
    ['Acme \u202egnp.exe', 'Acme gnp.exe'],
    ['\u2066a\u2069 \u200fb\u061c', 'a b'],
    ['one\u2028two\u2029three', 'one two three'],
    ['مرحبا 😀 日本 =SUM(1)', 'مرحبا 😀 日本 =SUM(1)'],
    ['two\nlines', 'two\nlines'],
  ])('%j is printed as %j', (text, printed) => {
    expect(printable(text)).toBe(printed)
  })

  it('keeps a row of a table on one line, whatever its cells hold', () => {
    const lines = renderTable(
      [{ title: 'Name' }, { title: 'Size', align: 'right' }],
      [
        ['a\nb\r\nc', '1'],
        ['=SUM(A1)', '22'],
      ],
    ).split('\n')
    expect(lines).toEqual(['Name      Size', 'a b c        1', '=SUM(A1)    22'])
  })
})

describe('durations', () => {
  it.each([
    [900, '900 ms'],
    [1500, '1.5 s'],
    [59_700, '1 min 0 s'],
    [119_600, '2 min 0 s'],
    [3_600_000, '1 h'],
    [16_442_000, '4 h 34 min'],
  ])('%d ms is "%s"', (ms, text) => {
    expect(TERMINAL_FORMAT.elapsed(ms)).toBe(text)
  })
})

describe('options', () => {
  const { texts } = TERMINAL_FORMAT

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-02-20Tx Z',
    '2026-03-01T09:15:00',
    '2026-03-01',
    '9999-12-31T00:00:00Z',
    '1969-12-31T23:59:59Z',
    'now',
    '',
  ])('%j is no instant for --now', (text) => {
    expect(() => parseInstant(text, texts)).toThrow(/is not an instant/u)
  })

  it.each([
    '2026-02-28T00:00:00Z',
    '2024-02-29T00:00:00+05:45',
    '2026-03-01T09:15:00.250-0330',
    '2026-03-01t09:15:00z',
  ])('%j is one', (text) => {
    expect(parseInstant(text, texts)).toBe(Date.parse(text.toUpperCase()))
  })

  it('a data folder has a name', () => {
    expect(parseDataFolder('data', texts)).toBe('data')
    expect(parseDataFolder('~/data', texts)).toBe(`${homedir()}/data`)
    expect(parseDataFolder('~data', texts)).toBe('~data')
    expect(() => parseDataFolder(' ', texts)).toThrow(/data folder/u)
    expect(() => parseDataFolder('', texts)).toThrow(/data folder/u)
  })
})

describe('the progress line', () => {
  const progress = {
    phase: 'counting',
    daysDone: 3,
    daysTotal: 182,
    visitors: 4211,
    msLeft: 5000,
  } as unknown as Parameters<ReturnType<typeof createProgressLine>['show']>[0]
  const shown = (columns: number | undefined): string => {
    let written = ''
    const line = createProgressLine(
      { isTTY: true, ...(columns === undefined ? {} : { columns }), write: (text) => (written += text) },
      TERMINAL_FORMAT,
      () => 0,
    )
    line.show(progress)
    // oxlint-disable-next-line no-control-regex -- the escape code is what is taken off
    return written.replace(/^\r\u001b\[K/u, '')
  }

  it.each([0, 1, 2, 10, 80, 500, undefined])('never wraps in a terminal of %s columns', (columns) => {
    expect(shown(columns).length).toBeLessThan(columns || 80)
  })
})
