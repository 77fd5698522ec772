import type { MeasuredSeconds } from '../coverage/presence.ts'
import { DAY_MS } from '../foundation/minutes.ts'
import type { Past } from '../predict/assemble/past.ts'
import type { PoolModel } from '../predict/types.ts'
import { SLOT_MS, utcDayOf } from '../time/slots.ts'

/** What the source measured of a pool's agents, beside what was fitted. Shares 0-1; null: not measured, or too little of it. */
export interface MeasuredWork {
  readonly poolId: string | null
  /** UTC days of which something was measured. */
  readonly days: number
  /** Share of the time online in which agents were away, and what the model takes for it: 1 less its availability. */
  readonly awayShare: number | null
  readonly fittedAwayShare: number
  /** Share of the time online spent in calls. */
  readonly inCallShare: number | null
  /** Minutes in calls for each covered visitor, and the handling time that was fitted. */
  readonly minutesPerVisitor: number | null
  readonly fittedMinutes: number
  /** Visitors at once that the source states for its agents, on average, and those that were fitted. */
  readonly statedVisitorsPerAgent: number | null
  readonly fittedVisitorsPerAgent: number
}

export interface MeasuredInput {
  readonly pools: readonly { readonly poolId: string | null; readonly members: readonly string[] | null }[]
  /** In the order of the pools. */
  readonly models: readonly PoolModel[]
  /** Pools that share agents, by index: a call does not say whose visitor it was, so they are measured together. */
  readonly groups: readonly (readonly number[])[]
  readonly past: Pick<Past, 'origin' | 'traffic' | 'known'>
  /** null: nothing is known. */
  readonly presence: {
    readonly fromDay: number
    readonly through: number
    readonly seconds: readonly MeasuredSeconds[]
  } | null
  /** Of active agents, by id. */
  readonly stated: ReadonlyMap<string, number>
}

/** Under so much time online, and so many covered visitors, nothing is concluded. */
const LEAST_HOURS = 20
const LEAST_VISITORS = 50

/** What was measured of each pool's agents, as far back as fits look. */
export function measuredWork({
  pools,
  models,
  groups,
  past,
  presence,
  stated,
}: MeasuredInput): readonly MeasuredWork[] {
  const lastDay = presence === null ? -1 : Math.min(utcDayOf(past.origin), utcDayOf(presence.through)) - 1
  const firstDay = presence === null ? 0 : Math.max(presence.fromDay, utcDayOf(past.known[0]?.start ?? past.origin))
  const seconds = (presence?.seconds ?? []).filter(({ day }) => day >= firstDay && day <= lastDay)
  return pools.map(({ poolId }, index): MeasuredWork => {
    const group = groups.find((indexes) => indexes.includes(index)) ?? [index]
    const agents = agentsOf(group.map((one) => pools[one]!.members))
    const own = agents === null ? seconds : seconds.filter(({ agentId }) => agents.has(agentId))
    const sum = (key: 'idle' | 'inCall' | 'away'): number => own.reduce((total, measured) => total + measured[key], 0)
    const online = sum('idle') + sum('inCall') + sum('away')
    const days = new Set(own.map(({ day }) => day))
    const covered = coveredOn(past, new Set(group.map((one) => pools[one]!.poolId)), days)
    const isEnough = online >= LEAST_HOURS * 3600
    const limits = [...stated].flatMap(([agentId, most]) => (agents === null || agents.has(agentId) ? [most] : []))
    const model = models[index]!
    return {
      poolId,
      days: days.size,
      awayShare: isEnough ? sum('away') / online : null,
      fittedAwayShare: 1 - model.availability,
      inCallShare: isEnough ? sum('inCall') / online : null,
      minutesPerVisitor: isEnough && covered >= LEAST_VISITORS ? sum('inCall') / 60 / covered : null,
      fittedMinutes: model.holdingMinutes,
      statedVisitorsPerAgent:
        limits.length === 0 ? null : limits.reduce((total, most) => total + most, 0) / limits.length,
      fittedVisitorsPerAgent: model.visitorsPerAgent,
    }
  })
}

/** null: everybody. */
function agentsOf(members: readonly (readonly string[] | null)[]): ReadonlySet<string> | null {
  return members.includes(null) ? null : new Set(members.flatMap((own) => own ?? []))
}

function coveredOn(
  { traffic }: Pick<Past, 'traffic'>,
  pools: ReadonlySet<string | null>,
  days: ReadonlySet<number>,
): number {
  const slotsPerDay = DAY_MS / SLOT_MS
  let covered = 0
  for (const { poolId, series } of traffic) {
    if (!pools.has(poolId)) continue
    series.covered.forEach((count, slot) => {
      if (count > 0 && days.has(Math.floor((series.firstSlot + slot) / slotsPerDay))) covered += count
    })
  }
  return covered
}
