import { HOUR_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import type { PredictionFacts } from '../../predict/assemble/facts.ts'
import { onlineByAgent } from '../../predict/attendance/work-intervals.ts'
import { typicalByClass } from '../../predict/plan-prediction/plan-predictor.ts'
import type { PredictionInputs, TypicalStaffing } from '../../predict/types.ts'
import { localDateOf } from '../../time/local.ts'
import { SLOT_MS } from '../../time/slots.ts'
import { actualSlots } from '../actual-slots.ts'
import { isOnlineAt } from './agents-now.ts'
import { withDaySoFar } from './day-so-far.ts'

export interface NextVisitorOptions {
  /** Of a week that begins today. */
  readonly inputs: PredictionInputs
  readonly facts: PredictionFacts
  /** Nothing at or after it is known, epoch milliseconds: the figures are as of then. */
  readonly now: number
}

/** A pool at one instant. */
export interface PoolNow {
  /** null: visits without a pool. */
  readonly poolId: string | null
  /** Pools that are predicted as this one, for want of visits of their own. */
  readonly includes?: readonly (string | null)[] | undefined
  /** Chance (0-1) that a visitor who comes now is covered; null: the source has no sessions of its agents. */
  readonly chance: number | null
  /** Agents online who serve it. */
  readonly agents: number
  /** Expected now, from the forecast, the day so far and the last minutes. */
  readonly visitorsPerHour: number
}

export interface NextVisitor {
  readonly now: number
  /** Of all pools, by how many visitors each expects now; null: none is expected, or one of those expected is not known. */
  readonly chance: number | null
  /** Agents online, each once. */
  readonly agents: number
  readonly pools: readonly PoolNow[]
}

/** So long before now visitors say how busy it is this moment. */
const LAST_MINUTES_MS = 30 * MINUTE_MS

/**
 * The chance that the next visitor is covered: C(n; a) with the agents who are online and the load of this moment, from the day so far and
 * the last minutes. null: it is no instant of today, or what came in the last minutes is not known.
 */
export function nextVisitor({ inputs, facts, now }: NextVisitorOptions): NextVisitor | null {
  if (localDateOf(now, inputs.timeZone) !== inputs.firstDate) return null
  const slots = inputs.starts.flatMap((start, slot) => (start <= now ? [slot] : []))
  const slot = slots.at(-1)
  if (slot === undefined) return null
  const actual = actualSlots(inputs, facts, { poolId: null, now })
  const passed = slots.filter((one) => inputs.starts[one]! + SLOT_MS <= now)
  const last = passed.filter((one) => inputs.starts[one]! + SLOT_MS > now - LAST_MINUTES_MS)
  if (last.some((one) => actual.known[one] !== 1)) return null
  const earlier = passed.filter((one) => !last.includes(one))
  const asItGoes = withDaySoFar(withOwnMoments(withDaySoFar(inputs, actual, earlier)), actual, last)
  const online = [...onlineByAgent(facts.sessions, { from: now - 1, origin: now })]
    .filter(([, own]) => isOnlineAt(own, now))
    .map(([agentId]) => agentId)
  const agentsOf = asItGoes.pools.map(({ members }) =>
    members === null ? online.length : online.filter((agentId) => members.includes(agentId)).length,
  )
  const chances = chancesWith(asItGoes, agentsOf, slot)
  const pools = asItGoes.pools.map(({ poolId, includes, visitors, model }, pool): PoolNow => ({
    poolId,
    ...(includes === undefined ? {} : { includes }),
    chance: model.warnings.some(({ kind }) => kind === 'no-sessions') ? null : chances[pool]!,
    agents: agentsOf[pool]!,
    visitorsPerHour: (visitors[slot]! * HOUR_MS) / SLOT_MS,
  }))
  return { now, chance: chanceOfAll(pools), agents: online.length, pools }
}

/** A quarter-hour may be busier than the rest of its day. */
function withOwnMoments(inputs: PredictionInputs): PredictionInputs {
  return {
    ...inputs,
    pools: inputs.pools.map((pool) => {
      const { noise } = pool
      return { ...pool, noise: { ...noise, dayCv: Math.hypot(noise.dayCv, noise.slotCv) } }
    }),
  }
}

/** By pool the chance of a visitor in a slot, with so many agents online as are known to be. */
function chancesWith(inputs: PredictionInputs, agentsOf: readonly number[], slot: number): readonly number[] {
  const classes = typicalByClass({
    ...inputs,
    pools: inputs.pools.map((pool, index) => ({
      ...pool,
      typical: alwaysOnline(agentsOf[index]!, inputs.starts.length),
    })),
  })
  return inputs.pools.map((_, index) => classes.find(({ pools }) => pools.includes(index))!.rates[slot]!)
}

function alwaysOnline(agents: number, slots: number): TypicalStaffing {
  const each = Array.from({ length: slots }, (_, slot) => slot)
  return { offsets: [...each, slots], agents: each.map(() => agents), shares: each.map(() => 1), weeks: 1 }
}

function chanceOfAll(pools: readonly PoolNow[]): number | null {
  const expected = pools.filter(({ visitorsPerHour }) => visitorsPerHour > 0)
  if (expected.length === 0 || expected.some(({ chance }) => chance === null)) return null
  const visitors = expected.reduce((sum, { visitorsPerHour }) => sum + visitorsPerHour, 0)
  return expected.reduce((sum, { chance, visitorsPerHour }) => sum + chance! * visitorsPerHour, 0) / visitors
}
