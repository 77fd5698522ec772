/** One event of a browser's trace; times in microseconds. */
export interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  /** Time on the processor. */
  readonly tdur?: number
  readonly args?: { readonly data?: { readonly type?: string } }
}

export interface Work {
  /** Milliseconds by the clock on the wall: of a busy machine also what others took. */
  readonly wall: number
  /** Milliseconds on the processor. */
  readonly processor: number
}

/** What the page's main thread did from each event of a type to the next: script, style, layout and paint of every task. */
export function workPerEvent(
  events: readonly TraceEvent[],
  type: 'pointermove' | 'keydown' | 'wheel',
): readonly Work[] {
  const moves = events
    .filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === type)
    .toSorted((a, b) => a.ts - b.ts)
  const tasks = mainTasks(events)
  return moves.slice(0, -1).map((move, index) => {
    // The task that carries the move begins before it.
    const from = startOf(tasks, move.ts)
    const to = startOf(tasks, moves[index + 1]!.ts)
    const own = tasks.filter(({ ts }) => ts >= from && ts < to)
    return {
      wall: sum(own.map(({ dur }) => dur ?? 0)) / 1000,
      processor: sum(own.map(({ tdur, dur }) => tdur ?? dur ?? 0)) / 1000,
    }
  })
}

/** Tasks of the page's main thread, the longest first. */
export function longestTasks(events: readonly TraceEvent[]): readonly Work[] {
  return mainTasks(events)
    .map(({ dur, tdur }) => ({ wall: (dur ?? 0) / 1000, processor: (tdur ?? dur ?? 0) / 1000 }))
    .toSorted((a, b) => b.wall - a.wall)
}

/** Milliseconds on the wall of everything of some name, per pointer move. */
export function sharesPerMove(events: readonly TraceEvent[], names: readonly string[]): ReadonlyMap<string, number> {
  const main = mainThread(events)
  const moves = workPerEvent(events, 'pointermove').length
  return new Map(
    names.map((wanted) => [
      wanted,
      sum(
        events
          .filter(({ name, pid, tid }) => name === wanted && pid === main.pid && tid === main.tid)
          .map(({ dur }) => dur ?? 0),
      ) /
        1000 /
        Math.max(1, moves),
    ]),
  )
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function mainTasks(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const main = mainThread(events)
  return events
    .filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && pid === main.pid && tid === main.tid)
    .toSorted((a, b) => a.ts - b.ts)
}

/** The thread to which the page's own events go. */
function mainThread(events: readonly TraceEvent[]): Pick<TraceEvent, 'pid' | 'tid'> {
  const found = events.find(({ name }) => name === 'EventDispatch')
  if (found === undefined) throw new Error('The trace has no event of the page.')
  return found
}

function startOf(tasks: readonly TraceEvent[], instant: number): number {
  return tasks.findLast(({ ts, dur }) => ts <= instant && ts + (dur ?? 0) >= instant)?.ts ?? instant
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
