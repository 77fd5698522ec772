import { describe, expect, it } from 'vitest'
import { placeKey } from '../../../electron/backend/holidays/calendars.ts'
import { daysOffOf } from '../../../electron/backend/time-off/public-holidays.ts'

const US = { country: 'US', region: null }
const BAVARIA = { country: 'DE', region: 'BY' }
const holiday = (date: string, name: string) => ({ date, name, isPublic: true })
const byPlace = new Map([
  [placeKey(US), [holiday('2026-12-25', 'Christmas Day'), holiday('2026-07-04', 'Independence Day')]],
  [placeKey(BAVARIA), [holiday('2026-01-06', 'Epiphany'), holiday('2026-12-25', 'Christmas')]],
])

const datesOf = (agentId: string, usual: Parameters<typeof daysOffOf>[1]['usual']) =>
  daysOffOf(
    [
      { id: 'ann', rules: {} },
      { id: 'ben', rules: { holidayCalendar: BAVARIA } },
      { id: 'cy', rules: { holidayCalendar: null } },
    ],
    {
      usual,
      byPlace,
    },
  ).flatMap((one) => (one.agentId === agentId ? [[one.from, one.note]] : []))

describe('public holidays as days off', () => {
  it('are those of every calendar of the workspace, each date once, in order', () => {
    const all = [
      ['2026-01-06', 'Epiphany'],
      ['2026-07-04', 'Independence Day'],
      ['2026-12-25', 'Christmas Day'],
    ]
    expect(datesOf('ann', [US, BAVARIA])).toEqual(all)
    expect(datesOf('cy', [US, BAVARIA])).toEqual(all)
  })

  it('are those of the agent where they have a country of their own, or none at all', () => {
    expect(datesOf('ben', [US])).toEqual([
      ['2026-01-06', 'Epiphany'],
      ['2026-12-25', 'Christmas'],
    ])
    expect(datesOf('ann', [])).toEqual([])
  })

  it('are whole days of time off that cannot be taken for entered ones', () => {
    const [first] = daysOffOf([{ id: 'ann', rules: {} }], { usual: [US], byPlace })
    expect(first).toEqual({
      id: 'public holiday 2026-07-04 ann',
      agentId: 'ann',
      kind: 'holiday',
      from: '2026-07-04',
      to: '2026-07-04',
      part: null,
      note: 'Independence Day',
      isPublicHoliday: true,
    })
  })

  it('begin at their hour where one does, and are a whole day where it is one in any calendar', () => {
    const eve = { ...holiday('2026-12-24', 'Christmas Eve'), startMinute: 780 }
    const iceland = { country: 'IS', region: null }
    const places = new Map([...byPlace, [placeKey(iceland), [eve]]])
    const offOn = (usual: readonly (typeof US)[], own = places) =>
      daysOffOf([{ id: 'ann', rules: {} }], { usual, byPlace: own }).find(({ from }) => from === '2026-12-24')?.part
    expect(offOn([iceland])).toEqual({ startMinute: 780, endMinute: 1440 })
    places.set(placeKey(US), [holiday('2026-12-24', 'Christmas Day (observed)')])
    expect(offOn([iceland, US])).toBeNull()
    expect(offOn([US, iceland])).toBeNull()
  })
})
