import type { Formatter } from '../../format/formatter.ts'
import type { Option } from '../../kit/option-list.tsx'
import type { Overview } from '../workspace/workspace-types.ts'

/** Whose visitors: everybody's, those without a pool, or one pool's. */
export type PoolChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'pool'; readonly id: string }

/** As the backend wants it: undefined is all pools, null "No pool". */
export function poolIdOf(pool: PoolChoice): string | null | undefined {
  if (pool.kind === 'all') return undefined
  return pool.kind === 'none' ? null : pool.id
}

/** The choice that an address, or an option, names. */
export function parsePool(text: string | undefined): PoolChoice {
  if (text === 'none') return { kind: 'none' }
  return text?.startsWith('id:') ? { kind: 'pool', id: text.slice(3) } : { kind: 'all' }
}

/** A choice as an address holds it: nothing for the usual one. */
export function formatPool(pool: PoolChoice): Readonly<Record<string, string>> {
  return pool.kind === 'all' ? {} : { pool: poolKey(pool) }
}

/** Names a choice among the options. */
export function poolKey(pool: PoolChoice): string {
  return pool.kind === 'pool' ? `id:${pool.id}` : pool.kind
}

/** The pools to choose from; those no longer in the source last. */
export function poolOptions(
  overview: Pick<Overview, 'pools' | 'hasVisitsWithoutPool'>,
  format: Formatter,
): readonly Option[] {
  const t = format.texts.filters
  const pools = overview.pools.toSorted(
    (a, b) => Number(b.present) - Number(a.present) || nameOfPool(a, t).localeCompare(nameOfPool(b, t)),
  )
  return [
    { id: 'all', label: t.allPools },
    ...pools.map((pool) => ({
      id: `id:${pool.id}`,
      label: nameOfPool(pool, t),
      isName: true,
      ...(pool.present ? {} : { detail: t.poolGone }),
    })),
    ...(overview.hasVisitsWithoutPool ? [{ id: 'none', label: t.noPool }] : []),
  ]
}

/** What a choice is called. */
export function poolName(pool: PoolChoice, overview: Pick<Overview, 'pools'>, format: Formatter): string {
  const t = format.texts.filters
  if (pool.kind !== 'pool') return pool.kind === 'all' ? t.allPools : t.noPool
  const found = overview.pools.find((one) => one.id === pool.id)
  return found === undefined ? t.unknownPool : nameOfPool(found, t)
}

function nameOfPool(pool: Overview['pools'][number], t: Formatter['texts']['filters']): string {
  return pool.name ?? t.namelessPool({ id: pool.id.slice(0, 8) })
}
