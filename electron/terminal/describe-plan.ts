import type { StoredPlanOutput } from '../../shared/contract/plan-output.ts'
import type { PlanFile } from '../../shared/contract/plan-file.ts'
import { addDays } from '../../shared/time/local.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'

type FileShift = PlanFile['shifts'][number]

/** More dates than this are better read as JSON. */
const MOST_ROWS = 200
const right = { align: 'right' as const }

/** The stored plans as a table, times in a zone. */
export function describePlans(plans: readonly StoredPlanOutput[], format: Formatter, timeZone: string): string {
  const { plans: t } = format.texts
  if (plans.length === 0) return t.noneYet
  return renderTable(
    [
      { title: t.name },
      { title: t.kind },
      { title: t.state },
      { title: t.live },
      { title: t.shifts, ...right },
      { title: t.hours, ...right },
      { title: t.changed({ zone: timeZone }) },
      { title: t.id },
    ],
    plans.map((plan) => [
      plan.name,
      plan.rotation === null ? t.kinds[plan.kind] : t.rotation({ count: plan.rotation.cycleWeeks }),
      stateText(plan, format),
      liveWeeks(plan, format),
      format.count(plan.shifts),
      format.average(plan.hours),
      format.instant(Date.parse(plan.updatedAt), timeZone, 'year'),
      plan.id,
    ]),
  )
}

function stateText({ state, archived }: StoredPlanOutput, { texts: { plans: t } }: Formatter): string {
  return archived ? t.archived({ state: t.states[state] }) : t.states[state]
}

interface ShownPlan {
  readonly plan: StoredPlanOutput
  readonly file: PlanFile
  /** Names of the agents who have shifts, by id, as far as they are known. */
  readonly agentNames: Readonly<Record<string, string>>
}

/** A plan as a roster: agents down and weekdays across, or, of specific weeks, one shift a line. */
export function describePlan({ plan, file, agentNames }: ShownPlan, format: Formatter): string {
  const { plans: t } = format.texts
  const nameOf = (agentId: string | null): string =>
    agentId === null ? t.unassigned : (agentNames[agentId] ?? agentId)
  const hours = format.agentHours(plan.hours)
  const header = [
    plan.name,
    ...(plan.rotation === null ? [] : [t.rotation({ count: plan.rotation.cycleWeeks })]),
    plan.dates === null ? t.kinds[plan.kind] : format.dateRange(plan.dates.from, plan.dates.to),
    plan.poolId === null ? t.allPools : t.pool({ pool: plan.poolId }),
    plan.timeZone,
    stateText(plan, format),
    plan.kind === 'weekly' ? t.hoursAWeek({ hours }) : hours,
  ].join(' · ')
  const published = plan.publications.map((one) => {
    const facts = {
      time: format.instant(Date.parse(one.publishedAt), plan.timeZone, 'year'),
      weeks: weeksText(one, format),
    }
    return one.inForce ? t.publicationLive(facts) : t.publication(facts)
  })
  const shifts =
    file.shifts.length === 0
      ? t.noShifts
      : file.kind === 'weekly'
        ? file.cycleWeeks === undefined
          ? weeklyRoster(file, nameOf, format)
          : rotationRoster(file, nameOf, format)
        : datedRoster(file, nameOf, format)
  return [header, published.join('\n'), shifts].filter((part) => part !== '').join('\n\n')
}

/** What publishing did, and what to look at. */
export function describePublished(
  {
    plan,
    publication,
    overlaps,
    notPredicted,
  }: Awaited<ReturnType<AppCaller['plans']['publish']>> & { readonly plan: StoredPlanOutput },
  format: Formatter,
): string {
  const { plans: t } = format.texts
  const weeks = publication.frozenWeeks.length
  return [
    t.published({ plan: plan.name, weeks: weeksText(publication, format), version: String(publication.version) }),
    ...overlaps.map((other) => t.overlaps({ plan: plan.name, other: other.planName, weeks: weeksText(other, format) })),
    ...(weeks === 0 ? [] : [t.predicted({ count: weeks })]),
    ...(notPredicted === null ? [] : [t.notPredicted({ why: notPredicted })]),
  ].join('\n')
}

