import type { ComparedWeekOutput, CompareOutput } from '../../shared/contract/compare-output.ts'
import { addDays } from '../../shared/time/local.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'

const NOTHING = '-'
const right = { align: 'right' as const }

/** Predicted and actual as a person reads it: the weeks, why they differ, then schedule adherence. */
export function describeCompare(output: CompareOutput, format: Formatter): string {
  const { compare: t, plans } = format.texts
  const { plan, weeks } = output
  const header = [
    onOneLine(plan.name),
    plan.poolId === null ? plans.allPools : plans.pool({ pool: plan.poolId }),
    plan.timeZone,
    t.asOf({ time: format.instant(Date.parse(output.now), plan.timeZone, 'year') }),
  ].join(' · ')
  if (weeks.length === 0) return [header, t.noWeek].join('\n\n')
  return [
    header,
    weekTable(weeks, format),
    ...new Set(weeks.flatMap(({ poolNotes }) => poolNotes.map(onOneLine))),
    partialWeeks(weeks, format),
    calibrationLine(output, format),
    adherenceTable(weeks, format),
  ]
    .filter((part) => part !== null)
    .join('\n\n')
}

/** What a person should know that is no result: for stderr. */
export function compareNotes({ notPredicted }: CompareOutput, format: Formatter): readonly string[] {
  const { compare: t } = format.texts
  if (notPredicted.length === 0) return []
  return [t.notPredicted({ weeks: notPredicted.map((week) => t.weekOf({ date: format.date(week) })).join(', ') })]
}

function weekTable(weeks: readonly ComparedWeekOutput[], format: Formatter): string {
  const { compare: t } = format.texts
  const columns = [t.predicted, t.range, t.actual, t.difference, t.within, t.traffic, t.staffing, t.rest, t.visitors]
  const table = renderTable(
    [{ title: t.weekTitle }, ...columns.map((title) => ({ title, ...right }))],
    weeks.map((week) => [
      `${format.date(week.start)}${week.state === 'over' ? '' : ' *'}`,
      format.rate(week.predicted),
      t.fromTo({ from: format.rate(week.predictedWeek.lower80), to: format.rate(week.predictedWeek.upper80) }),
      week.actual === null ? NOTHING : format.rate(week.actual),
      week.actual === null ? NOTHING : format.signed(week.actual - week.predicted, 1),
      week.insideBand80 === null ? NOTHING : week.insideBand80 ? t.yes : t.no,
      ...(week.parts === null
        ? [NOTHING, NOTHING, NOTHING]
        : [week.parts.traffic, week.parts.staffing, week.parts.model].map((part) => format.signed(part, 1))),
      week.visitors.actual === null
        ? NOTHING
        : t.countOf({ actual: format.count(week.visitors.actual), expected: format.count(week.visitors.predicted) }),
    ]),
  )
  return `${table}\n${t.units}`
}

function partialWeeks(weeks: readonly ComparedWeekOutput[], format: Formatter): string | null {
  const partial = weeks.filter(({ state }) => state !== 'over')
  return partial.length === 0 ? null : partial.map((week) => partialText(week, format)).join('\n')
}

function partialText({ start, state, knownShare }: ComparedWeekOutput, format: Formatter): string {
  const { compare: t } = format.texts
  const dates = format.dateRange(start, addDays(start, 6))
  if (knownShare === 0) return t.notSynced({ dates })
  const facts = { dates, share: format.rate(100 * knownShare) }
  return state === 'running' ? t.running(facts) : t.partly(facts)
}

function calibrationLine({ holds80, judgedWeeks }: CompareOutput, format: Formatter): string {
  const { compare: t } = format.texts
  if (holds80 === null) return t.noneJudged
  return t.judged({ inside: format.count(Math.round(holds80 * judgedWeeks)), count: judgedWeeks })
}

function adherenceTable(weeks: readonly ComparedWeekOutput[], format: Formatter): string | null {
  const { compare: t } = format.texts
  const agents = Map.groupBy(
    weeks.flatMap(({ adherence }) => adherence),
    ({ agentId }) => agentId,
  )
  if (agents.size === 0) return null
  const rows = [...agents.values()]
    .map((own) => ({ name: own[0]!.name, own }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
  const columns = [
    t.scheduled,
    t.online,
    t.unscheduled,
    t.shifts,
    t.late,
    t.lateMinutes,
    t.leftEarly,
    t.earlyMinutes,
    t.notWorked,
  ]
  const table = renderTable(
    [{ title: t.agent }, ...columns.map((title) => ({ title, ...right }))],
    rows.map(({ name, own }) => {
      const sum = (kind: keyof Omit<(typeof own)[number], 'agentId' | 'name'>): number =>
        own.reduce((total, one) => total + one[kind], 0)
      return [
        name,
        format.average(sum('plannedHours')),
        format.average(sum('actualHours')),
        format.average(sum('unplannedHours')),
        ...(['shifts', 'lateShifts', 'lateMinutes', 'earlyShifts', 'earlyLeaveMinutes', 'absentShifts'] as const).map(
          (kind) => format.count(sum(kind)),
        ),
      ]
    }),
  )
  return `${weeks.length === 1 ? t.adherence : t.adherenceOfAll}\n${table}`
}
