import { AppError } from '../../../shared/foundation/errors.ts'
import type { CountryFilter } from '../../../shared/coverage/index.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'

/** Where the source has no countries every visit's is unknown, and a filter would only seem to work. */
export function effectiveFilter({ directory }: CacheSnapshot, filter: CountryFilter | null): CountryFilter | null {
  return directory?.hasCountry === false ? null : filter
}

/** A pool's name (null: all pools). Throws 'not-found' for a pool that is not there. */
export function chosenPool({ directory, dictionary }: CacheSnapshot, poolId: string | null | undefined): string | null {
  if (poolId === undefined) return null
  if (poolId === null) return 'No pool'
  const known = directory?.pools?.find((pool) => pool.id === poolId)
  if (known) return known.name ?? known.id
  if (dictionary.pools.includes(poolId)) return poolId
  const names = (directory?.pools ?? []).map((pool) => `${pool.id} (${pool.name ?? 'no name'})`)
  throw new AppError({
    code: 'not-found',
    message: `There is no pool "${poolId}".`,
    next:
      names.length === 0
        ? 'The source names no pools; "none" means visits without one.'
        : `There are: ${names.join(', ')}; "none" means visits without a pool.`,
  })
}

/** Throws 'not-found' where a cache holds another organization than the one asked for. */
export function refuseOtherOrganization({ directory }: CacheSnapshot, organizationId: string | null): void {
  if (organizationId === null || directory === null || directory.organizationId === organizationId) return
  throw new AppError({
    code: 'not-found',
    message: `This workspace holds the organization ${directory.organizationId}, not ${organizationId}.`,
    next: 'Choose the workspace of that organization, or sync it into a workspace of its own.',
  })
}
