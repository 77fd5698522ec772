const VARIABLE = 'COVERCAST_TESTS_BEGAN'
/** Runs that begin shortly one after the other use the same demo. */
const STEP_MS = 600_000

/** Notes, for this process and all it starts, when the run of the tests began. */
export function noteRunBegan(): void {
  process.env[VARIABLE] ??= String(Math.floor(Date.now() / STEP_MS) * STEP_MS)
}

/** When the run of the tests began, epoch milliseconds; rounded down. */
export function runBegan(): number {
  noteRunBegan()
  return Number(process.env[VARIABLE])
}