/** What withdrawing did. */
export function describeWithdrawn(
  {
    plan,
    from,
    publication,
    heldBy,
  }: Awaited<ReturnType<AppCaller['plans']['withdraw']>> & { readonly plan: StoredPlanOutput },
  format: Formatter,
): string {
  const { plans: t } = format.texts
  return [
    t.withdrawn({ plan: plan.name, date: format.date(from) }),
    publication === null ? t.noneBegun : t.weeksKept({ weeks: weeksText(publication, format) }),
    heldBy === null ? t.noneLive : t.liveAgain({ plan: heldBy.planName }),
  ].join('\n')
}

function liveWeeks(plan: StoredPlanOutput, format: Formatter): string {
  const found = plan.publications.find(({ inForce }) => inForce)
  return found ? weeksText(found, format) : '-'
}

/** Weeks as their first and last dates. */
function weeksText(
  { firstWeek, lastWeek }: { readonly firstWeek: string; readonly lastWeek: string | null },
  format: Formatter,
): string {
  const { plans: t } = format.texts
  return lastWeek === null
    ? t.fromOn({ date: format.date(firstWeek) })
    : t.fromTo({ from: format.date(firstWeek), to: format.date(addDays(lastWeek, 6)) })
}

function weeklyRoster(
  file: Extract<PlanFile, { kind: 'weekly' }>,
  nameOf: (agentId: string | null) => string,
  format: Formatter,
): string {
  const { plans: t } = format.texts
  const rows = [...Map.groupBy(file.shifts, ({ agentId }) => agentId)].map(([agentId, shifts]) => ({
    agentId,
    shifts,
    name: nameOf(agentId),
  }))
  // Unassigned shifts last, agents by name.
  rows.sort(
    (one, other) =>
      Number(one.agentId === null) - Number(other.agentId === null) || one.name.localeCompare(other.name, 'en'),
  )
  return renderTable(
    [
      { title: t.agent },
      ...format.weekOrder.map((day) => ({ title: format.dayName(day, 'short') })),
      { title: t.hours, ...right },
    ],
    rows.map(({ name, shifts }) => [
      name,
      ...format.weekOrder.map((day) =>
        shifts
          .filter(({ dayOfWeek }) => dayOfWeek === day)
          .map(timesOf)
          .join(', '),
      ),
      format.average(shifts.reduce((sum, shift) => sum + workedHours(shift), 0)),
    ]),
  )
}

/** A table a week of the cycle, and how many days differ. */
function rotationRoster(
  file: Extract<PlanFile, { kind: 'weekly' }>,
  nameOf: (agentId: string | null) => string,
  format: Formatter,
): string {
  const { plans: t } = format.texts
  const { cycleWeeks = 1, anchor = '', exceptions = [] } = file
  const weeks = Array.from({ length: cycleWeeks }, (_, index) => {
    const first = addDays(anchor, 7 * index)
    const shifts = file.shifts.filter(({ week = 1 }) => week === index + 1)
    const title = t.weekOf({ week: String(index + 1), dates: format.dateRange(first, addDays(first, 6)) })
    return [title, shifts.length === 0 ? '-' : weeklyRoster({ ...file, shifts }, nameOf, format)].join('\n')
  })
  return [...weeks, ...(exceptions.length === 0 ? [] : [t.exceptions({ count: exceptions.length })])].join('\n\n')
}

function datedRoster(
  file: Extract<PlanFile, { kind: 'dated' }>,
  nameOf: (agentId: string | null) => string,
  { texts: { plans: t } }: Formatter,
): string {
  if (file.shifts.length > MOST_ROWS) return t.tooMany({ count: file.shifts.length })
  return renderTable(
    [t.date, t.shift, t.agent, t.breaks, t.note].map((title) => ({ title })),
    file.shifts.map((shift) => [
      shift.date,
      timesOf(shift),
      nameOf(shift.agentId),
      shift.breaks.map(timesOf).join(', '),
      shift.note,
    ]),
  )
}

function timesOf({ start, end }: Pick<FileShift, 'start' | 'end'>): string {
  return `${start}-${end}`
}

function workedHours(shift: FileShift): number {
  return lengthOf(shift) - shift.breaks.reduce((sum, shiftBreak) => sum + lengthOf(shiftBreak), 0)
}

/** Hours on the wall clock; an end that is not after the start is on the next day. */
function lengthOf({ start, end }: Pick<FileShift, 'start' | 'end'>): number {
  const [from, to] = [hourOf(start), hourOf(end)]
  return to > from ? to - from : to + 24 - from
}

function hourOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours + minutes / 60
}
