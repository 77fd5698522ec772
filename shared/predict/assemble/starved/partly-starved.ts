import type { SessionInterval } from '../../../coverage/session-interval.ts'
import { utcDayOf, SLOT_MS, SLOTS_PER_DAY } from '../../../time/slots.ts'
import type { PoolHistory, VisitSeries } from './pool-history.ts'

const SLOTS_PER_WEEK = 7 * SLOTS_PER_DAY
/** Within so many weeks neither staff nor what pools have of all visits is taken to change much. */
const BLOCK_WEEKS = 4
/** More agents online than that make no difference to whether one is free. */
const MOST_AGENTS = 4
/** Standard deviations. By chance, one pool in 30,000. */
const LEAST_FALL = 4
/** By so much lower than elsewhere coverage must look. */
const LEAST_LOWER = 0.1

/** Agents online in the middle of each UTC slot [firstSlot, firstSlot + length), of some agents (null: of all). */
export type AgentsOnline = (
  agents: readonly string[] | null,
  slots: { readonly firstSlot: number; readonly length: number },
) => ArrayLike<number>

/**
 * Whether a pool has less of all visits, at the same time of the week, while its agents are online. When visitors come does not depend on
 * who is online, so what is missing then is recorded elsewhere. It takes weeks whose staffing differs; where every week is as the last,
 * nothing is found. `agents` are those online in each slot of the series.
 */
export function losesVisits(own: VisitSeries, all: ArrayLike<number>, agents: ArrayLike<number>): boolean {
  return shareFall(own, all, agents) > LEAST_FALL
}

/** Whether coverage, while agents are online, is clearly lower than that of pools which may have the visits. */
export function looksLessCovered(pool: PoolHistory, others: readonly PoolHistory[]): boolean {
  const [own, other] = [coverageOnline([pool]), coverageOnline(others)]
  return own !== null && other !== null && other - own >= LEAST_LOWER
}

function coverageOnline(pools: readonly PoolHistory[]): number | null {
  let [visitors, covered] = [0, 0]
  for (const { days } of pools) {
    for (const { online, coveredOnline } of days) {
      visitors += online
      covered += coveredOnline
    }
  }
  return visitors === 0 ? null : covered / visitors
}

/** Counts agents online from sessions; one that is open lasts beyond every slot. */
export function agentsOnlineFrom(sessions: readonly SessionInterval[]): AgentsOnline {
  return (agents, { firstSlot, length }) => {
    const counted = agents === null ? null : new Set(agents)
    const changes = new Float64Array(length + 1)
    const slotFrom = (instant: number): number =>
      Math.min(length, Math.max(0, Math.ceil(instant / SLOT_MS - 0.5) - firstSlot))
    for (const { agentId, startedAt, endedAt } of sessions) {
      if (counted?.has(agentId) === false) continue
      changes[slotFrom(startedAt)]! += 1
      changes[endedAt === null ? length : slotFrom(endedAt)]! -= 1
    }
    let online = 0
    return Float64Array.from({ length }, (_, slot) => (online += changes[slot]!))
  }
}

/** How many standard deviations a pool's share of all visits falls with its agents: a trend within each slot of the week, as it scatters from day to day. */
function shareFall({ firstSlot, visitors }: VisitSeries, all: ArrayLike<number>, online: ArrayLike<number>): number {
  const agents = Float64Array.from({ length: all.length }, (_, slot) => Math.min(MOST_AGENTS, online[slot]!))
  const days = new Float64Array(utcDayOf((firstSlot + all.length) * SLOT_MS) - utcDayOf(firstSlot * SLOT_MS) + 1)
  for (let block = 0; block < all.length; block += BLOCK_WEEKS * SLOTS_PER_WEEK) {
    const end = Math.min(all.length, block + BLOCK_WEEKS * SLOTS_PER_WEEK)
    for (let first = block; first < Math.min(end, block + SLOTS_PER_WEEK); first++) {
      let [total, own, agentVisits] = [0, 0, 0]
      for (let slot = first; slot < end; slot += SLOTS_PER_WEEK) {
        total += all[slot]!
        own += visitors[slot]!
        agentVisits += all[slot]! * agents[slot]!
      }
      if (own === 0 || own === total) continue
      for (let slot = first; slot < end; slot += SLOTS_PER_WEEK) {
        const missing = all[slot]! * (own / total) - visitors[slot]!
        days[utcDayOf((firstSlot + slot) * SLOT_MS) - utcDayOf(firstSlot * SLOT_MS)]! +=
          (agents[slot]! - agentVisits / total) * missing
      }
    }
  }
  const scatter = Math.sqrt(days.reduce((sum, score) => sum + score * score, 0))
  return scatter === 0 ? 0 : days.reduce((sum, score) => sum + score, 0) / scatter
}
