import { describe, expect, it } from 'vitest'
import { createFormatter } from '../../../../../../../renderer/format/formatter.ts'
import {
  hourCells,
  stripBands,
  visitorsBand,
} from '../../../../../../../renderer/features/plans/editor/strips/strip-bands.ts'
import {
  panelFigures,
  type PanelInput,
} from '../../../../../../../renderer/features/plans/editor/panel/panel-figures.ts'
import { placeSlots } from '../../../../../../../renderer/features/plans/editor/strips/strip-scene.ts'
import { boardAxis } from '../../../../../../../renderer/features/plans/editor/board/axis.ts'
import { weekTableRows } from '../../../../../../../renderer/features/plans/editor/panel/week-table.ts'
import {
  coverageByHour,
  SCENARIO_COLUMNS,
  predictScenario,
  scenarioRow,
  typicalScenario,
} from '../../../../../../../renderer/features/plans/scenarios/scenario-figures.ts'
import { NO_RULES } from '../../../../../../../shared/plan/rules/rules.ts'
import type { WeekBands, WeekPrediction } from '../../../../../../../shared/predict/types.ts'
import { FIRST_DATE, madeUpInputs } from '../../../../../predict/plan-prediction/made-up-inputs.ts'

const format = createFormatter({ languages: ['en-GB'], firstDayOfWeek: 0 })
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const around = (lower80: number, upper80: number) => ({ lower80, upper80, lower95: lower80, upper95: upper80 })
const hours = {
  plannedMinutes: 0,
  workedMinutes: 18_750,
  overtimeMinutes: 0,
  cost: null as number | null,
  unratedMinutes: 0,
  openMinutes: 0,
  shifts: 0,
  openShifts: 0,
  agents: 0,
  byAgent: new Map(),
}
const bandsOf = (lower: number, upper: number): WeekBands => ({
  coverageRate: around(0.8, 0.88),
  covered: around(0, 0),
  difference: { ...around(lower, upper), covered: 60 },
  byDayHour: Array.from({ length: 168 }, (_, cell) => around(cell / 1000, cell / 500)),
})
const week = (visitors: number, covered: number): WeekPrediction => ({
  visitors: new Float64Array(672).fill(visitors),
  covered: new Float64Array(672).fill(covered),
  agents: new Float64Array(672).fill(1.5),
  openAgents: new Float64Array(672),
  totals: { visitors: 672 * visitors, covered: 672 * covered },
})

describe('the figures of the panel', () => {
  const figures = (fields: Partial<PanelInput>) =>
    panelFigures(
      {
        totals: { visitors: 1000, covered: 840 },
        baseline: { totals: { visitors: 1000, covered: 780 }, hours: 300, cost: null },
        bands: bandsOf(20, 95),
        hours,
        ...fields,
      },
      format,
    )

  it('say coverage with its band, and the difference with its own', () => {
    expect(figures({})).toMatchObject({
      interval: '80–88%',
      changeInterval: '80% range: +20 to +95 visitors',
      visitors: '1,000',
      missed: '160',
      hours: '312.5',
      hoursChange: '+12.5',
      cost: null,
    })
    expect(plain(figures({}).coverage)).toBe('84%')
    expect(figures({}).change).toEqual({ text: '+6.0 points, +60 visitors a week', isBetter: true })
  })

  it('call a difference better or worse only where chance does not explain it', () => {
    expect(figures({ bands: bandsOf(-5, 95) }).change?.isBetter).toBeNull()
    expect(figures({ bands: bandsOf(-95, -5), totals: { visitors: 1000, covered: 720 } }).change).toEqual({
      text: '−6.0 points, −60 visitors a week',
      isBetter: false,
    })
    expect(figures({ bands: null }).change?.isBetter).toBeNull()
  })

  it('say of a plan as it started that nothing is changed, without a range of chance', () => {
    const unchanged = { totals: { visitors: 1000, covered: 840 }, hours: 300, cost: null }
    expect(figures({ baseline: unchanged, bands: bandsOf(0, 0) })).toMatchObject({
      change: { text: 'No change', isBetter: null },
      changeInterval: null,
    })
    expect(figures({ baseline: unchanged, bands: null }).changeInterval).toBeNull()
    expect(figures({ baseline: unchanged, totals: { visitors: 1000, covered: 840.2 } }).change?.text).toBe(
      'same visitors covered',
    )
  })

  it('leave a place for what is still being drawn', () => {
    expect(figures({ bands: null })).toMatchObject({ interval: '…', changeInterval: '80% range: …' })
    expect(figures({ baseline: null })).toMatchObject({ change: null, changeInterval: null, hoursChange: null })
  })

  it('say nothing of coverage where nobody is expected', () => {
    expect(figures({ totals: { visitors: 0, covered: 0 } })).toMatchObject({
      coverage: '–',
      interval: null,
      change: null,
    })
  })

  it('say the cost, and its change where both are known', () => {
    expect(
      figures({
        hours: { ...hours, cost: 6240.4 },
        baseline: { totals: { visitors: 1, covered: 1 }, hours: null, cost: 6080 },
      }),
    ).toMatchObject({ cost: '6,240', costChange: '+160' })
  })
})

