/** What `npm run test:deep` sets: the number that its properties are drawn from. Absent in `npm test`. */
const SEED = process.env['COVERCAST_DEEP']

/** Whether this is the deep run: many more tries of everything that is tried, every zone, every scenario. */
export const DEEP = SEED !== undefined

const TIMES_AS_MANY = 60
/** A property ends there, whatever it has left to try; long before its test runs out of time. */
const LONGEST_MS = 20_000

export interface PropertyRuns {
  readonly numRuns: number
  readonly seed?: number
  readonly interruptAfterTimeLimit?: number
}

/**
 * How a property is tried (fast-check's parameters). In `npm test` so often and, where a seed is given, with the same cases each time,
 * so that a change that breaks nothing never fails. In the deep run many times as often, with other cases each night.
 */
export function tries(usual: number, seed?: number): PropertyRuns {
  if (!DEEP) return seed === undefined ? { numRuns: usual } : { numRuns: usual, seed }
  return { numRuns: usual * TIMES_AS_MANY, seed: (Number(SEED) ^ (seed ?? 0)) | 0, interruptAfterTimeLimit: LONGEST_MS }
}

/** So many in `npm test`, so many in the deep run. */
export function some(few: number, many: number): number {
  return DEEP ? many : few
}
