import type { StoredPlanOutput } from '../../shared/contract/plan-output.ts'
import type { PlanFile } from '../../shared/contract/plan-file.ts'
import { DAY_NAMES } from '../../shared/foundation/hour-of-week.ts'
import { addDays } from '../../shared/time/local.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { Formatter } from './format.ts'
import { renderTable, type Column } from './table.ts'

type FileShift = PlanFile['shifts'][number]

const OPEN = 'Open'
const STATES = { draft: 'draft', published: 'published', changed: 'published, edited since' } as const
/** More dates than this are better read as JSON. */
const MOST_ROWS = 200

/** The stored plans as a table, times in a zone. */
export function describePlans(plans: readonly StoredPlanOutput[], format: Formatter, timeZone: string): string {
  if (plans.length === 0) return 'No plan yet. Import one with "covercast plan import FILE", or make one in the app.'
  return renderTable(
    [
      { title: 'Name' },
      { title: 'Kind' },
      { title: 'State' },
      { title: 'In force' },
      { title: 'Shifts', align: 'right' },
      { title: 'Hours', align: 'right' },
      { title: `Changed (${timeZone})` },
      { title: 'Id' },
    ],
    plans.map((plan) => [
      plan.name,
      plan.kind,
      plan.archived ? `archived, ${STATES[plan.state]}` : STATES[plan.state],
      weeksInForce(plan, format),
      format.count(plan.shifts),
      format.average(plan.hours),
      format.instant(Date.parse(plan.updatedAt), timeZone, 'year'),
      plan.id,
    ]),
  )
}

interface ShownPlan {
  readonly plan: StoredPlanOutput
  readonly file: PlanFile
  /** Names of the agents who have shifts, by id, as far as they are known. */
  readonly agentNames: Readonly<Record<string, string>>
}

/** A plan as a roster: agents down and weekdays across, or, of real weeks, one shift a line. */
export function describePlan({ plan, file, agentNames }: ShownPlan, format: Formatter): string {
  const nameOf = (agentId: string | null): string => (agentId === null ? OPEN : (agentNames[agentId] ?? agentId))
  const header = [
    plan.name,
    plan.kind === 'weekly'
      ? 'weekly'
      : plan.dates === null
        ? 'dated'
        : `${format.date(plan.dates.from)} to ${format.date(plan.dates.to)}`,
    plan.poolId === null ? 'all pools' : `pool ${plan.poolId}`,
    plan.timeZone,
    plan.archived ? `archived, ${STATES[plan.state]}` : STATES[plan.state],
    `${format.average(plan.hours)} hours${plan.kind === 'weekly' ? ' a week' : ''}`,
  ].join(' · ')
  const published = plan.publications.map(
    (one) =>
      `Published ${format.instant(Date.parse(one.publishedAt), plan.timeZone, 'year')}: ${weeksText(one, format)}${one.inForce ? ', in force' : ''}.`,
  )
  const shifts =
    file.shifts.length === 0
      ? 'It has no shifts yet.'
      : file.kind === 'weekly'
        ? weeklyRoster(file, nameOf, format)
        : datedRoster(file, nameOf)
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
  const weeks = publication.frozenWeeks.length
  return [
    `"${plan.name}" is published: ${weeksText(publication, format)} (version ${publication.version}).`,
    ...overlaps.map(
      (other) =>
        `"${other.planName}" of the same pool is published too: ${weeksText(other, format)}. In these weeks "${plan.name}" holds, the newer one.`,
    ),
    weeks === 0
      ? null
      : `The prediction of ${weeks === 1 ? 'its first week' : `its first ${format.count(weeks)} weeks`} is kept for comparing.`,
    notPredicted === null ? null : `Not every week could be predicted: ${notPredicted} The next sync tries again.`,
  ]
    .filter((line) => line !== null)
    .join('\n')
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
  const left =
    publication === null
      ? 'No week of it had begun.'
      : `It held for ${weeksText(publication, format)}, and what was predicted of these weeks is kept.`
  return `"${plan.name}" no longer holds from ${format.date(from)} on. ${left}\n${heldBy === null ? 'No plan is published from then on.' : `"${heldBy.planName}" holds again from then on.`}`
}

function weeksInForce(plan: StoredPlanOutput, format: Formatter): string {
  const found = plan.publications.find(({ inForce }) => inForce)
  return found ? weeksText(found, format) : '-'
}

/** Weeks as their first and last dates. */
function weeksText(
  { firstWeek, lastWeek }: { readonly firstWeek: string; readonly lastWeek: string | null },
  format: Formatter,
): string {
  return lastWeek === null
    ? `from ${format.date(firstWeek)}`
    : `${format.date(firstWeek)} to ${format.date(addDays(lastWeek, 6))}`
}

function weeklyRoster(
  file: Extract<PlanFile, { kind: 'weekly' }>,
  nameOf: (agentId: string | null) => string,
  format: Formatter,
): string {
  const rows = [...Map.groupBy(file.shifts, ({ agentId }) => agentId)].map(([agentId, shifts]) => ({
    agentId,
    shifts,
    name: nameOf(agentId),
  }))
  // Open shifts last, agents by name.
  rows.sort(
    (one, other) =>
      Number(one.agentId === null) - Number(other.agentId === null) || one.name.localeCompare(other.name, 'en'),
  )
  const days: readonly Column[] = DAY_NAMES.map((title) => ({ title }))
  return renderTable(
    [{ title: 'Agent' }, ...days, { title: 'Hours', align: 'right' }],
    rows.map(({ name, shifts }) => [
      name,
      ...DAY_NAMES.map((_, day) =>
        shifts
          .filter(({ dayOfWeek }) => dayOfWeek === day)
          .map(timesOf)
          .join(', '),
      ),
      format.average(shifts.reduce((sum, shift) => sum + workedHours(shift), 0)),
    ]),
  )
}

function datedRoster(file: Extract<PlanFile, { kind: 'dated' }>, nameOf: (agentId: string | null) => string): string {
  if (file.shifts.length > MOST_ROWS)
    return `${file.shifts.length} shifts: use --json to see them, or "covercast plan export".`
  return renderTable(
    [{ title: 'Date' }, { title: 'Shift' }, { title: 'Agent' }, { title: 'Breaks' }, { title: 'Note' }],
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
