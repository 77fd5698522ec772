import type { Formatter } from '../../../format/formatter.ts'
import type { PoolModel } from '../staffing-types.ts'

type Measured = PoolModel['measured']

/** Points between a measured and a fitted share from which on they disagree. */
const SHARE_APART = 0.05
/** By so much one handling time must be longer than the other. */
const TIMES_LONGER = 1.5

/** Whether the source measured anything of a pool's agents. */
export function isMeasured({ awayShare, minutesPerVisitor, statedVisitorsPerAgent }: Measured): boolean {
  return awayShare !== null || minutesPerVisitor !== null || statedVisitorsPerAgent !== null
}

/** One line of the table of what was measured, beside the model. */
export function measuredRow({ name, measured }: Pick<PoolModel, 'name' | 'measured'>, format: Formatter): readonly string[] {
  const share = (value: number | null): string => (value === null ? '–' : format.rate(100 * value))
  return [
    name,
    share(measured.awayShare),
    share(measured.fittedAwayShare),
    share(measured.inCallShare),
    measured.minutesPerVisitor === null ? '–' : `${measured.minutesPerVisitor.toFixed(1)} min`,
    `${measured.fittedMinutes.toFixed(1)} min`,
    measured.statedVisitorsPerAgent === null ? '–' : format.average(measured.statedVisitorsPerAgent),
    String(measured.fittedVisitorsPerAgent),
  ]
}

/** Where the source and the model say different things, a sentence each. */
export function measuredDifferences(measured: Measured, format: Formatter): readonly string[] {
  const { awayShare, fittedAwayShare, minutesPerVisitor, fittedMinutes, statedVisitorsPerAgent, fittedVisitorsPerAgent } = measured
  const texts: string[] = []
  if (awayShare !== null && Math.abs(awayShare - fittedAwayShare) >= SHARE_APART) {
    texts.push(`Sessions say away ${format.rate(100 * awayShare)}, the model says ${format.rate(100 * fittedAwayShare)}.`)
  }
  if (minutesPerVisitor !== null && Math.max(minutesPerVisitor, fittedMinutes) > TIMES_LONGER * Math.min(minutesPerVisitor, fittedMinutes)) {
    texts.push(`Sessions say ${minutesPerVisitor.toFixed(1)} min in calls per covered visitor, the model says ${fittedMinutes.toFixed(1)} min.`)
  }
  if (statedVisitorsPerAgent !== null && Math.abs(statedVisitorsPerAgent - fittedVisitorsPerAgent) >= 1) {
    texts.push(`The source lets agents serve ${format.average(statedVisitorsPerAgent)} visitors at once, the model says ${fittedVisitorsPerAgent}.`)
  }
  return texts
}
