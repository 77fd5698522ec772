import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { createFormatter } from '../../../electron/terminal/format.ts'
import {
  addAssumptionOptions,
  type AssumptionOptions,
  assumptionsOf,
} from '../../../electron/terminal/read-assumptions.ts'
import { toErrorReport } from '../../../shared/foundation/errors.ts'
import { ALWAYS } from '../../../shared/plan/assumptions/assumption.ts'

const { texts } = createFormatter('en-US', 'en')

function assumed(...args: readonly string[]) {
  const command = addAssumptionOptions(new Command(), texts).exitOverride()
  return assumptionsOf(command.parse([...args], { from: 'user' }).opts<AssumptionOptions>())
}

describe('options for what is assumed', () => {
  it('read visitors at any time, at a time, and of a pool', () => {
    const demand = { id: 'option-1', kind: 'demand', poolId: null, time: ALWAYS }
    expect(assumed('--demand', '+20%')).toEqual([{ ...demand, percent: 20 }])
    expect(assumed('--demand', '-12.5%')).toEqual([{ ...demand, percent: -12.5 }])
    expect(assumed('--demand', '0%')).toEqual([{ ...demand, percent: 0 }])
    expect(assumed('--demand', 'sales:+20%')).toEqual([{ ...demand, percent: 20, poolId: 'sales' }])
    const december = { ...ALWAYS, from: '2026-12-01', to: '2026-12-01' }
    expect(assumed('--demand', '2026-12-01=+40%')).toEqual([{ ...demand, percent: 40, time: december }])
    const hours = { startMinute: 600, endMinute: 840 }
    expect(assumed('--demand', '2026-12-01T10:00/14:00=+40%', '--demand', 'a:b:2026-12-01T10:00/14:00=+40%')).toEqual([
      { ...demand, percent: 40, time: { ...december, hours } },
      { ...demand, id: 'option-2', percent: 40, poolId: 'a:b', time: { ...december, hours } },
    ])
    expect(assumed('--demand', 'Tu,22:00-2:00=+40%')).toEqual([
      { ...demand, percent: 40, time: { ...ALWAYS, days: [2], hours: { startMinute: 1320, endMinute: 1560 } } },
    ])
    expect(assumed('--demand', 'Sa-Mo,We=+40%')).toEqual([
      { ...demand, percent: 40, time: { ...ALWAYS, days: [0, 1, 3, 6] } },
    ])
  })

  it('read who is away, off the phone, and hired', () => {
    const dates = { ...ALWAYS, from: '2026-12-01', to: '2026-12-03' }
    expect(assumed('--absent', 'Ann Lee:2026-12-01..2026-12-03')).toEqual([
      { id: 'option-1', kind: 'absence', agentId: 'Ann Lee', time: dates },
    ])
    const meeting = { ...ALWAYS, days: [2], hours: { startMinute: 600, endMinute: 660 } }
    expect(assumed('--off-phone', 'Tu,10:00-11:00', '--off-phone', 'ann:Tu,10:00-11:00')).toEqual([
      { id: 'option-1', kind: 'shrinkage', agentIds: null, time: meeting },
      { id: 'option-2', kind: 'shrinkage', agentIds: ['ann'], time: meeting },
    ])
    const hires = {
      id: 'option-1',
      kind: 'hires',
      count: 2,
      from: '2026-12-07',
      days: [1, 2, 3, 4, 5],
      hours: { startMinute: 540, endMinute: 1050 },
    }
    expect(assumed('--hire', '2@2026-12-07:Mo-Fr,09:00-17:30')).toEqual([{ ...hires, ramp: [50, 75, 90, 100] }])
    expect(assumed('--hire', '2@2026-12-07:Mo-Fr,09:00-17:30,ramp=30,60.5')).toEqual([{ ...hires, ramp: [30, 60.5] }])
  })

  it('read handle time and availability with their signs', () => {
    expect(assumed('--handling', '+10%', '--availability', '-5')).toEqual([
      { id: 'option-1', kind: 'handling', percent: 10 },
      { id: 'option-2', kind: 'availability', points: -5 },
    ])
  })

  it.each([
    ['--demand', '20', 'is not an assumption about visitors'],
    ['--demand', '2026-12-01T10:00=+40%', 'is not an assumption about visitors'],
    ['--demand', '2026-02-30=+40%', 'is not a date'],
    ['--demand', '2026-12-03..2026-12-01=+40%', 'is before'],
    ['--demand', '2026-12-01T10:10/14:00=+40%', 'is not on quarters of an hour'],
    ['--demand', '2026-12-01T25:00/26:00=+40%', 'are no hours of a day'],
    ['--demand', '-101%', 'goes further than can be assumed'],
    ['--demand', '+901%', 'goes further than can be assumed'],
    ['--absent', 'ann', 'does not say who is away when'],
    ['--absent', ':2026-12-01', 'does not say who is away when'],
    ['--off-phone', 'Xx,10:00-11:00', 'is not a time'],
    ['--hire', '2@2026-12-07', 'does not say who is hired'],
    ['--hire', '0@2026-12-07:Mo-Fr,09:00-17:30', 'goes further than can be assumed'],
    ['--hire', '2@2026-12-07:Mo-Fr,09:00-17:30,ramp=120', 'goes further than can be assumed'],
    ['--handling', '10', 'is not a percentage'],
    ['--availability', '5%', 'is not a number of points'],
    ['--availability', '-101', 'goes further than can be assumed'],
  ])('refuse %s %s', (option, value, message) => {
    let report: ReturnType<typeof toErrorReport> | null = null
    try {
      assumed(option, value)
    } catch (thrown) {
      report = toErrorReport(thrown)
    }
    expect(report).toMatchObject({ code: 'usage' })
    expect(report!.message).toContain(message)
    expect(report!.next).toMatch(/^Give /u)
  })
})
