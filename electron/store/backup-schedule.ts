import { MINUTE_MS } from '../../shared/foundation/minutes.ts'

/** When work that changed is backed up while it is in use. */
export interface BackupPace {
  /** After the first change that no backup has, milliseconds. */
  readonly everyMs: number
  /** Changes that no backup has, after which it is done at once. */
  readonly everyChanges: number
  /** Lets the answer to an edit go first, milliseconds. */
  readonly settleMs: number
}

export const BACKUP_PACE: BackupPace = { everyMs: 10 * MINUTE_MS, everyChanges: 50, settleMs: 250 }

export interface BackupScheduleOptions {
  readonly pace: BackupPace
  readonly backUp: () => Promise<unknown>
  /** Called with what a backup failed of, the first time in a row. */
  readonly onFailure: (thrown: unknown) => void
}

export interface BackupSchedule {
  /** Something changed that is worth a backup. */
  readonly changed: () => void
  readonly stop: () => void
}

/** Backs up every so many changes or minutes, one backup at a time; what failed is tried again when the next is due. */
export function createBackupSchedule({ pace, backUp, onFailure }: BackupScheduleOptions): BackupSchedule {
  let changes = 0
  let timer: NodeJS.Timeout | null = null
  let isBusy = false
  let hasFailed = false
  let isStopped = false

  const arm = (milliseconds: number): void => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void run(), milliseconds)
    // Alone it is no reason to go on running.
    timer.unref()
  }
  const run = async (): Promise<void> => {
    timer = null
    changes = 0
    isBusy = true
    try {
      await backUp()
      hasFailed = false
    } catch (thrown) {
      if (!hasFailed && !isStopped) onFailure(thrown)
      hasFailed = true
      changes += 1
    } finally {
      isBusy = false
      if (changes > 0 && !isStopped) arm(changes >= pace.everyChanges && !hasFailed ? pace.settleMs : pace.everyMs)
    }
  }
  return {
    changed() {
      changes += 1
      if (isBusy || isStopped) return
      if (changes === pace.everyChanges && !hasFailed) arm(pace.settleMs)
      else if (timer === null) arm(pace.everyMs)
    },
    stop() {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
