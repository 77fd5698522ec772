import { LEVELS, type Stretch } from './bands.ts'

/** How often the bands of a week would have had to be stretched by how much, in steps: a histogram each. */
export interface StretchScores {
  readonly level80: Uint32Array
  readonly level95: Uint32Array
}

const STEP = 0.02
const STEPS = 200
/** Weight of a week against the next. */
const DECAY = 0.97
/** As many weeks of "no stretch" are put beside what was seen. */
const PRIOR_WEEKS = 2
const LEAST = 0.6
const MOST = 3

export function emptyScores(): StretchScores {
  return { level80: new Uint32Array(STEPS + 1), level95: new Uint32Array(STEPS + 1) }
}

/** Counts one slot; null leaves it out. */
export function addScores(scores: StretchScores, { level80, level95 }: { readonly level80: number | null; readonly level95: number | null }): void {
  if (level80 !== null) scores.level80[binOf(level80)]!++
  if (level95 !== null) scores.level95[binOf(level95)]!++
}

function binOf(stretch: number): number {
  return Math.min(STEPS, Math.ceil(stretch / STEP))
}

/** The stretch that would have made bands hold as often as they say, drawn towards none where few weeks were seen. Oldest week first. */
export function stretchOf(weeks: readonly StretchScores[]): Stretch {
  return {
    level80: levelStretch(weeks.map((week) => week.level80), LEVELS[0]),
    level95: levelStretch(weeks.map((week) => week.level95), LEVELS[1]),
  }
}

function levelStretch(weeks: readonly Uint32Array[], level: number): number {
  const histogram = new Float64Array(STEPS + 1)
  let total = 0
  weeks.forEach((week, index) => {
    const value = DECAY ** (weeks.length - 1 - index)
    for (let bin = 0; bin <= STEPS; bin++) {
      histogram[bin]! += value * week[bin]!
      total += value * week[bin]!
    }
  })
  if (total === 0) return 1
  let bin = 0
  let held = histogram[0]!
  while (bin < STEPS && held < level * total) held += histogram[++bin]!
  const needed = Math.min(MOST, Math.max(LEAST, bin * STEP))
  return needed ** (weeks.length / (weeks.length + PRIOR_WEEKS))
}
