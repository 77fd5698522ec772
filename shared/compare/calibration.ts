import { fractionOf } from '../foundation/rate.ts'

/** How often what happened lay in its 80% band. */
export interface Calibration {
  /** Of these ... */
  readonly judged: number
  /** ... so many lay inside. */
  readonly inside: number
  /** inside / judged, 0-1; null: none could be judged. */
  readonly share: number | null
}

/** Counts weeks, or cells, inside their band. What cannot be judged (null) counts nowhere. */
export function calibrationOf(insides: readonly (boolean | null)[]): Calibration {
  const judged = insides.filter((inside) => inside !== null)
  const inside = judged.filter(Boolean).length
  return { judged: judged.length, inside, share: fractionOf(inside, judged.length) }
}
