import type { Formatter } from './format.ts'
import type { SyncProgress } from './run-sync.ts'
import type { OutputStream } from './terminal.ts'

/** Where nobody watches the line change, one line this often is enough. */
const QUIET_EVERY_MS = 5_000
/** Of a terminal that does not say how wide it is. */
const DEFAULT_COLUMNS = 80

export interface ProgressLine<Progress> {
  show(progress: Progress): void
  /** Clears the line, so that what follows is alone on it. */
  end(): void
}

/** Shows a sync's progress on one line that rewrites itself; in a pipe or a log, as a line now and then. */
export function createProgressLine(
  stream: OutputStream,
  format: Formatter,
  clock: () => number,
): ProgressLine<SyncProgress> {
  const line = createTextLine(stream, clock)
  return { ...line, show: (progress) => line.show(describe(progress, format)) }
}

/** As `createProgressLine`, of what is in words already. */
export function createTextLine(stream: OutputStream, clock: () => number): ProgressLine<string> {
  let shownAt = clock()
  let open = false
  return {
    show(text) {
      if (stream.isTTY) {
        stream.write(`\r\u001b[K${text.slice(0, Math.max(0, (stream.columns || DEFAULT_COLUMNS) - 1))}`)
        open = true
        return
      }
      if (clock() - shownAt < QUIET_EVERY_MS) return
      shownAt = clock()
      stream.write(`${text}\n`)
    },
    end() {
      if (open) stream.write('\r\u001b[K')
      open = false
    },
  }
}

function describe(progress: SyncProgress, format: Formatter): string {
  const { sync: t } = format.texts
  if (progress.phase === 'connecting') return t.connecting
  if (progress.phase === 'reconciling') return t.checking
  const facts = {
    done: format.count(progress.daysDone),
    count: progress.daysTotal,
    visitors: format.visitors(progress.visitors),
  }
  return progress.msLeft === null
    ? t.progress(facts)
    : t.progressLeft({ ...facts, left: format.duration(Math.max(1000, progress.msLeft)) })
}
