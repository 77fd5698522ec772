import { HOUR_MS } from '../../../../shared/foundation/minutes.ts'
import type { PlannedInterval } from '../../../../shared/plan/plan.ts'
import type {
  AttendanceProfile,
  DemandNoise,
  PoolModel,
  PoolPredictionInput,
  PredictionInputs,
  TypicalStaffing,
} from '../../../../shared/predict/types.ts'
import { localRange, parseLocalDate } from '../../../../shared/time/local.ts'
import { SLOT_MS } from '../../../../shared/time/slots.ts'
import { createRandom } from '../../../../shared/predict/random.ts'

export const FIRST_DATE = '2026-03-01'

/** People who are always there. */
const FAITHFUL: AttendanceProfile = {
  shows: 1,
  beforeStart: [0, 0, 0],
  sinceStart: [1, 1, 1, 1, 1, 1],
  beforeEnd: [1, 1, 1, 1, 1, 1],
  afterEnd: [0, 0, 0],
  middle: 1,
  middleOutsideBreaks: 1,
  duringBreaks: 0,
  shifts: 100,
}

/** People as they are. */
export const HUMAN: AttendanceProfile = {
  shows: 0.95,
  beforeStart: [0.2, 0.05, 0],
  sinceStart: [0.7, 0.9, 0.95, 0.96, 0.97, 0.97],
  beforeEnd: [0.8, 0.9, 0.95, 0.96, 0.97, 0.97],
  afterEnd: [0.2, 0.05, 0],
  middle: 0.9,
  middleOutsideBreaks: 0.97,
  duringBreaks: 0.1,
  shifts: 100,
}

/** Every week and day as busy as is expected. */
export const STEADY: Partial<DemandNoise> = { dayCv: 0, weekCv: 0 }

export interface MadeUp {
  readonly timeZone?: string
  readonly firstDate?: string
  readonly pools?: number
  /** Agents `agent-0`, `agent-1` ... */
  readonly agents?: number
  /** null: everybody serves every pool. */
  readonly membersOf?: ((pool: number) => readonly string[]) | null
  readonly visitorsPerSlot?: (slot: number, pool: number) => number
  readonly model?: Partial<PoolModel>
  readonly profile?: AttendanceProfile
  readonly noise?: Partial<DemandNoise>
  /** Number online in past weeks. */
  readonly typical?: (slot: number) => number
}

export function weekStarts(firstDate: string, timeZone: string): readonly number[] {
  const last = new Date(Date.parse(`${firstDate}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10)
  const { start, end } = localRange(firstDate, last, timeZone)
  return Array.from({ length: (end - start) / SLOT_MS }, (_, slot) => start + slot * SLOT_MS)
}

/** Inputs of a made-up site. */
export function madeUpInputs(options: MadeUp = {}): PredictionInputs {
  const { timeZone = 'UTC', firstDate = FIRST_DATE, profile = FAITHFUL } = options
  const starts = weekStarts(firstDate, timeZone)
  const agents = Array.from({ length: options.agents ?? 0 }, (_, index) => `agent-${index}`)
  const typical = constantTypical(starts.length, options.typical ?? (() => 2))
  const count = options.pools ?? 1
  const draws = drawsOf(options.model)
  const pools = Array.from({ length: count }, (_, pool): PoolPredictionInput => ({
    poolId: `pool-${pool}`,
    visitors: starts.map((_, slot) => options.visitorsPerSlot?.(slot, pool) ?? 5),
    noise: { dispersion: 1.2, slotCv: 0.05, dayCv: 0.06, weekCv: 0.05, ...options.noise },
    model: {
      poolId: `pool-${pool}`,
      holdingMinutes: 6,
      availability: 0.9,
      visitorsPerAgent: 1,
      loadFactors: Array.from({ length: 168 }, () => 1),
      draws,
      weeks: 8,
      visits: 20_000,
      warnings: [],
      ...options.model,
    },
    loadFactors: starts.map(() => 1),
    members: options.membersOf?.(pool) ?? null,
    typical,
  }))
  return {
    timeZone,
    firstDate,
    starts,
    origin: starts[0]!,
    pools,
    groups: [pools.map((_, index) => index)],
    attendance: { agents: Object.fromEntries(agents.map((agent) => [agent, profile])), everybody: profile },
    typical,
    forecastAccuracy: { method: 'combination', wape: 0.1, mase: 0.8, bias: 0, holds80: 0.8, holds95: 0.95, origins: 8 },
    seed: 1,
  }
}

/** Draws of a bootstrap about the fitted values. */
function drawsOf(model: Partial<PoolModel> = {}): PoolModel['draws'] {
  const random = createRandom(99)
  const { holdingMinutes = 6, availability = 0.9 } = model
  return Array.from({ length: 100 }, () => ({
    holdingMinutes: holdingMinutes * Math.exp(0.05 * random.normal()),
    availability: Math.min(1, availability + 0.01 * random.normal()),
  }))
}

export function constantTypical(slots: number, online: (slot: number) => number): TypicalStaffing {
  return {
    offsets: Array.from({ length: slots + 1 }, (_, slot) => slot),
    agents: Array.from({ length: slots }, (_, slot) => online(slot)),
    shares: Array.from({ length: slots }, () => 1),
    weeks: 8,
  }
}

export interface IntervalTimes {
  readonly agentId?: string | null
  /** Hours after the week's begin. */
  readonly from: number
  readonly to: number
  readonly breaks?: readonly (readonly [number, number])[]
}

let made = 0

/** An interval by hours after the week's begin. */
export function interval(
  inputs: PredictionInputs,
  { agentId = null, from, to, breaks = [] }: IntervalTimes,
): PlannedInterval {
  const at = (hours: number): number => inputs.starts[0]! + hours * HOUR_MS
  made += 1
  return {
    shiftId: `shift-${made}`,
    agentId,
    localDay: parseLocalDate(inputs.firstDate) + Math.floor(from / 24),
    start: at(from),
    end: at(to),
    breaks: breaks.map(([start, end]) => ({ start: at(start), end: at(end) })),
  }
}
