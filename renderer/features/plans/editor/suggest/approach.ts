/** A search on its way, as two lines that approach one another. Times in seconds, values in visitors or hours. */
export interface ApproachStep {
  readonly seconds: number
  readonly best: number
  /** null: not known yet. */
  readonly bound: number | null
}

/** Points of both lines in a box; y grows downwards. */
export interface ApproachLines {
  readonly best: string
  readonly bound: string
}

interface Box {
  readonly width: number
  readonly height: number
  /** The whole width, in seconds. */
  readonly seconds: number
}

/** Above and below what is drawn, as a share of the height. */
const MARGIN = 0.1
/** What the bound was at first says nothing: it is cut where it is so many times as far from the best as it is now. */
const FARTHEST = 4

/** Both lines as `points` of polylines; steps are in the order of time. */
export function approachLines(steps: readonly ApproachStep[], { width, height, seconds }: Box): ApproachLines {
  const last = steps.at(-1)
  if (last === undefined) return { best: '', bound: '' }
  const bests = steps.map(({ best }) => best)
  const reach =
    last.bound === null ? 0 : FARTHEST * Math.max(Math.abs(last.bound - last.best), 1e-3 * Math.abs(last.best))
  const ends = [
    ...bests,
    ...(last.bound === null ? [] : [last.bound, last.bound > last.best ? last.best + reach : last.best - reach]),
  ]
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const span = Math.max(high - low, 1e-9)
  const x = (at: number): number => round((width * Math.min(at, seconds)) / seconds)
  const y = (value: number): number => {
    const share = Math.min(1, Math.max(0, (value - low) / span))
    return round(height * (MARGIN + (1 - 2 * MARGIN) * (1 - share)))
  }
  const points = (values: readonly (readonly [at: number, value: number])[]): string =>
    values.map(([at, value]) => `${x(at)},${y(value)}`).join(' ')
  return {
    best: points(steps.map(({ seconds: at, best }) => [at, best])),
    bound: points(steps.flatMap(({ seconds: at, bound }) => (bound === null ? [] : [[at, bound] as const]))),
  }
}

function round(value: number): number {
  return Math.round(10 * value) / 10
}
