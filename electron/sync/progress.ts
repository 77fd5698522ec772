import type { SyncProgress } from './options.ts'

/** Counts a run and reports its progress. */
export class ProgressTracker {
  readonly #report: (progress: SyncProgress) => void
  readonly #clock: () => number
  #phase: SyncProgress['phase'] = 'connecting'
  #countingSince = 0
  #daysDone = 0
  #daysTotal = 0
  windows = 0
  cells = 0
  rows = 0
  sessionRows = 0
  visitors = 0

  constructor(report: (progress: SyncProgress) => void, clock: () => number) {
    this.#report = report
    this.#clock = clock
  }

  enter(phase: SyncProgress['phase']): void {
    this.#phase = phase
    this.#publish()
  }

  expectDays(days: number): void {
    if (this.#daysTotal === 0) this.#countingSince = this.#clock()
    this.#daysTotal += days
    this.#publish()
  }

  finishDays(days: number): void {
    this.#daysDone += days
    this.#publish()
  }

  #publish(): void {
    const left = this.#daysTotal - this.#daysDone
    const elapsed = this.#clock() - this.#countingSince
    this.#report({
      phase: this.#phase,
      daysDone: this.#daysDone,
      daysTotal: this.#daysTotal,
      windowsDone: this.windows,
      rows: this.rows,
      visitors: this.visitors,
      msLeft: this.#daysDone === 0 ? null : Math.round((elapsed / this.#daysDone) * left),
    })
  }
}
