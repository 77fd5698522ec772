import { utcDayOf } from '../../time/slots.ts'
import type { PredictionFacts } from './facts.ts'

/**
 * The agents who serve a pool at an instant, in order; null: everybody. Everybody serves "No pool" (null), a pool that the source does
 * not name, a catch-all pool that lists nobody, and every pool where membership is not known.
 */
export function membersAt(
  facts: Pick<PredictionFacts, 'pools' | 'members'>,
  poolId: string | null,
  instant: number,
): readonly string[] | null {
  if (facts.members === null || poolId === null) return null
  const day = utcDayOf(instant)
  const ofPool = facts.members.filter((member) => member.poolId === poolId)
  const pool = facts.pools?.find(({ id }) => id === poolId)
  if (ofPool.length === 0 && pool === undefined) return null
  const serving = ofPool.filter(
    ({ fromDay, untilDay }) => (fromDay === null || fromDay <= day) && (untilDay === null || day < untilDay),
  )
  if (serving.length === 0 && pool?.isCatchAll === true) return null
  return [...new Set(serving.map(({ agentId }) => agentId))].toSorted()
}
