import { toErrorReport } from '../../shared/foundation/errors.ts'
import { formatLocalDate } from '../../shared/time/local.ts'
import { damagedMessage } from './stored-value.ts'

/** Something that was put right while a workspace was opened, in words for its user. */
export interface StoreNotice {
  readonly kind:
    | 'work-restored'
    | 'work-started-empty'
    | 'cache-started-empty'
    | 'cache-days-forgotten'
    | 'backup-failed'
    | 'record-damaged'
  readonly message: string
  /** Where the damaged file was moved; null: there was none. */
  readonly damagedFile: string | null
  /** The backup that was restored. */
  readonly restoredFrom: string | null
}

interface Found {
  /** What was wrong, to complete "the file …: (reason)". */
  readonly reason: string
  readonly damagedFile: string | null
}

export function workRestored(found: Found, backup: { readonly file: string; readonly takenAt: number }): StoreNotice {
  const when = new Date(backup.takenAt).toISOString().slice(0, 16).replace('T', ' ')
  return {
    kind: 'work-restored',
    message: `Covercast found this workspace's settings and plans ${whatWasFound(found)}. It restored them from the backup of ${when} UTC; what changed after that is missing.${whereItIs(found)}`,
    damagedFile: found.damagedFile,
    restoredFrom: backup.file,
  }
}

/** `isRegistered`: name and source are known from elsewhere. */
export function workStartedEmpty(found: Found, isRegistered: boolean): StoreNotice {
  const next = isRegistered
    ? 'It started with empty ones; the name and the source of the workspace are kept.'
    : 'It started with empty ones: name the workspace and its source again.'
  return {
    kind: 'work-started-empty',
    message: `Covercast found this workspace's settings and plans ${whatWasFound(found)}, and no backup to restore. ${next}${whereItIs(found)}`,
    damagedFile: found.damagedFile,
    restoredFrom: null,
  }
}

export function cacheStartedEmpty(found: Found): StoreNotice {
  return {
    kind: 'cache-started-empty',
    message: `Covercast found this workspace's copy of the source's figures ${whatWasFound(found)} and started an empty one. The next sync pulls everything again; settings and plans are not affected.${whereItIs(found)}`,
    damagedFile: found.damagedFile,
    restoredFrom: null,
  }
}

export function cacheDaysForgotten(days: readonly number[]): StoreNotice {
  const listed = days.slice(0, 5).map(formatLocalDate).join(', ')
  const more = days.length > 5 ? ` and ${days.length - 5} more` : ''
  return {
    kind: 'cache-days-forgotten',
    message: `Covercast found the visits of ${listed}${more} damaged and forgot them. The next sync pulls these days again; everything else is intact.`,
    damagedFile: null,
    restoredFrom: null,
  }
}

export function backupFailed(thrown: unknown): StoreNotice {
  return {
    kind: 'backup-failed',
    message: `Covercast could not back up this workspace's settings and plans: ${toErrorReport(thrown).message} They are saved; Covercast tries again.`,
    damagedFile: null,
    restoredFrom: null,
  }
}

function whatWasFound(found: Found): string {
  return found.damagedFile === null ? 'missing' : `damaged (${found.reason})`
}

function whereItIs(found: Found): string {
  return found.damagedFile === null ? '' : ` The damaged file is kept as ${found.damagedFile}.`
}

export function recordDamaged(record: string): StoreNotice {
  const { message, kept, next } = damagedMessage(record)
  return { kind: 'record-damaged', message: `${message} ${kept} ${next}`, damagedFile: null, restoredFrom: null }
}
