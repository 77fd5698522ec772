import type { BlockResult } from '../backend/staffing/recommend-result.ts'
import { describeReason, hoursOnDays } from '../../shared/recommend/index.ts'
import type { RecommendAnswer } from './read-recommendations.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'

/** More blocks than this are better read as JSON. */
const MOST_ROWS = 20

/** Recommendations as a person reads them: what is lost, all pools together, then pool by pool, each with its reason. */
export function describeRecommendations(answer: RecommendAnswer, format: Formatter): string {
  const { output, poolNames } = answer
  const byPool = { answer, format }
  const sections =
    poolNames.length > 1 && output.overall !== null
      ? [
          `All pools together, for agents who serve each of them:\n${table(output.overall, byPool)}`,
          `Pool by pool:\n${table(output.blocks, byPool)}`,
        ]
      : [table(output.blocks, byPool)]
  const starved = output.starvedPools.map(({ text }) => onOneLine(text)).join('\n')
  return [
    header(answer, format),
    summary(answer, format),
    ...(starved === '' ? [] : [starved]),
    ...(output.blocks.length === 0 ? [] : sections),
  ].join('\n\n')
}

function header({ output: { range }, organization, workspace, pool }: RecommendAnswer, format: Formatter): string {
  return [
    onOneLine(organization ?? workspace),
    pool === null ? null : onOneLine(pool),
    `${format.date(range.from)} to ${format.date(range.to)}`,
    range.timeZone,
    `as of ${format.instant(Date.parse(range.now), range.timeZone, 'year')}`,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

function summary({ output }: RecommendAnswer, format: Formatter): string {
  const { totalVisitors, missedVisitors, notWorthwhile, blocks, target, range } = output
  if (range.knownDays === 0)
    return 'No coverage data: nothing of this range is known.\nChoose other dates, or sync them first: covercast sync'
  if (totalVisitors === 0) return 'No coverage data: no visitor came in this range.'
  const lost = `${format.count(missedVisitors)} of ${format.visitors(totalVisitors)} found nobody.`
  if (blocks.length === 0 && notWorthwhile.hours > 0) {
    return `No hour of the week misses enough visitors to be worth another agent: ${format.count(notWorthwhile.hours)} of them stay under ${format.rate(target)}, but an agent more would win less than one visitor an hour.\n${lost}`
  }
  if (blocks.length === 0 && isUnexplained(output)) return lost
  if (blocks.length === 0)
    return `Staffing looks good: no hour of the week stays under ${format.rate(target)}.\n${lost}`
  return `${lost} Hours that stay under ${format.rate(target)} (counts of few visitors are steadied):`
}

/** Whether there is no advice for a pool, whatever it misses. */
function isUnexplained({ starvedPools }: RecommendAnswer['output']): boolean {
  return starvedPools.some(({ recordedUnder }) => recordedUnder.length === 0)
}

function table(
  blocks: readonly BlockResult[],
  { answer, format }: { readonly answer: RecommendAnswer; readonly format: Formatter },
): string {
  if (blocks.length === 0) return 'None.'
  const shown = blocks.slice(0, MOST_ROWS)
  const names = new Map(answer.poolNames.map(({ poolId, name }) => [poolId, onOneLine(name)]))
  const withPool = answer.pool === null && blocks !== answer.output.overall && names.size > 1
  const right = { align: 'right' as const }
  const rows = renderTable(
    [
      { title: '#', ...right },
      { title: 'When' },
      ...(withPool ? [{ title: 'Pool' }] : []),
      { title: 'Missed', ...right },
      { title: 'Visitors', ...right },
      { title: 'Coverage', ...right },
      { title: 'Priority' },
      { title: 'Agents', ...right },
      { title: 'Won a week', ...right },
    ],
    shown.map((block, index) => [
      String(index + 1),
      whenOf(block, format),
      ...(withPool ? [names.get(block.poolId) ?? 'No pool'] : []),
      format.count(block.missedVisitors),
      format.count(block.totalVisitors),
      format.rate(block.coverageRate),
      block.priority,
      `+${format.count(block.suggestedAgents)}`,
      format.average(block.expectedRecoveredPerWeek),
    ]),
  )
  const reasons = shown.map(
    ({ reason }, index) => `${String(index + 1).padStart(2)}  ${describeReason(reason, format)}`,
  )
  const more =
    blocks.length > shown.length ? [`${blocks.length - shown.length} more, with fewer missed: use --json.`] : []
  return [rows, '', ...reasons, ...more].join('\n')
}

function whenOf({ dayIndices, startHour, endHour }: BlockResult, format: Formatter): string {
  return hoursOnDays(dayIndices, format.hourRange(startHour, endHour), format)
}
