import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { planCalendar } from '../../../electron/backend/exports/plan-calendar.ts'
import { planSheets } from '../../../electron/backend/exports/plan-workbook.ts'
import { workbookBytes } from '../../../electron/backend/exports/workbook.ts'
import { readRosterFile } from '../../../electron/backend/rosters/read-roster.ts'
import { reportRoster } from '../../../electron/backend/rosters/roster-report.ts'
import { english } from '../../../shared/language/english.ts'
import { applyStep, deleteShifts, type Plan } from '../../../shared/plan/index.ts'
import { shiftOccurrences, weeksOfDated } from '../../../shared/plan/occurrences.ts'
import { contentOf } from '../../../shared/plan/rotation/pattern.ts'
import { rotationFromWeekly } from '../../../shared/plan/rotation/rotation-templates.ts'
import { parseLocalDate } from '../../../shared/time/local.ts'

let ids = 0
const newId = (): string => `id-${++ids}`
const rotation = rotationFromWeekly(
  {
    name: 'Nights',
    timeZone: 'Europe/Berlin',
    poolId: null,
    kind: 'weekly',
    shifts: ['ann', 'bob', 'cem', 'dee'].map((agentId) => ({
      id: agentId,
      agentId,
      day: 1,
      startMinute: 1140,
      endMinute: 1860,
      breaks: [{ startMinute: 1410, endMinute: 1440 }],
      note: '',
    })),
  },
  // Both clock changes of the year lie in it.
  { template: 'four-on-four-off', cycleWeeks: 8, anchor: '2026-03-02', weeks: 40, isStaggered: true, newId },
)
/** With a date on which somebody is off. */
const plan = applyStep(rotation, deleteShifts(rotation, [rotation.shifts[9]!.id], newId)!)
const weeks = weeksOfDated(plan)!
const written = ({ shifts, rotation: found }: Plan) => ({
  found,
  shifts: shifts.map((shift) => `${shift.day} ${shift.agentId} ${contentOf([shift])}`).sort(),
})

async function readBack(bytes: Uint8Array, name: string, datesOnly = false) {
  const content = await readRosterFile(bytes, name, {
    sheet: null,
    isZoneChosen: false,
    timeZone: 'Europe/Berlin',
    dateOrder: null,
    usualOrder: 'dmy',
    today: parseLocalDate('2026-03-01'),
  } as never)
  return reportRoster(content, {
    name: 'Read',
    timeZone: 'Europe/Berlin',
    agents: ['ann', 'bob', 'cem', 'dee'].map((id) => ({ id, name: id, email: null })),
    chosen: new Map(),
    remembered: new Map(),
    firstDayOfWeek: 1,
    datesOnly,
  } as never)
}

describe('a rotation of 4 on, 4 off over 40 weeks', () => {
  it('comes back from a workbook as the same rotation', async () => {
    const bytes = await workbookBytes(planSheets({ plan, weeks, agentName: (id) => id, pool: null, format: english() }))
    const { plan: read, report } = await readBack(bytes, 'nights.xlsx')
    expect(written(read)).toEqual(written(plan))
    expect(report.understood.rotation).toEqual({ cycleWeeks: 8, anchor: '2026-03-02', cycles: 5 })
  })

  it('stays specific weeks where the user wants no rotation', async () => {
    const bytes = await workbookBytes(planSheets({ plan, weeks, agentName: (id) => id, pool: null, format: english() }))
    const { plan: read, report } = await readBack(bytes, 'nights.xlsx', true)
    expect(written(read)).toEqual({ ...written(plan), found: undefined })
    expect(report.understood.rotation).toBeNull()
  })

  const calendar = planCalendar({
    planId: 'plan-1',
    plan,
    revision: 1,
    agentId: undefined,
    agentName: (id) => id,
    distinctName: (id) => id,
    inactive: {},
    pool: null,
    holidayNames: new Map(),
    earlier: [],
    now: Date.parse('2026-03-01T12:00:00Z'),
    format: english(),
    ...weeks,
    earlierWeeks: weeks,
  })

  it('is the same instants in another calendar library, over both clock changes', () => {
    const component = new ICAL.Component(ICAL.parse(calendar) as never)
    const zones = component.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone))
    const instants = component.getAllSubcomponents('vevent').map((event) =>
      ['dtstart', 'dtend'].map((name) => {
        const property = event.getFirstProperty(name)!
        const time = property.getFirstValue() as ICAL.Time
        time.zone = zones.find(({ tzid }) => tzid === property.getParameter('tzid')) ?? ICAL.Timezone.utcTimezone
        return time.toUnixTime() * 1000
      }),
    )
    const sorted = (all: readonly (readonly number[])[]) => all.map(String).sort()
    expect(sorted(instants)).toEqual(
      sorted(shiftOccurrences(plan, weeks).map(({ interval }) => [interval.start, interval.end])),
    )
    const lengths = new Set(instants.map(([start, end]) => (end! - start!) / 3_600_000))
    expect(lengths).toEqual(new Set([11, 12, 13]))
  })

  it('is found in a calendar that is read', async () => {
    const { plan: read, report } = await readBack(new TextEncoder().encode(calendar), 'nights.ics')
    expect(report.understood.rotation).toEqual({ cycleWeeks: 8, anchor: '2026-03-02', cycles: 5 })
    expect(written(read)).toEqual(written(plan))
  })
})
