import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { predictedHoursCsv, predictedSlotsCsv, shiftsCsv } from '../../../electron/backend/exports/plan-csv.ts'
import type { PredictOutput } from '../../../shared/contract/prediction-output.ts'
import { english } from '../../../shared/language/english.ts'
import { shiftOccurrences } from '../../../shared/plan/occurrences.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { tries } from '../../support/deep.ts'

const read = (text: string): readonly Record<string, string>[] =>
  parse(text, { columns: true, record_delimiter: '\r\n' })

function plan(note: string): Plan {
  const breaks = [{ startMinute: 23 * 60, endMinute: 23 * 60 + 30 }]
  const shifts = [
    { id: 'night', agentId: 'ann', day: 6, startMinute: 20 * 60, endMinute: 28 * 60, breaks, note },
    { id: 'open', agentId: null, day: 1, startMinute: 540, endMinute: 1440, breaks: [], note: '' },
  ]
  return { name: 'P', timeZone: 'America/New_York', poolId: null, kind: 'weekly', shifts }
}

const csvOf = (note: string, changes: Partial<Parameters<typeof shiftsCsv>[0]> = {}): string =>
  shiftsCsv({
    occurrences: shiftOccurrences(plan(note), { firstDate: '2026-03-02', weeks: 1 }),
    timeZone: 'America/New_York',
    agentName: () => 'Ann',
    pool: null,
    format: english(),
    ...changes,
  })

describe('shifts as CSV', () => {
  it('are one date a row, with real hours on the night when the clock changes', () => {
    expect(read(csvOf('Bring, keys'))).toEqual([
      {
        agent: 'Unassigned',
        agent_id: '',
        pool: 'All pools',
        date: '2026-03-02',
        start: '09:00',
        end_date: '2026-03-03',
        end: '00:00',
        breaks: '',
        hours: '15',
        time_zone: 'America/New_York',
        note: '',
      },
      {
        agent: 'Ann',
        agent_id: 'ann',
        pool: 'All pools',
        date: '2026-03-07',
        start: '20:00',
        end_date: '2026-03-08',
        end: '04:00',
        breaks: '23:00-23:30',
        hours: '6.5',
        time_zone: 'America/New_York',
        note: 'Bring, keys',
      },
    ])
  })

  it('hold no formula, whatever names and notes a source or a user gives', () => {
    const lead = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      ' =',
      '\u00a0+',
      '\uff1d',
      '\uff0b',
      '\uff0d',
      '\uff20',
      '"=',
      ',=',
      '',
    )
    fc.assert(
      fc.property(lead, fc.string({ unit: 'binary', maxLength: 12 }), (sign, rest) => {
        const text = sign + rest
        for (const row of read(csvOf(text, { agentName: () => text, pool: text }))) {
          for (const cell of Object.values(row))
            expect(cell).not.toMatch(/^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u)
        }
        expect([text, `'${text}`]).toContain(read(csvOf(text))[1]!['note'])
      }),
      tries(100, 3),
    )
  })
})

describe('a prediction as CSV', () => {
  const cell = { visitors: 12.5, covered: 10, coverageRate: 80, agents: 2.25, openAgents: 1 }
  const output = {
    range: { from: '2026-10-26', to: '2026-11-01', timeZone: 'America/New_York', origin: '2026-10-20T00:00:00Z' },
    byDayHour: Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => cell)),
    slots: ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'].map((start) => ({ start, ...cell })),
  } as unknown as PredictOutput

  it('has a row for each hour of the week', () => {
    const rows = read(predictedHoursCsv(output))
    expect(rows).toHaveLength(168)
    expect(rows[9]).toEqual({
      day: 'Sun',
      hour: '09:00',
      visitors: '12.5',
      covered: '10',
      missed: '2.5',
      coverage_rate: '80',
      agents: '2.25',
      open_agents: '1',
    })
  })

  it('names in a column of its own what the plan assumes, and has none where it assumes nothing', () => {
    const assumed = ['=1+1', 'Handle time +10%']
    for (const text of [predictedHoursCsv(output, assumed), predictedSlotsCsv(output, assumed)])
      expect(read(text)[0]).toMatchObject({ assumptions: "'=1+1; Handle time +10%" })
    expect(read(predictedHoursCsv(output))[0]).not.toHaveProperty('assumptions')
  })

  it('tells slots apart that the clock shows twice', () => {
    expect(read(predictedSlotsCsv(output)).map(({ date, time, start }) => [date, time, start])).toEqual([
      ['2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
      ['2026-11-01', '01:30', '2026-11-01T06:30:00.000Z'],
    ])
  })
})
