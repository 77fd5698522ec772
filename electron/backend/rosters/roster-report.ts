import type {
  ChangedOutput,
  FoundAbsenceOutput,
  NameMatchOutput,
  NotUnderstoodOutput,
  RosterUnderstood,
} from '../../../shared/contract/roster-output.ts'
import { withAssumptions } from '../../../shared/plan/assumptions/with-assumptions.ts'
import { findRotation } from '../../../shared/plan/rotation/find-rotation.ts'
import { datedDays } from '../../../shared/plan/starting-points.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { formatWallTime } from '../../../shared/plan/wall-time.ts'
import {
  type ChosenNames,
  type KnownAgent,
  matchNames,
  newAgentId,
  peopleInFile,
  type PeopleInFile,
} from '../../../shared/roster/match-names.ts'
import { planOfRoster, weeksOfRoster, type PlannedShift } from '../../../shared/roster/roster-plan.ts'
import type { Person } from '../../../shared/roster/roster.ts'
import { formatLocalDate } from '../../../shared/time/local.ts'
import { rosterDifferences } from './own-workbook.ts'
import type { FileContent } from './read-roster.ts'

/** As many are listed; of more it is said how many. */
const MOST_LISTED = 1_000
const MOST_SHOWN = 50

/** A shift as the preview shows it: where it came from, and what it became. */
export interface ShownShift {
  readonly row: number
  readonly column: number
  readonly agentId: string | null
  /** A local date; of a weekly plan a weekday, 0 = Sunday. */
  readonly day: string | number
  readonly start: string
  readonly end: string
  readonly breaks: readonly string[]
  readonly note: string
}

/** What was read of a file, and how it becomes a plan. */
export interface RosterReport {
  readonly understood: RosterUnderstood
  /** The first of them. */
  readonly shown: readonly ShownShift[]
  readonly notUnderstood: readonly NotUnderstoodOutput[]
  readonly notUnderstoodCount: number
  readonly changed: readonly ChangedOutput[]
  readonly changedCount: number
  readonly matches: readonly NameMatchOutput[]
  readonly absences: readonly FoundAbsenceOutput[]
}

export interface ReportOptions {
  readonly name: string
  readonly timeZone: string
  readonly agents: readonly KnownAgent[]
  readonly chosen: ChosenNames
  readonly remembered: ChosenNames
  /** 0 = Sunday. */
  readonly firstDayOfWeek: number
  /** Weeks that take turns stay single weeks. */
  readonly datesOnly: boolean
}

/** The plan of a file, and what is to be said of it. */
export function reportRoster(
  content: FileContent,
  options: ReportOptions,
): { readonly report: RosterReport; readonly plan: Plan } {
  return content.kind === 'plan' ? ofPlan(content.plan, options) : ofRoster(content, options)
}

function ofRoster(
  { found, sheet, sheets, own, roster }: Extract<FileContent, { kind: 'roster' }>,
  { name, agents, chosen, remembered, firstDayOfWeek, datesOnly, ...options }: ReportOptions,
): { readonly report: RosterReport; readonly plan: Plan } {
  const timeZone = own?.timeZone ?? options.timeZone
  const people = peopleInFile(peopleOf(found))
  const matches = matchNames(people, { agents, chosen, remembered })
  const idOf = new Map(
    matches.map(({ inFile, agentId }) => [inFile, agentId ?? newAgentId(inFile, people.people.get(inFile)!)]),
  )
  const read = planOfRoster(found, {
    name,
    timeZone,
    poolId: own?.poolId ?? null,
    agentOf: (person) => idOf.get(people.nameOf(person))!,
  })
  const { planned, changed } = read
  const repeats = own === null || !own.isWhole ? findRotation(read.plan, { firstDayOfWeek }) : own.rotation
  const rotation = datesOnly ? null : repeats
  const plan: Plan = rotation === null || read.plan.kind === 'weekly' ? read.plan : { ...read.plan, rotation }
  const differing = roster === null ? [] : rosterDifferences(roster, plan, namesInFile(people, idOf))
  const isUnsure = new Set(matches.flatMap(({ inFile, how }) => (how === 'ambiguous' ? [inFile] : [])))
  const weeks = found.isWeekly || found.days === null ? null : weeksOfRoster(found.days, firstDayOfWeek)
  return {
    plan: withAssumptions(plan, own?.assumptions ?? []),
    report: {
      understood: {
        shape: found.shape,
        sheet,
        sheets: [...sheets],
        rows: found.rows,
        ...countsOf(plan),
        weeks: weeks === null ? null : { from: formatLocalDate(weeks.first), to: formatLocalDate(weeks.last) },
        dateOrder: found.dateOrder,
        dateOrderBy: found.orderReason,
        timeZone,
        columns: found.columns.map((column) => ({ ...column })),
        unusedColumns: found.unused.slice(0, MOST_LISTED).map((column) => ({ ...column })),
      },
      shown: planned.slice(0, MOST_SHOWN).map((one) => shownShift(one, plan.kind)),
      notUnderstood: found.notUnderstood.slice(0, MOST_LISTED),
      notUnderstoodCount: found.notUnderstood.length,
      changed: [...differing, ...changed].slice(0, MOST_LISTED),
      changedCount: differing.length + changed.length,
      matches: matches.map(({ inFile, how, candidates }) => ({
        inFile,
        agentId: isUnsure.has(inFile) ? null : idOf.get(inFile)!,
        how,
        candidates: [...candidates],
      })),
      absences: found.absences.map(({ row, column, person, kind, firstDay, lastDay, part }) => {
        const inFile = people.nameOf(person)
        return {
          row,
          column,
          inFile,
          agentId: isUnsure.has(inFile) ? null : (idOf.get(inFile) ?? null),
          kind,
          from: formatLocalDate(firstDay),
          to: formatLocalDate(lastDay),
          start: part === null ? null : formatWallTime(part.startMinute),
          end: part === null ? null : formatWallTime(part.endMinute),
        }
      }),
    },
  }
}

