import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { priorityOf, USUAL_THRESHOLDS } from '../../../shared/recommend/index.ts'
import { countDays, lastDays } from '../../../shared/time/local.ts'
import {
  CLASSIFICATION,
  figuresAt,
  figuresOf,
  INEXACT,
  ORIGINAL_CASES,
  STAFFING_CASES,
} from '../../support/original-cases.ts'
import { blocksOf, originalPriority } from './original-blocks.ts'

const DOCUMENT = readFileSync(new URL('../../../docs/moving-from-the-dashboard.md', import.meta.url), 'utf8')
const part = (name: string): string =>
  new RegExp(`<!-- ${name}:begin -->\\n(?<rows>[^]*?)<!-- ${name}:end -->`, 'u').exec(DOCUMENT)!.groups!.rows!
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [...head, ...rows.map((cells) => `| ${cells.join(' | ')} |`), ''].join('\n')

/** The figures of the table, in its order, and how it calls them. */
const AVERAGES: readonly (readonly [id: string, path: string, what: string])[] = [
  ['h17', 'hourly[10].avgAgentsOnline', 'one agent at ten on each of two dates, given as two midnights'],
  [
    's12',
    'hourly[11].avgAgentsOnline',
    "online since ten, seen at half past eleven on the second of two dates: eleven o'clock",
  ],
  ['c01', 'hourly[10].avgAgentsOnline', 'autumn week in New York: one agent at ten on every date'],
  ['c02', 'hourly[1].avgAgentsOnline', "autumn night in New York: one agent over both one o'clocks"],
  ['c03', 'hourly[1].avgAgentsOnline', "autumn night in New York: one agent in the second one o'clock only"],
  ['c04', 'hourly[2].avgAgentsOnline', "spring night in New York: two o'clock, which does not exist"],
  ['c05', 'hourly[2].avgAgentsOnline', "spring week in New York: two o'clock, with one agent at three"],
  ['c06', 'hourly[1].avgAgentsOnline', 'Lord Howe, half an hour set back: one agent over the repeated half hour'],
  ['c07', 'hourly[2].avgAgentsOnline', 'Lord Howe, half an hour set forward: one agent in the short hour'],
  ['c08', 'hourly[10].avgAgentsOnline', 'Lord Howe, autumn week: one agent at ten on every date'],
  ['c09', 'hourly[10].avgAgentsOnline', '91 dates over autumn: one agent at ten on every date'],
]
const caseOf = (id: string) => ORIGINAL_CASES.find((one) => one.id === id)!
const originalOf = (id: string, path: string): number => INEXACT.find((one) => one[0] === id && one[1] === path)![2]
const oursOf = (id: string, path: string): number =>
  figuresAt(figuresOf(caseOf(id), caseOf(id).zones?.[0] ?? 'UTC'), path)[0]!.value as number

describe('the document on moving from the dashboard', () => {
  it('says how many of the cases are the same', () => {
    const same = CLASSIFICATION.calculators.filter(({ verdict }) => verdict === 'same').length
    expect(DOCUMENT).toContain(
      `of the ${ORIGINAL_CASES.length} cases that pin down how the dashboard counts, ${same} give the same figures here`,
    )
  })

  it('has the averages of the cases', () => {
    const rows = AVERAGES.map(([id, path, what]) => [
      what,
      originalOf(id, path).toFixed(2),
      oursOf(id, path).toFixed(2),
    ])
    expect(part('averages')).toBe(
      table(['| what | agents in the dashboard | agents here |', '| --- | ---: | ---: |'], rows),
    )
    // All but the counts of visits, and the other figure of the same case.
    expect(AVERAGES).toHaveLength(INEXACT.length - 2)
    expect(DOCUMENT).toContain(
      `(${originalOf('x04', 'totals.totalPageviews')} instead of ${oursOf('x04', 'totals.totalPageviews')} in the case that tries it)`,
    )
  })

  it('counts 30 dates where the dashboard touches 31', () => {
    const now = Date.parse('2026-11-29T15:00:00Z')
    const { from, to } = lastDays(now, 'UTC')
    const touched = countDays(new Date(now - 30 * 86_400_000).toISOString().slice(0, 10), '2026-11-29')
    expect(DOCUMENT).toContain(`which touches ${touched} dates. Here 30 days are ${countDays(from, to)} dates`)
  })

  it('has the blocks of the cases', () => {
    const shown = [
      ['b17', 'more calls than covered visits: 150 of 200 missed in 30 days'],
      ['b14', '450 of 600 missed in 90 days'],
      ['b06', 'hour ten on Monday, hour eleven on Friday'],
      ['b08', 'one missed of a thousand in 30 days'],
    ] as const
    const rows = shown.map(([id, what]) => {
      const one = STAFFING_CASES.blocks.find((other) => other.id === id)!
      const original = CLASSIFICATION.staffing.blocks.find((other) => other.id === id)!.original
      return [what, original.join('; '), blocksOf(one, 0.9).join('; ') || 'none']
    })
    expect(part('blocks')).toBe(
      table(['| what | the dashboard | here, at a target of 90% |', '| --- | --- | --- |'], rows),
    )
  })

  it('has the priorities of the cases', () => {
    const rows = (
      [
        [9, 7],
        [20, 7],
        [20, 90],
        [50, 90],
      ] as const
    ).map(([missed, days]) => [
      String(missed),
      String(days),
      originalPriority(missed),
      priorityOf(missed, days, USUAL_THRESHOLDS),
    ])
    for (const [missed, days, original, ours] of rows)
      expect(CLASSIFICATION.staffing.prioritiesDiffering).toContainEqual({
        missed: Number(missed),
        days: Number(days),
        ours,
        original,
      })
    expect(part('priorities')).toBe(
      table(['| missed | in days | priority in the dashboard | priority here |', '| ---: | ---: | --- | --- |'], rows),
    )
  })
})
