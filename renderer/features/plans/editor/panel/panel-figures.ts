import { coveragePercent } from '../../../../../shared/foundation/rate.ts'
import type { WeekHours } from '../../../../../shared/plan/staffing/week-hours.ts'
import type { WeekBands } from '../../../../../shared/predict/types.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import { signedCount, signedMoney, signedVisitors } from '../../../../format/signed.ts'

/** Visitors of a week and those of them who are covered. */
export interface WeekTotals {
  readonly visitors: number
  readonly covered: number
}

export interface PanelInput {
  readonly totals: WeekTotals
  /** What the plan is compared with. */
  readonly baseline: { readonly totals: WeekTotals; readonly hours: number | null; readonly cost: number | null } | null
  /** null: still being drawn, or of another plan than the one that is tried. */
  readonly bands: WeekBands | null
  /** They could not be drawn, and are not on their way. */
  readonly hasNoBands?: boolean
  readonly hours: WeekHours
}

/** The figures of the side panel as texts. */
export interface PanelFigures {
  readonly coverage: string
  /** "80–88%", the 80% range. */
  readonly interval: string | null
  /** `isBetter` null: the difference may be chance. */
  readonly change: { readonly text: string; readonly isBetter: boolean | null } | null
  /** "80% range: +31 to +92 visitors". */
  readonly changeInterval: string | null
  readonly visitors: string
  readonly missed: string
  readonly hours: string
  readonly hoursChange: string | null
  /** Hours at a higher rate; null: none. */
  readonly overtime: string | null
  readonly cost: string | null
  readonly costChange: string | null
}

/** A change that rounds to nothing is none. */
const SMALLEST = 0.5
/** Less than this is how sums are rounded in memory, and no change at all. */
const NOTHING = 1e-6

export function panelFigures(
  { totals, baseline, bands, hasNoBands = false, hours }: PanelInput,
  format: Formatter,
): PanelFigures {
  const { planPanel: t } = format.texts
  const rate = coveragePercent(totals)
  const band = bands?.coverageRate ?? null
  const difference = bands?.difference ?? null
  const onTheWay = hasNoBands ? null : '…'
  const hoursBefore = baseline?.hours ?? null
  const costBefore = baseline?.cost ?? null
  const isUnchanged = baseline !== null && Math.abs(totals.covered - baseline.totals.covered) < NOTHING
  return {
    coverage: rate === null ? '–' : format.rate(rate),
    interval:
      rate === null
        ? null
        : band === null
          ? onTheWay
          : t.rangeFromTo({ from: wholePercents(band.lower80, format), to: format.rate(100 * band.upper80) }),
    change:
      baseline === null ? null : coverageChange({ now: totals, before: baseline.totals, band: difference }, format),
    changeInterval:
      baseline === null || isUnchanged
        ? null
        : difference === null
          ? hasNoBands
            ? null
            : t.changeRangeOnTheWay
          : t.changeRange({
              from: signedCount(difference.lower80, format),
              to: signedCount(difference.upper80, format),
            }),
    visitors: format.count(Math.round(totals.visitors)),
    missed: format.count(Math.round(totals.visitors - totals.covered)),
    hours: format.hours(hours.workedMinutes / 60),
    hoursChange: hoursBefore === null ? null : signedHours(hours.workedMinutes / 60 - hoursBefore, format),
    overtime: hours.overtimeMinutes === 0 ? null : format.hours(hours.overtimeMinutes / 60),
    cost: hours.cost === null ? null : format.money(Math.round(hours.cost)),
    costChange: hours.cost === null || costBefore === null ? null : signedMoney(hours.cost - costBefore, format),
  }
}

function wholePercents(fraction: number, format: Formatter): string {
  return format.count(Math.round(100 * fraction))
}

/** "+12.5", "−8": a decimal only where it says something. */
function signedHours(hours: number, format: Formatter): string {
  return format.signed(hours, Math.round(10 * hours) % 10 === 0 ? 0 : 1)
}

interface Changed {
  readonly now: WeekTotals
  readonly before: WeekTotals
  readonly band: WeekBands['difference']
}

/** Better or worse only where the whole band says so. */
function coverageChange({ now, before, band }: Changed, format: Formatter): PanelFigures['change'] {
  const [rate, rateBefore] = [coveragePercent(now), coveragePercent(before)]
  if (rate === null || rateBefore === null) return null
  const visitors = now.covered - before.covered
  const { planPanel: t } = format.texts
  if (Math.abs(visitors) < NOTHING) return { text: t.noChange, isBetter: null }
  const isSame = Math.abs(visitors) < SMALLEST
  return {
    text: isSame
      ? t.sameCovered
      : t.changeBy({ points: format.signedPoints(rate - rateBefore), ...signedVisitors(visitors, format) }),
    isBetter: band === null ? null : band.lower80 > 0 ? true : band.upper80 < 0 ? false : null,
  }
}
