import { parseMapping, type SourceMapping } from '../../../shared/contract/source/mapping.ts'
import type { SourceSettings } from '../../../shared/contract/source-settings.ts'
import { sourceFingerprint } from '../../sync/fingerprints.ts'
import { targetOf } from '../../sync/postgres/connection-target.ts'
import { formerIdentities, sourceIdentity } from '../../sync/postgres/source-identity.ts'
import type { CountedDays } from '../../sync/would-forget.ts'
import type { WorkspaceRecord, WorkThread } from '../threads/work-thread.ts'

type PostgresSettings = Extract<SourceSettings, { readonly kind: 'postgres' }>

/**
 * The counted days of a workspace that would be lost, or counted in another way, if its source became `next`; null: none. What only adds
 * tables or columns that were not read before loses nothing: those days are counted again.
 */
export async function lostByChange(
  work: WorkThread,
  { id, source: before }: WorkspaceRecord,
  next: PostgresSettings,
): Promise<CountedDays | null> {
  const counted = await work.countedDays(id)
  if (counted === null) return null
  const { database } = targetOf(next.url)
  const mapping = parseMapping(next.mapping ?? {})
  const names = [sourceIdentity({ database }, mapping), ...formerIdentities({ database }, mapping)].map((identity) =>
    sourceFingerprint(identity, next.organizationId),
  )
  if (!counted.fingerprints.every((fingerprint) => names.includes(fingerprint))) return counted
  if (before?.kind !== 'postgres') return null
  return isReplaced(dividedBy(parseMapping(before.mapping ?? {})), dividedBy(mapping)) ? counted : null
}

/** What days are divided by: another name for one of these, or none, counts them in another way. */
function dividedBy({ schema, pageviews, poolMembers }: SourceMapping): readonly unknown[] {
  const members =
    poolMembers === null
      ? null
      : {
          table: [poolMembers.schema ?? schema, poolMembers.table],
          agentId: poolMembers.agentId,
          poolId: poolMembers.poolId,
        }
  return [pageviews.poolId, pageviews.country, members]
}

function isReplaced(before: readonly unknown[], next: readonly unknown[]): boolean {
  return before.some((value, index) => value !== null && JSON.stringify(value) !== JSON.stringify(next[index]))
}
