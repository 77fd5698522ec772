import type { ComparedWeekOutput, CompareOutput } from '../../shared/contract/compare-output.ts'
import { addDays } from '../../shared/time/local.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'

const NOTHING = '-'
const right = { align: 'right' as const }

/** Predicted and actual as a person reads it: the weeks, why they differ, then how agents kept to the plan. */
export function describeCompare(output: CompareOutput, format: Formatter): string {
  const { plan, weeks } = output
  const header = [
    onOneLine(plan.name),
    plan.poolId === null ? 'all pools' : `pool ${plan.poolId}`,
    plan.timeZone,
    `as of ${format.instant(Date.parse(output.now), plan.timeZone, 'year')}`,
  ].join(' · ')
  if (weeks.length === 0) return [header, 'No week of it has begun that was predicted.'].join('\n\n')
  return [
    header,
    weekTable(weeks, format),
    ...new Set(weeks.flatMap(({ poolNotes }) => poolNotes.map(onOneLine))),
    ...runningLines(weeks, format),
    calibrationLine(output, format),
    adherenceTable(weeks, format),
  ]
    .filter((part) => part !== null)
    .join('\n\n')
}

/** What a person should know that is no result: for stderr. */
export function compareNotes({ notPredicted }: CompareOutput, format: Formatter): readonly string[] {
  return notPredicted.length === 0
    ? []
    : [
        `Never predicted, and so not compared: ${notPredicted.map((week) => `the week of ${format.date(week)}`).join(', ')}.`,
      ]
}

function weekTable(weeks: readonly ComparedWeekOutput[], format: Formatter): string {
  const table = renderTable(
    [
      { title: 'Week' },
      { title: 'Predicted', ...right },
      { title: '80% range', ...right },
      { title: 'Actual', ...right },
      { title: 'Difference', ...right },
      { title: 'Inside', ...right },
      { title: 'Traffic', ...right },
      { title: 'Staffing', ...right },
      { title: 'Rest', ...right },
      { title: 'Visitors', ...right },
    ],
    weeks.map((week) => [
      `${format.date(week.start)}${week.state === 'over' ? '' : ' *'}`,
      format.rate(week.predicted),
      `${format.rate(week.predictedWeek.lower80)}-${format.rate(week.predictedWeek.upper80)}`,
      week.actual === null ? NOTHING : format.rate(week.actual),
      week.actual === null ? NOTHING : signed(week.actual - week.predicted, format),
      week.insideBand80 === null ? NOTHING : week.insideBand80 ? 'yes' : 'no',
      ...(week.parts === null
        ? [NOTHING, NOTHING, NOTHING]
        : [week.parts.traffic, week.parts.staffing, week.parts.model].map((part) => signed(part, format))),
      week.visitors.actual === null
        ? NOTHING
        : `${format.count(week.visitors.actual)} of ${format.count(week.visitors.predicted)}`,
    ]),
  )
  return `${table}\nDifference, traffic (other visitors than forecast), staffing (other agents online than planned) and rest (model and chance) are points of coverage.`
}

function runningLines(weeks: readonly ComparedWeekOutput[], format: Formatter): readonly string[] {
  const partial = weeks.filter(({ state }) => state !== 'over')
  if (partial.length === 0) return []
  return [
    partial
      .map(
        (week) => `* ${format.date(week.start)} to ${format.date(addDays(week.start, 6))}: ${knownText(week, format)}`,
      )
      .join('\n'),
  ]
}

function knownText({ state, knownShare }: ComparedWeekOutput, format: Formatter): string {
  if (knownShare === 0) return 'nothing of it is known.'
  const share = format.rate(100 * knownShare)
  return state === 'running'
    ? `not over yet; ${share} of it is known, and predicted is what was predicted of that.`
    : `${share} of it is known, the rest was not synced; predicted is what was predicted of that.`
}

function calibrationLine({ holds80, judgedWeeks }: CompareOutput, format: Formatter): string {
  if (holds80 === null) return 'No week that is over and wholly known could be judged yet.'
  const inside = Math.round(holds80 * judgedWeeks)
  return `Over all published plans, ${format.count(inside)} of ${judgedWeeks === 1 ? '1 week was' : `${format.count(judgedWeeks)} weeks were`} inside the 80% range.`
}

function adherenceTable(weeks: readonly ComparedWeekOutput[], format: Formatter): string | null {
  const agents = Map.groupBy(
    weeks.flatMap(({ adherence }) => adherence),
    ({ agentId }) => agentId,
  )
  if (agents.size === 0) return null
  const rows = [...agents.values()]
    .map((own) => ({ name: own[0]!.name, own }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
  const table = renderTable(
    [
      { title: 'Agent' },
      { title: 'Planned h', ...right },
      { title: 'Online h', ...right },
      { title: 'Unplanned h', ...right },
      { title: 'Shifts', ...right },
      { title: 'Late', ...right },
      { title: 'Late min', ...right },
      { title: 'Left early', ...right },
      { title: 'Early min', ...right },
      { title: 'Absent', ...right },
    ],
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
  return `How agents kept to the plan${weeks.length === 1 ? '' : ', all weeks together'}:\n${table}`
}

/** Points with a sign and one decimal: "-3.2". */
function signed(points: number, format: Formatter): string {
  const text = format.average(Math.abs(points))
  if (Number(points.toFixed(1)) === 0) return text
  return points < 0 ? `-${text}` : `+${text}`
}
