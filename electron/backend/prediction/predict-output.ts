import type { PredictedWeek, PredictOutput } from '../../../shared/contract/prediction-output.ts'
import { DAY_NAMES, hourOfWeek, HOURS_PER_WEEK } from '../../../shared/foundation/hour-of-week.ts'
import { coveragePercent } from '../../../shared/foundation/rate.ts'
import { english } from '../../../shared/language/english.ts'
import { warningText } from '../../../shared/predict/model/warning-text.ts'
import { hoursOfWeek } from '../../../shared/time/hours-of-week.ts'
import type { WeekBands, WeekPrediction } from '../../../shared/predict/types.ts'
import type { PlanReport } from './compute.ts'
import { accuracyOutput, weekRange } from '../forecast/forecast-output.ts'

/** A prediction as it is printed. */
export function predictOutput(
  report: PlanReport,
  { firstDate, timeZone }: { readonly firstDate: string; readonly timeZone: string },
): PredictOutput {
  const { plan, baseline, bands, baselineBands, starts } = report
  return {
    range: weekRange({ firstDate, timeZone, origin: report.origin }),
    week: predictedWeek(plan, bands),
    byDayHour: byDayHour(report, timeZone),
    slots: starts.map((start, slot) => ({
      start: new Date(start).toISOString(),
      visitors: plan.visitors[slot]!,
      agents: plan.agents[slot]!,
      openAgents: plan.openAgents[slot]!,
      covered: plan.covered[slot]!,
      coverageRate: percentCovered(plan.covered[slot]!, plan.visitors[slot]!),
    })),
    baseline: predictedWeek(baseline, baselineBands),
    difference: { ...bands.difference },
    model: {
      pools: report.pools.map(
        ({ poolId, includes = [], holdingMinutes, availability, visitorsPerAgent, attendance, weeks, warnings }) => ({
          poolId,
          includes: [...includes],
          holdingMinutes,
          availability,
          visitorsPerAgent,
          attendance,
          weeks,
          warnings: warnings.map((warning) => warningText(warning, english())),
          warningKinds: warnings.map(({ kind }) => kind),
        }),
      ),
    },
    forecast: accuracyOutput(report.forecastAccuracy),
    unknownAgents: [...report.unknownAgents],
    inactiveAgents: [...report.inactiveAgents],
    starvedPools: [...report.starvedPools],
  }
}

function predictedWeek(
  { totals: { visitors, covered } }: WeekPrediction,
  { coverageRate: band }: Pick<WeekBands, 'coverageRate'>,
): PredictedWeek {
  return {
    visitors,
    covered,
    missed: Math.max(0, visitors - covered),
    coverageRate: percentCovered(covered, visitors),
    lower80: 100 * band.lower80,
    upper80: 100 * band.upper80,
    lower95: 100 * band.lower95,
    upper95: 100 * band.upper95,
  }
}

/** Visits of the hours of the week, and the agents online in them on average; an hour that a clock change skips has none. */
function byDayHour({ plan, starts }: PlanReport, timeZone: string): PredictOutput['byDayHour'] {
  const sums = Array.from({ length: HOURS_PER_WEEK }, () => ({
    visitors: 0,
    covered: 0,
    agents: 0,
    openAgents: 0,
    slots: 0,
  }))
  hoursOfWeek(starts, timeZone).forEach((cell, slot) => {
    const sum = sums[cell]!
    sum.visitors += plan.visitors[slot]!
    sum.covered += plan.covered[slot]!
    sum.agents += plan.agents[slot]!
    sum.openAgents += plan.openAgents[slot]!
    sum.slots += 1
  })
  const cells = sums.map(({ visitors, covered, agents, openAgents, slots }) => ({
    visitors,
    covered,
    coverageRate: percentCovered(covered, visitors),
    agents: agents / Math.max(1, slots),
    openAgents: openAgents / Math.max(1, slots),
  }))
  return DAY_NAMES.map((_, day) => cells.slice(hourOfWeek(day, 0), hourOfWeek(day + 1, 0)))
}

/** Coverage in percent; 100 where nobody comes, as in every report. */
function percentCovered(covered: number, visitors: number): number {
  return Math.min(100, coveragePercent({ visitors, covered }, 100))
}
