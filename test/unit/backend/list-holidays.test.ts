import { describe, expect, it, vi } from 'vitest'
import type { BackendContext } from '../../../electron/backend/core/context.ts'
import { listHolidays } from '../../../electron/backend/holidays/use-cases.ts'
import type { HolidaysQuery } from '../../../electron/backend/threads/holidays-thread.ts'
import type { Holiday } from '../../../shared/predict/forecast/holiday-days.ts'
import { wholeDay } from '../../../shared/predict/forecast/known-days.ts'
import { simpleMark, type Mark } from '../../../shared/predict/forecast/mark-days.ts'
import type { DayEffect } from '../../../shared/predict/forecast/week-effects.ts'

const HOLIDAYS = [
  { date: '2024-11-28', name: 'Thanksgiving Day', isPublic: true },
  { date: '2025-11-27', name: 'Thanksgiving Day', isPublic: true },
]
const LEARNED: DayEffect = {
  date: '2025-11-27',
  known: [
    {
      day: wholeDay('2025-11-27', { class: 'public', name: 'Thanksgiving Day' }),
      factor: 0.86,
      range80: [0.7, 1.1],
      basis: 'class',
      earlier: [],
    },
  ],
  parts: [],
  slotCv: 0,
  likeDay: null,
}
const ASKED = {
  workspaceId: 'workspace',
  from: '2024-01-01',
  to: '2025-11-27',
  calendars: null,
  timeZone: null,
  poolId: undefined,
  until: null,
}

/** A workspace with the holidays of one country, of which 2025 is synced. */
function withMarks(marks: readonly Mark[]) {
  const settings = { timeZone: 'UTC', holidayCalendars: [{ country: 'US', region: null }] }
  const workspace = { id: 'workspace', problem: null, now: Date.parse('2025-12-02'), settings }
  const datesEffects = vi.fn<(query: { readonly datesKnown: object }) => Promise<readonly DayEffect[]>>(async () => [
    LEARNED,
  ])
  const holidays = vi.fn<(query: HolidaysQuery) => Promise<readonly Holiday[]>>(async () => HOLIDAYS)
  const withHolidays = async (ask: (thread: object) => unknown): Promise<unknown> => ask({ holidays })
  const context = {
    clock: () => workspace.now,
    systemTimeZone: 'UTC',
    data: {
      work: () => ({ find: async () => workspace, listMarks: async () => marks }),
      withHolidays,
      compute: () => ({ datesEffects }),
    },
  } as unknown as BackendContext
  return { context, datesEffects, holidays }
}

describe('the list of holidays', () => {
  it('has those before the synced history too, without what they do', async () => {
    const { context } = withMarks([])
    const found = await listHolidays(context, ASKED)
    expect(found.map(({ date, name, effect }) => [date, name, effect])).toEqual([
      ['2024-11-28', 'Thanksgiving Day', null],
      ['2024-11-29', 'Black Friday', null],
      ['2024-12-02', 'Cyber Monday', null],
      ['2025-11-27', 'Thanksgiving Day', -0.14],
    ])
  })

  it('learns from the years before today also for a range that begins later', async () => {
    const { context, holidays } = withMarks([])
    await listHolidays(context, { ...ASKED, from: '2031-01-01', to: '2031-12-31' })
    expect(holidays.mock.calls[0]![0]).toMatchObject({ fromYear: 2021, toYear: 2033 })
  })

  it('learns with the marks, so that an outage says nothing of a holiday, and lists marked holidays', async () => {
    const marks = [
      simpleMark('2025-11-27', 'outage'),
      simpleMark('2024-06-03', 'holiday', 'Company day'),
      simpleMark('2024-06-05', 'event', 'Fair'),
    ]
    const { context, datesEffects } = withMarks(marks)
    const found = await listHolidays(context, ASKED)
    expect(datesEffects.mock.calls[0]![0].datesKnown).toMatchObject({ marks })
    expect(found.map(({ name }) => name)).toContain('Company day')
    expect(found.map(({ name }) => name)).not.toContain('Fair')
  })
})
