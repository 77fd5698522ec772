import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { assertSameFigures } from '../../bench/hour-sums.ts'
import { atLeastTimes, atMostMs, atMostTimes, verdictOf, type Goal } from '../../bench/table.ts'
import { writeMarkdown } from '../../bench/write-markdown.ts'

const verdict = (goal?: Goal) => verdictOf({ what: '', value: '', ...(goal === undefined ? {} : { goal }) })

test('says of a row whether it keeps its goal', () => {
  expect(verdict()).toBe('')
  expect(verdict(atMostTimes(1.5, 1.5))).toBe('kept')
  expect(verdict(atMostTimes(1.5, 1.6))).toBe('missed')
  expect(verdict(atLeastTimes(3, 2.9))).toBe('missed')
  expect(verdict(atLeastTimes(3, 3))).toBe('kept')
})

test('lets bare milliseconds take twice as long', () => {
  expect(verdict(atMostMs(10, 10))).toBe('kept')
  expect(verdict(atMostMs(10, 20))).toBe('within 2x')
  expect(verdict(atMostMs(10, 21))).toBe('missed')
})

test('puts tables between the marks of a document, and leaves the rest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-table-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'document.md')
  writeFileSync(file, 'before\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nafter\n')
  const machine = { cores: 2, memoryGiB: 24, node: 'v24.0.0', platform: 'linux x64', size: 'full' }
  writeMarkdown(file, {
    machine,
    tables: [{ title: 'Speed', rows: [{ what: 'a report', value: '5 ms', goal: atMostMs(15, 5) }] }],
  })
  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(
    /^before\n<!-- bench: begin -->\n\nData: full\. .*\n\n### Speed\n\n[^]*\| a report \| 5 ms \| {2}\| ≤ 15 ms \| kept \|\n\n<!-- bench: end -->\nafter\n$/u,
  )
  expect(text).not.toContain('old')
})

test('leaves tables of parts that were not run, and replaces those that were', () => {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-table-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'document.md')
  writeFileSync(file, '<!-- bench: begin -->\n<!-- bench: end -->\n')
  const machine = { cores: 2, memoryGiB: 24, node: 'v24.0.0', platform: 'linux x64', size: 'full' }
  const run = (title: string, value: string): void =>
    writeMarkdown(file, { machine, tables: [{ title, rows: [{ what: 'it', value }] }] })
  run('Speed', '5 ms')
  run('Size', '7 MB')
  run('Speed', '4 ms')
  expect([...readFileSync(file, 'utf8').matchAll(/^### .*|\d m\w|\d MB/gimu)].map(String)).toEqual([
    '### Speed',
    '4 ms',
    '### Size',
    '7 MB',
  ])
})

test('does not let an opponent that counts otherwise be timed', () => {
  const own = { totals: { visitors: 3, averages: [0.1 + 0.2] } }
  expect(() => assertSameFigures('The other', { totals: { visitors: 3, averages: [0.3] } }, own)).not.toThrow()
  expect(() => assertSameFigures('The other', { totals: { visitors: 4, averages: [0.3] } }, own)).toThrow('visitors')
  expect(() => assertSameFigures('The other', { totals: { visitors: 3 } }, own)).toThrow('averages')
})