/** What the file calls an agent of the plan. */
function namesInFile({ people }: PeopleInFile, idOf: ReadonlyMap<string, string>): (agentId: string) => string {
  const names = new Map([...people].map(([inFile, { name }]) => [idOf.get(inFile)!, name] as const))
  return (agentId) => names.get(agentId) ?? agentId
}

/** A plan file says everything by itself: agents are meant by their ids. */
function ofPlan(
  read: Plan,
  { name, firstDayOfWeek }: ReportOptions,
): { readonly report: RosterReport; readonly plan: Plan } {
  const plan = { ...read, name }
  const days = datedDays(plan)
  const weeks = days === null ? null : weeksOfRoster({ first: days.firstDay, last: days.lastDay }, firstDayOfWeek)
  return {
    plan,
    report: {
      understood: {
        shape: 'plan',
        sheet: null,
        sheets: [],
        rows: plan.shifts.length,
        ...countsOf(plan),
        weeks: weeks === null ? null : { from: formatLocalDate(weeks.first), to: formatLocalDate(weeks.last) },
        dateOrder: 'ymd',
        dateOrderBy: 'not-needed',
        timeZone: plan.timeZone,
        columns: [],
        unusedColumns: [],
      },
      shown: plan.shifts
        .slice(0, MOST_SHOWN)
        .map((shift, index) => shownShift({ row: index + 1, column: 1, shift }, plan.kind)),
      notUnderstood: [],
      notUnderstoodCount: 0,
      changed: [],
      changedCount: 0,
      matches: [],
      absences: [],
    },
  }
}

function* peopleOf({ shifts, absences }: Extract<FileContent, { kind: 'roster' }>['found']): Generator<Person> {
  for (const { person } of shifts) if (person !== null) yield person
  for (const { person } of absences) yield person
}

function countsOf(
  plan: Plan,
): Pick<RosterUnderstood, 'kind' | 'shifts' | 'openShifts' | 'agents' | 'dates' | 'rotation'> {
  const days = plan.kind === 'dated' ? datedDays(plan) : null
  const agents = new Set<string>()
  let openShifts = 0
  for (const { agentId } of plan.shifts) {
    if (agentId === null) openShifts++
    else agents.add(agentId)
  }
  return {
    kind: plan.kind,
    shifts: plan.shifts.length,
    openShifts,
    agents: agents.size,
    dates: days === null ? null : { from: formatLocalDate(days.firstDay), to: formatLocalDate(days.lastDay) },
    rotation: plan.rotation ?? null,
  }
}

function shownShift({ row, column, shift }: PlannedShift, kind: Plan['kind']): ShownShift {
  return {
    row,
    column,
    agentId: shift.agentId,
    day: kind === 'weekly' ? shift.day : formatLocalDate(shift.day),
    ...timesOf(shift),
    breaks: shift.breaks.map(
      ({ startMinute, endMinute }) => `${formatWallTime(startMinute)}-${formatWallTime(endMinute)}`,
    ),
    note: shift.note,
  }
}

function timesOf({ startMinute, endMinute }: Shift): Pick<ShownShift, 'start' | 'end'> {
  return { start: formatWallTime(startMinute), end: formatWallTime(endMinute) }
}
