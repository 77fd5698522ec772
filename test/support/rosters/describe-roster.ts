import { DAY_NAMES } from '../../../shared/foundation/hour-of-week.ts'
import { formatWallTime } from '../../../shared/plan/wall-time.ts'
import { peopleInFile } from '../../../shared/roster/match-names.ts'
import { planOfRoster } from '../../../shared/roster/roster-plan.ts'
import type { FoundRoster, Person } from '../../../shared/roster/roster.ts'
import { formatLocalDate, parseLocalDate } from '../../../shared/time/local.ts'
import { readRosterFile } from '../../../electron/backend/rosters/read-roster.ts'
import { type RosterSample, utf8 } from './sample.ts'

/** A roster as the samples write it. */
function describeRoster(found: FoundRoster, timeZone: string) {
  const people: Person[] = [
    ...found.shifts.flatMap(({ person }) => person ?? []),
    ...found.absences.map(({ person }) => person),
  ]
  const { nameOf } = peopleInFile(people)
  const { planned, changed } = planOfRoster(found, { name: 'x', timeZone, poolId: null, agentOf: nameOf })
  return {
    shifts: planned.map(({ shift }) =>
      [
        shift.agentId ?? 'open',
        found.isWeekly ? DAY_NAMES[shift.day]!.slice(0, 3) : formatLocalDate(shift.day),
        rangeText(shift),
        shift.breaks.map(rangeText).join(', '),
        shift.note,
      ].join(' | '),
    ),
    absences: found.absences.map(
      ({ person, kind, firstDay, lastDay, part }) =>
        `${nameOf(person)} | ${kind} | ${formatLocalDate(firstDay)}..${formatLocalDate(lastDay)}${part === null ? '' : ` | ${rangeText(part)}`}`,
    ),
    notUnderstood: found.notUnderstood.map(({ row, column, why }) => `${row}:${column} ${why}`),
    changed: changed.map(({ row, column, why }) => `${row}:${column} ${why}`),
  }
}

/** What a sample is read as. */
export async function readSample({
  bytes,
  name,
  timeZone = 'Europe/Berlin',
  usualOrder = 'dmy',
  sheet,
  today = '2026-03-01',
}: RosterSample) {
  const content = await readRosterFile(bytes(), name, {
    timeZone,
    dateOrder: null,
    usualOrder,
    today: parseLocalDate(today),
    sheet: sheet ?? null,
    isZoneChosen: true,
  })
  if (content.kind !== 'roster') throw new Error('It is a plan.')
  return { found: content.found, ...describeRoster(content.found, timeZone) }
}

function rangeText({ startMinute, endMinute }: { readonly startMinute: number; readonly endMinute: number }): string {
  return `${formatWallTime(startMinute)}-${formatWallTime(endMinute)}`
}

/** What a text is read as. */
export async function readText(text: string, options: Partial<Omit<RosterSample, 'bytes'>> = {}) {
  return readSample({ name: 'roster.csv', like: '', shifts: [], ...options, bytes: utf8(text) })
}
