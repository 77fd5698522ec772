import { LEVELS, UNSCALED, type BandScale } from './bands.ts'

/** The scale of busy slots' bands, and of quiet ones', where whole counts are coarse steps. */
export interface BandScales {
  readonly quiet: BandScale
  readonly busy: BandScale
}

export const UNSCALED_BANDS: BandScales = { quiet: UNSCALED, busy: UNSCALED }

/** How often the bands of a week would have had to be scaled by how much, in steps: a histogram each. */
export interface ScaleScores {
  readonly quiet: LevelScores
  readonly busy: LevelScores
}

interface LevelScores {
  readonly level80: Uint32Array
  readonly level95: Uint32Array
}

/** A slot where fewer are expected is quiet. */
const BUSY_FROM = 3
const STEP = 0.02
const STEPS = 200
/** Weight of a week against the next. */
const DECAY = 0.97
/** As many weeks of "no scale" are put beside what was seen. */
const PRIOR_WEEKS = 2
/** In quiet slots a narrower band soon is a whole visitor narrower: it would hold too seldom in one slot to make up for others. */
const LEAST = { quiet: 0.85, busy: 0.5 } as const
const MOST = 3
/** Of fewer slots, nothing is learned. */
const ENOUGH_SLOTS = 60

/** The scale for a slot with this forecast (visitors). */
export function scaleFor(mean: number, scales: BandScales): BandScale {
  return mean < BUSY_FROM ? scales.quiet : scales.busy
}

/** Histograms of nothing seen yet. */
export function emptyScores(): ScaleScores {
  const levels = (): LevelScores => ({ level80: new Uint32Array(STEPS + 1), level95: new Uint32Array(STEPS + 1) })
  return { quiet: levels(), busy: levels() }
}

/** Counts one slot's needed scales; null leaves one out. */
export function addScores(
  scores: ScaleScores,
  mean: number,
  needed: { readonly level80: number | null; readonly level95: number | null },
): void {
  const { level80, level95 } = mean < BUSY_FROM ? scores.quiet : scores.busy
  if (needed.level80 !== null) level80[binOf(needed.level80)]!++
  if (needed.level95 !== null) level95[binOf(needed.level95)]!++
}

function binOf(scale: number): number {
  return Math.min(STEPS, Math.ceil(scale / STEP))
}

/** The scales that would have made bands hold as often as they say, drawn towards none where few weeks were seen. Oldest week first. */
export function bandScalesOf(weeks: readonly ScaleScores[]): BandScales {
  const scaleOf = (kind: keyof ScaleScores): BandScale => ({
    level80: scaleOfLevel(
      weeks.map((week) => week[kind].level80),
      LEVELS[0],
      LEAST[kind],
    ),
    level95: scaleOfLevel(
      weeks.map((week) => week[kind].level95),
      LEVELS[1],
      LEAST[kind],
    ),
  })
  return { quiet: scaleOf('quiet'), busy: scaleOf('busy') }
}

function scaleOfLevel(weeks: readonly Uint32Array[], level: number, least: number): number {
  const histogram = new Float64Array(STEPS + 1)
  let total = 0
  weeks.forEach((week, index) => {
    const value = DECAY ** (weeks.length - 1 - index)
    for (let bin = 0; bin <= STEPS; bin++) {
      histogram[bin]! += value * week[bin]!
      total += value * week[bin]!
    }
  })
  if (total < ENOUGH_SLOTS) return 1
  let bin = 0
  let hits = histogram[0]!
  while (bin < STEPS && hits < level * total) hits += histogram[++bin]!
  const needed = Math.min(MOST, Math.max(least, bin * STEP))
  return needed ** (weeks.length / (weeks.length + PRIOR_WEEKS))
}
