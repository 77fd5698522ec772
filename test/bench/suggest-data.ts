import { FIRST_DATE, HUMAN, madeUpInputs } from '../unit/predict/plan-prediction/made-up-inputs.ts'
import type { SuggestProblem } from '../../shared/optimise/problem.ts'
import type { Shift } from '../../shared/plan/plan.ts'
import { parseLocalDate } from '../../shared/time/local.ts'

/** A site of the bench. */
interface SuggestSite {
  readonly title: string
  readonly problem: SuggestProblem
}

/** Sites like those of the prototype: one class of pools, classes that share agents, and many. */
export function suggestSites(): readonly SuggestSite[] {
  return [
    { title: '14 agents of one pool', problem: problemOf({ agents: 14, pools: 1, poolsOf: () => [0] }) },
    { title: '40 agents of one pool', problem: problemOf({ agents: 40, pools: 1, poolsOf: () => [0] }) },
    {
      title: '40 agents of three pools, half of them in two',
      problem: problemOf({
        agents: 40,
        pools: 3,
        poolsOf: (agent) => (agent % 2 === 0 ? [agent % 3] : [agent % 3, (agent + 1) % 3]),
      }),
    },
    {
      title: '300 agents of 20 pools',
      problem: problemOf({ agents: 300, pools: 20, poolsOf: (agent) => [agent % 20] }),
    },
  ]
}

interface SiteSize {
  readonly agents: number
  readonly pools: number
  readonly poolsOf: (agent: number) => readonly number[]
}

/** Everybody works five days, starts at one of three hours and has lunch at noon. */
function problemOf({ agents, pools, poolsOf }: SiteSize): SuggestProblem {
  const names = Array.from({ length: agents }, (_, agent) => `agent-${agent}`)
  const perPool = agents / pools / 14
  const made = madeUpInputs({
    agents,
    pools,
    profile: HUMAN,
    membersOf: pools === 1 ? null : (pool) => names.filter((_, agent) => poolsOf(agent).includes(pool)),
    visitorsPerSlot: (slot, pool) => {
      const hour = (slot % 96) / 4
      const day = Math.floor(slot / 96)
      const peak = 12.5 + (pool % 3) - 1
      const busy =
        hour < 7 || hour > 21
          ? 0.5
          : 5 + 4 * Math.exp(-((hour - peak) ** 2) / 4) + 2 * Math.exp(-((hour - 17) ** 2) / 3)
      return perPool * (day === 0 || day === 6 ? 0.4 : 1) * busy
    },
    model: { holdingMinutes: 12 },
  })
  const apart = pools > 3
  const inputs = apart ? { ...made, groups: made.pools.map((_, index) => [index]) } : made
  const shifts = names.flatMap((agentId, agent) =>
    [1, 2, 3, 4, 5].map((day): Shift => {
      const startMinute = [480, 540, 600][agent % 3]!
      return {
        id: `${agent}-${day}`,
        agentId,
        day,
        startMinute,
        endMinute: startMinute + 510,
        breaks: [{ startMinute: 720, endMinute: 750 }],
        note: '',
      }
    }),
  )
  const limits = { maxHoursPerWeek: 40, minRestHours: 11, maxConsecutiveDays: 5 }
  return {
    inputs,
    plan: { name: 'Bench', timeZone: 'UTC', poolId: null, kind: 'weekly', shifts },
    options: {
      moves: 'all',
      goal: { kind: 'cover' },
      rules: { plan: { limits, owedBreak: { afterHours: 6, minutes: 30 }, hourlyCost: null }, agents: {} },
      keepsEveryRule: false,
      shapes: { startsEveryMinutes: 60, lengthsHours: [4, 6, 8.5], breakMinutes: 30, breakAfterHours: 5 },
      hoursBudget: null,
      addHours: 0,
      agents: [],
      pinnedShifts: [],
      pinnedAgents: [],
      maxChanges: null,
      changePrice: 0,
      gap: 0,
      seed: parseLocalDate(FIRST_DATE),
      limits: { neighbourhoods: 100_000, boundSteps: 100_000 },
    },
  }
}
