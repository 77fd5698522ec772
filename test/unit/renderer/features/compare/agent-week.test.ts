import { describe, expect, it } from 'vitest'
import type { SlotAdherence, SlotState } from '../../../../../shared/compare/adherence-slots.ts'
import { agentWeek, dayText } from '../../../../../renderer/features/compare/agent-week.ts'
import { createFormatter } from '../../../../../renderer/format/formatter.ts'

const ZONE = 'America/New_York'
const format = createFormatter({ languages: ['en-GB'], firstDayOfWeek: 1 })

/** Quarter-hours of one state. */
function slots(state: SlotState, from: string, to: string): readonly SlotAdherence[] {
  const count = (Date.parse(to) - Date.parse(from)) / 900_000
  return Array.from({ length: count }, (_, index) => ({
    start: Date.parse(from) + index * 900_000,
    state,
    plannedMs: 900_000,
    onlineMs: 0,
  }))
}

describe('an agent’s week on the clock', () => {
  const monday = [
    ...slots('late', '2026-03-16T13:00Z', '2026-03-16T13:30Z'),
    ...slots('on-time', '2026-03-16T13:30Z', '2026-03-16T21:15Z'),
  ]
  const tuesday = slots('on-time', '2026-03-17T12:00Z', '2026-03-17T20:00Z')
  const week = agentWeek([...monday, ...tuesday], ZONE)

  it('has the days with anything on them, as stretches of one state, and the hours between which they are', () => {
    expect(week.days.map(({ date, runs }) => [date, runs.map(({ state }) => state)])).toEqual([
      ['2026-03-16', ['late', 'on-time']],
      ['2026-03-17', ['on-time']],
    ])
    expect([week.from, week.to]).toEqual([8, 18])
  })

  it('says what differed from the schedule', () => {
    expect(week.days.map((day) => dayText(day, ZONE, format))).toEqual(['late 09:00–09:30', 'as scheduled'])
    const now = [
      ...slots('late', '2026-03-16T13:00Z', '2026-03-16T13:30Z'),
      ...slots('ahead', '2026-03-16T16:00Z', '2026-03-16T16:30Z'),
      ...slots('ahead', '2026-03-16T17:00Z', '2026-03-16T21:00Z'),
    ]
    expect(dayText(agentWeek(now, ZONE).days[0]!, ZONE, format)).toBe(
      'late 09:00–09:30 · upcoming 12:00–12:30, 13:00–17:00',
    )
  })

  it('parts a night at midnight, and a gap from what follows it', () => {
    const night = agentWeek(slots('unplanned', '2026-03-17T02:00Z', '2026-03-17T06:00Z'), ZONE)
    expect(night.days.map((day) => [day.date, dayText(day, ZONE, format)])).toEqual([
      ['2026-03-16', 'unscheduled 22:00–00:00'],
      ['2026-03-17', 'unscheduled 00:00–02:00'],
    ])
    expect([night.from, night.to]).toEqual([0, 24])
    expect(
      agentWeek(
        [
          ...slots('away', '2026-03-16T13:00Z', '2026-03-16T14:00Z'),
          ...slots('away', '2026-03-16T15:00Z', '2026-03-16T16:00Z'),
        ],
        ZONE,
      ).days[0]!.runs,
    ).toHaveLength(2)
  })
})
