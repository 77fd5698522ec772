import type { BlockResult } from '../backend/staffing/recommend-result.ts'
import { describeReason, hoursOnDays } from '../../shared/recommend/index.ts'
import type { RecommendAnswer } from './read-recommendations.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'

/** More blocks than this are better read as JSON. */
const MOST_ROWS = 20

/** Recommendations as a person reads them: what is missed, all pools together, then pool by pool, each with its reason. */
export function describeRecommendations(answer: RecommendAnswer, format: Formatter): string {
  const { recommend: t } = format.texts
  const { output, poolNames } = answer
  const byPool = { answer, format }
  const sections =
    poolNames.length > 1 && output.overall !== null
      ? [`${t.together}:\n${table(output.overall, byPool)}`, `${t.byPool}:\n${table(output.blocks, byPool)}`]
      : [table(output.blocks, byPool)]
  const starved = output.starvedPools.map(({ text }) => onOneLine(text)).join('\n')
  return [
    header(answer, format),
    summary(answer, format),
    ...weightedText(answer, format),
    ...(starved === '' ? [] : [starved]),
    ...(output.blocks.length === 0 ? [] : sections),
  ].join('\n\n')
}

function header({ output: { range }, organization, workspace, pool }: RecommendAnswer, format: Formatter): string {
  return [
    onOneLine(organization ?? workspace),
    pool === null ? null : onOneLine(pool),
    format.dateRange(range.from, range.to),
    range.timeZone,
    format.texts.coverage.asOf({ time: format.instant(Date.parse(range.now), range.timeZone, 'year') }),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

function summary({ output }: RecommendAnswer, format: Formatter): string {
  const { recommend: t } = format.texts
  const { totalVisitors, missedVisitors, notWorthwhile, blocks, range } = output
  if (range.knownDays === 0) return [t.notSynced, t.syncFirst].join('\n')
  if (totalVisitors === 0) return t.noVisitors
  const target = format.rate(output.target)
  const missed = t.missed({ missed: format.count(missedVisitors), visitors: format.visitors(totalVisitors) })
  if (blocks.length > 0) return `${missed} ${t.under({ target })}`
  if (notWorthwhile.hours > 0) return [t.notWorthwhile({ count: notWorthwhile.hours, target }), missed].join('\n')
  return isUnexplained(output) ? missed : [t.good({ target }), missed].join('\n')
}

/** That and how visitors weigh by what they are worth, where that was asked for. */
function weightedText({ output: { weighted } }: RecommendAnswer, format: Formatter): readonly string[] {
  const { recommend: t } = format.texts
  if (weighted === undefined) return []
  if (weighted === null) return [format.texts.pages.none]
  const { missedVisitors, totalVisitors, countedShare } = weighted
  return [
    [
      t.weightedSummary({ missed: format.average(missedVisitors), total: format.average(totalVisitors) }),
      ...(countedShare < 1 ? [format.texts.pages.valuesKnown({ share: format.rate(100 * countedShare) })] : []),
    ].join('\n'),
  ]
}

/** Whether there is no advice for a pool, whatever it misses. */
function isUnexplained({ starvedPools }: RecommendAnswer['output']): boolean {
  return starvedPools.some(({ recordedUnder }) => recordedUnder.length === 0)
}

function table(
  blocks: readonly BlockResult[],
  { answer, format }: { readonly answer: RecommendAnswer; readonly format: Formatter },
): string {
  const { recommend: t } = format.texts
  if (blocks.length === 0) return t.none
  const shown = blocks.slice(0, MOST_ROWS)
  const names = new Map(answer.poolNames.map(({ poolId, name }) => [poolId, onOneLine(name)]))
  const withPool = answer.pool === null && blocks !== answer.output.overall && names.size > 1
  const isWeighted = shown.some(({ weighted }) => weighted !== undefined)
  const right = { align: 'right' as const }
  const rows = renderTable(
    [
      { title: t.number, ...right },
      { title: t.when },
      ...(withPool ? [{ title: t.pool }] : []),
      { title: t.missedTitle, ...right },
      { title: t.visitors, ...right },
      ...(isWeighted ? [{ title: t.missedValue, ...right }] : []),
      { title: t.coverage, ...right },
      { title: t.priority },
      { title: t.agents, ...right },
      { title: t.gain, ...right },
      ...(isWeighted ? [{ title: t.gainValue, ...right }] : []),
    ],
    shown.map((block, index) => [
      String(index + 1),
      hoursOnDays(block.dayIndices, format.hourRange(block.startHour, block.endHour), format),
      ...(withPool ? [names.get(block.poolId) ?? t.noPool] : []),
      format.count(block.missedVisitors),
      format.count(block.totalVisitors),
      ...(block.weighted === undefined ? [] : [format.average(block.weighted.missedVisitors)]),
      format.rate(block.coverageRate),
      t.priorities[block.priority],
      format.signed(block.suggestedAgents),
      format.average(block.expectedRecoveredPerWeek),
      ...(block.weighted === undefined ? [] : [format.average(block.weighted.expectedRecoveredPerWeek)]),
    ]),
  )
  const reasons = shown.map(
    ({ reason }, index) => `${String(index + 1).padStart(2)}  ${describeReason(reason, format)}`,
  )
  const more = blocks.length > shown.length ? [t.more({ count: format.count(blocks.length - shown.length) })] : []
  return [rows, '', ...reasons, ...more].join('\n')
}
