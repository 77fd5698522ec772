import { utcDayOf } from '../../shared/time/slots.ts'
import { foldCountries, foldingExceptions } from './fold-countries.ts'
import { isOfThisSource, type RunContext } from './run-context.ts'
import type { CubeBatch } from '../../shared/coverage/cube.ts'
import type { SyncedDay } from './cache.ts'

/** Days written in one transaction: they are decoded whole. */
const DAYS_AT_ONCE = 28

/** A day with its rare countries folded as the options say. */
export function foldRare({ options, directory }: RunContext, day: CubeBatch): CubeBatch {
  return foldCountries(day, options.foldCountriesUnder, foldingExceptions(directory.countryRule))
}

/**
 * Folds the countries of days that no pull reaches any more, because they lie before the source's first visit (`earliest`; null: it
 * has none). They count as counted by what holds now, since they can never be counted again.
 */
export function foldDroppedDays(context: RunContext, earliest: number | null): void {
  if (context.options.foldCountriesUnder === 0) return
  const firstDay = earliest === null ? Infinity : utcDayOf(earliest)
  const isUnfolded = (record: SyncedDay): boolean =>
    record.day < firstDay &&
    isOfThisSource(context, record) &&
    record.countingFingerprint !== context.fingerprintOf(record.day)
  const records = [...context.cache.days.values()].filter(isUnfolded)
  for (let start = 0; start < records.length; start += DAYS_AT_ONCE) {
    context.signal.throwIfAborted()
    const some = records.slice(start, start + DAYS_AT_ONCE)
    context.cache.commit({
      traffic: some.flatMap(({ day }) => {
        const batch = context.cache.traffic(day)
        return batch === null ? [] : [{ day, batch: foldRare(context, batch) }]
      }),
      upsertDays: some.map((record) => ({ ...record, countingFingerprint: context.fingerprintOf(record.day) })),
    })
  }
}
