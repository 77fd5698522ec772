import type { WeekHours } from '../../../../../shared/plan/staffing/week-hours.ts'
import type { WeekBands } from '../../../../../shared/predict/types.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import { signed, signedCount, signedPoints } from '../edit-words.ts'

/** Visitors of a week and those of them who find an agent. */
export interface WeekTotals {
  readonly visitors: number
  readonly covered: number
}

export interface PanelInput {
  readonly totals: WeekTotals
  /** What the plan is held against. */
  readonly baseline: { readonly totals: WeekTotals; readonly hours: number | null; readonly cost: number | null } | null
  /** null: still being drawn, or of another plan than the one that is tried. */
  readonly bands: WeekBands | null
  /** They could not be drawn, and are not on their way. */
  readonly hasNoBands?: boolean
  readonly hours: WeekHours
}

/** The figures of the side panel, in words. */
export interface PanelFigures {
  readonly coverage: string
  /** "80–88", of the 80 % band. */
  readonly interval: string | null
  /** `isBetter` null: the difference may be chance. */
  readonly change: { readonly words: string; readonly isBetter: boolean | null } | null
  /** "+31 to +92 visitors": where the difference lies with 80 %. */
  readonly changeInterval: string | null
  readonly visitors: string
  readonly missed: string
  readonly hours: string
  readonly hoursChange: string | null
  readonly cost: string | null
  readonly costChange: string | null
}

/** A change that rounds to nothing is none. */
const SMALLEST = 0.5

export function panelFigures({ totals, baseline, bands, hasNoBands = false, hours }: PanelInput, format: Formatter): PanelFigures {
  const rate = rateOf(totals)
  const band = bands?.coverageRate ?? null
  const difference = bands?.difference ?? null
  const onTheWay = hasNoBands ? null : '…'
  const hoursBefore = baseline?.hours ?? null
  const costBefore = baseline?.cost ?? null
  return {
    coverage: rate === null ? '–' : format.rate(rate),
    interval: rate === null ? null : band === null ? onTheWay : `${Math.round(band.lower80 * 100)}–${Math.round(band.upper80 * 100)}`,
    change: baseline === null ? null : changeOf({ now: totals, before: baseline.totals, band: difference }, format),
    changeInterval: baseline === null ? null : difference === null ? onTheWay : `${signedCount(difference.lower80, format)} to ${signedCount(difference.upper80, format)} visitors`,
    visitors: format.count(Math.round(totals.visitors)),
    missed: format.count(Math.round(totals.visitors - totals.covered)),
    hours: hoursText(hours.workedMinutes / 60),
    hoursChange: hoursBefore === null ? null : signed(hours.workedMinutes / 60 - hoursBefore, 1).replace(/\.0$/u, ''),
    cost: hours.cost === null ? null : format.count(Math.round(hours.cost)),
    costChange: hours.cost === null || costBefore === null ? null : signedCount(hours.cost - costBefore, format),
  }
}

/** Hours with as many decimals as quarter-hours need. */
export function hoursText(hours: number): string {
  return String(Math.round(hours * 100) / 100)
}

interface Changed {
  readonly now: WeekTotals
  readonly before: WeekTotals
  readonly band: WeekBands['difference']
}

/** Better or worse only where the whole band says so. */
function changeOf({ now, before, band }: Changed, format: Formatter): PanelFigures['change'] {
  const [rate, rateBefore] = [rateOf(now), rateOf(before)]
  if (rate === null || rateBefore === null) return null
  const visitors = now.covered - before.covered
  const isSame = Math.abs(visitors) < SMALLEST
  return {
    words: isSame ? 'as many visitors covered' : `${signedPoints(rate - rateBefore)}, ${signedCount(visitors, format)} visitors a week`,
    isBetter: band === null ? null : band.lower80 > 0 ? true : band.upper80 < 0 ? false : null,
  }
}

function rateOf({ visitors, covered }: WeekTotals): number | null {
  return visitors > 0 ? (100 * covered) / visitors : null
}
