import type { Formatter } from '../../../format/formatter.ts'
import type { PoolModel } from '../staffing-types.ts'
import { handleTimeText } from './handle-time-text.ts'
import { oncePerText } from './once-per-text.ts'

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
export function measuredRow(
  { name, measured }: Pick<PoolModel, 'name' | 'measured'>,
  format: Formatter,
): readonly string[] {
  const share = (value: number | null): string => (value === null ? '–' : format.rate(100 * value))
  return [
    name,
    share(measured.awayShare),
    share(measured.fittedAwayShare),
    share(measured.inCallShare),
    measured.minutesPerVisitor === null ? '–' : handleTimeText(measured.minutesPerVisitor, format),
    handleTimeText(measured.fittedMinutes, format),
    measured.statedVisitorsPerAgent === null ? '–' : concurrencyText(measured.statedVisitorsPerAgent, format),
    String(measured.fittedVisitorsPerAgent),
  ]
}

/** A number of visitors where every agent has the same, else their average. */
function concurrencyText(visitors: number, format: Formatter): string {
  return Number.isInteger(visitors) ? format.count(visitors) : format.average(visitors)
}

/** Where the data source and the model differ, each sentence once, with the pools it is about; null: all of several. */
export function measuredNotes(
  pools: readonly Pick<PoolModel, 'name' | 'measured'>[],
  format: Formatter,
): readonly { readonly text: string; readonly poolNames: string | null }[] {
  return oncePerText(pools, ({ measured }) => measuredDifferences(measured, format).map((text) => ({ text })))
}

function measuredDifferences(measured: Measured, format: Formatter): readonly string[] {
  const {
    awayShare,
    fittedAwayShare,
    minutesPerVisitor,
    fittedMinutes,
    statedVisitorsPerAgent,
    fittedVisitorsPerAgent,
  } = measured
  const t = format.texts.trust
  const texts: string[] = []
  if (awayShare !== null && Math.abs(awayShare - fittedAwayShare) >= SHARE_APART) {
    texts.push(t.awayDiffers({ measured: format.rate(100 * awayShare), fitted: format.rate(100 * fittedAwayShare) }))
  }
  if (
    minutesPerVisitor !== null &&
    Math.max(minutesPerVisitor, fittedMinutes) > TIMES_LONGER * Math.min(minutesPerVisitor, fittedMinutes)
  ) {
    texts.push(
      t.perVisitorDiffers({
        measured: handleTimeText(minutesPerVisitor, format),
        fitted: handleTimeText(fittedMinutes, format),
      }),
    )
  }
  if (statedVisitorsPerAgent !== null && Math.abs(statedVisitorsPerAgent - fittedVisitorsPerAgent) >= 1) {
    texts.push(
      t.concurrencyDiffers({
        measured: concurrencyText(statedVisitorsPerAgent, format),
        fitted: format.count(fittedVisitorsPerAgent),
      }),
    )
  }
  return texts
}
