import type { Replay, Replayed } from '../../../shared/compare/replay.ts'
import type { ReplayOutput } from '../../../shared/contract/replay-output.ts'
import { DAYS_PER_WEEK, HOURS_PER_DAY } from '../../../shared/foundation/hour-of-week.ts'
import { coveragePercent } from '../../../shared/foundation/rate.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Band } from '../../../shared/predict/types.ts'

interface ReplaySubject {
  readonly from: string
  readonly to: string
  readonly timeZone: string
  readonly learned: ReplayOutput['range']['learned']
  readonly plan: Plan
}

const EVERYTHING: Band = { lower80: 1, upper80: 1, lower95: 1, upper95: 1 }
const NOTHING: Band = { lower80: 0, upper80: 0, lower95: 0, upper95: 0 }

/** A replay as it is printed. Where nobody came coverage is 100, as in every report. */
export function replayOutput(
  {
    total,
    bands,
    days,
    hours,
    hoursOfWeek,
    isRepeated,
    unknownAgents,
  }: Replay & {
    readonly isRepeated: boolean
    readonly unknownAgents: readonly string[]
  },
  { from, to, timeZone, learned, plan }: ReplaySubject,
): ReplayOutput {
  const { actual, replayed, knownShare } = partOutput(total)
  return {
    actual,
    replayed: { ...replayed, ...mapBand(bands?.rate ?? EVERYTHING, percent) },
    difference: {
      covered: total.replayed - total.covered,
      ...mapBand(bands?.covered ?? NOTHING, (covered) => covered - total.covered),
    },
    days: days.map(({ date, rate, ...day }) => ({
      date,
      ...partOutput(day),
      band: rate === null ? null : mapBand(rate, percent),
    })),
    hours: Array.from({ length: DAYS_PER_WEEK }, (_, day) =>
      hoursOfWeek.slice(day * HOURS_PER_DAY, (day + 1) * HOURS_PER_DAY).map(partOutput),
    ),
    hoursOfDay: hours.map((part, hour) => ({ hour, ...partOutput(part) })),
    learnedBefore: from,
    range: { from, to, timeZone, knownShare, learned },
    plan: { name: plan.name, timeZone: plan.timeZone, poolId: plan.poolId, repeated: isRepeated },
    unknownAgents: [...unknownAgents],
  }
}

function partOutput({ visitors, covered, replayed, agents, slots, knownSlots }: Replayed) {
  return {
    actual: figures({ visitors, covered }, agents.actual),
    replayed: figures({ visitors, covered: replayed }, agents.replayed),
    knownShare: slots === 0 ? 0 : knownSlots / slots,
  }
}

function figures(sums: { readonly visitors: number; readonly covered: number }, agents: number) {
  const missed = Math.max(0, sums.visitors - sums.covered)
  return { ...sums, missed, coverageRate: Math.min(100, coveragePercent(sums, 100)), agents }
}

function percent(rate: number): number {
  return 100 * rate
}

function mapBand({ lower80, upper80, lower95, upper95 }: Band, of: (value: number) => number): Band {
  return { lower80: of(lower80), upper80: of(upper80), lower95: of(lower95), upper95: of(upper95) }
}
