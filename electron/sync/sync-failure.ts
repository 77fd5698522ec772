import { AppError, toErrorReport } from '../../shared/foundation/errors.ts'

/** What is known when a run ends early. */
export interface FailureFacts {
  readonly isCancelled: boolean
  /** Days in the cache; asked only when needed. */
  readonly safeDays: () => number
}

/** The failure of a run in words: what happened, how much is safe, and that the next sync goes on there. */
export function syncFailure(thrown: unknown, facts: FailureFacts): AppError {
  const report = toErrorReport(thrown)
  const kept = [report.kept, keptDays(facts)].filter((part) => part !== undefined).join(' ')
  if (facts.isCancelled) {
    return new AppError(
      { code: 'cancelled', message: 'The sync was canceled.', kept, next: 'Sync again to go on from there.' },
      { cause: thrown },
    )
  }
  return new AppError(
    { code: report.code, message: report.message, kept, next: report.next ?? 'Sync again: it goes on from there.' },
    { cause: thrown },
  )
}

function keptDays({ safeDays }: FailureFacts): string | undefined {
  try {
    const days = safeDays()
    if (days === 0) return 'Nothing was synced yet.'
    return `${days} ${days === 1 ? 'day is' : 'days are'} safe, and the next sync goes on from there.`
  } catch {
    // The cache itself fails: then its own words say what is safe.
    return undefined
  }
}