describe('the strips', () => {
  it('give the visitors of each quarter-hour a band about what is expected', () => {
    const inputs = madeUpInputs({ pools: 2, visitorsPerSlot: (slot) => (slot % 96 === 0 ? 0 : 10) })
    const all = visitorsBand(inputs, null)
    const one = visitorsBand(inputs, inputs.pools[0]!.poolId)
    expect([all.lower[0], all.upper[0]]).toEqual([0, 0])
    expect(all.lower[1]!).toBeLessThan(20)
    expect(all.upper[1]!).toBeGreaterThan(20)
    // Of two pools the band is wider, and narrower than twice as wide.
    const width = (band: typeof all): number => band.upper[1]! - band.lower[1]!
    expect(width(all)).toBeGreaterThan(width(one))
    expect(width(all)).toBeLessThan(2 * width(one))
  })

  it('find the hour of the week of a quarter-hour, whatever day the week begins on', () => {
    expect(hourCells([0, 1440 + 75, 6 * 1440], 1)).toEqual([24, 49, 0])
  })

  it('have no band of coverage before it is drawn', () => {
    const visitors = { lower: [0], upper: [1] }
    expect(stripBands(null, visitors, [3])).toEqual({ visitors, coverage: null })
    expect(stripBands(bandsOf(0, 0), visitors, [3]).coverage).toEqual({
      lower: Float64Array.of(0.003),
      upper: Float64Array.of(0.006),
    })
  })

  it('draw every quarter-hour beside the one before, and none of hours that are not shown', () => {
    const minutes = Array.from({ length: 672 }, (_, slot) => slot * 15)
    const { left, right } = placeSlots(boardAxis({ fromMinute: 480, toMinute: 1080 }, { width: 700, zoom: 1 }), minutes)
    expect(left[32]).toBe(0)
    expect(right[31]! - left[31]!).toBeLessThan(1e-3)
    expect(right[71]).toBeCloseTo(100, 3)
    expect(left[96 + 32]).toBe(100)
    for (let slot = 33; slot < 72; slot++) expect(left[slot]).toBeCloseTo(right[slot - 1]!, 3)
  })
})

describe('the week by hour', () => {
  const minutes = Array.from({ length: 672 }, (_, slot) => slot * 15)
  const input = {
    week: week(2, 1.5),
    needed: Float64Array.from({ length: 672 }, (_, slot) => slot % 4),
    weekMinutes: minutes,
  }

  it('has a row for each hour and a column for each day', () => {
    const rows = weekTableRows('coverage', input, format)
    expect(rows).toHaveLength(24)
    expect(rows.every((row) => row.length === 8)).toBe(true)
    expect([rows[0]![0], plain(rows[0]![1]!)]).toEqual(['00:00–01:00', '75%'])
  })

  it('adds up visitors, averages agents and takes the most that an hour needs', () => {
    expect(weekTableRows('visitors', input, format)[5]![3]).toBe('8.0')
    expect(weekTableRows('planned', input, format)[5]![3]).toBe('1.5')
    expect(weekTableRows('needed', input, format)[5]![3]).toBe('3')
  })

  it('marks hours that the clock skips, and those in which nobody is expected', () => {
    const skipped = minutes.filter((minute) => minute < 120 || minute >= 180)
    expect(weekTableRows('planned', { ...input, weekMinutes: skipped }, format)[2]![1]).toBe('–')
    expect(weekTableRows('coverage', { ...input, week: week(0, 0) }, format)[2]![1]).toBe('–')
  })
})

describe('plans side by side', () => {
  const inputs = madeUpInputs({ agents: 3, visitorsPerSlot: () => 4, typical: () => 1 })
  const typical = typicalScenario(inputs, { poolId: null, name: 'Typical week' })
  const plan = {
    name: 'Two at a time',
    timeZone: inputs.timeZone,
    poolId: null,
    kind: 'weekly' as const,
    shifts: [0, 1, 2, 3, 4, 5, 6].flatMap((day) =>
      ['agent-0', 'agent-1'].map((agentId) => ({
        id: `${agentId} ${day}`,
        agentId,
        day,
        startMinute: 0,
        endMinute: 1440,
        breaks: [],
        note: '',
      })),
    ),
  }
  const scenario = predictScenario({ id: 'two', plan, rules: NO_RULES, inputs })

  it('are held against the typical week', () => {
    const cells = scenarioRow(scenario, { typical, bands: bandsOf(10, 20), format }).map(plain)
    expect(cells).toHaveLength(SCENARIO_COLUMNS.length)
    expect(cells[0]).toBe('Two at a time')
    expect(cells[2]).toBe('80–88%')
    expect(cells[3]).toMatch(/^\+\d+\.\d points, \+[\d,]+ visitors$/u)
    expect(cells.slice(4, 9)).toEqual([
      '+10 to +20 visitors',
      expect.stringMatching(/^\d/u),
      '336',
      '–',
      'no rules set',
    ])
  })

  it('wait for their bands, and the typical week for none', () => {
    expect(scenarioRow(scenario, { typical, bands: null, format })[2]).toBe('…')
    expect(
      scenarioRow(scenario, { typical, bands: 'failed', format }).filter((cell) => cell === 'not available'),
    ).toHaveLength(2)
    expect(scenarioRow(typical, { typical, bands: bandsOf(0, 0), format }).slice(3, 5)).toEqual(['–', '–'])
    expect(inputs.firstDate).toBe(FIRST_DATE)
  })

  it('are drawn hour by hour, with gaps where nobody is expected', () => {
    const byHour = coverageByHour(
      week(2, 1),
      Array.from({ length: 672 }, (_, slot) => slot * 15),
    )
    expect(byHour).toHaveLength(168)
    expect(new Set(byHour)).toEqual(new Set([50]))
    expect(coverageByHour(week(0, 0), [0])[0]).toBeNull()
  })
})
