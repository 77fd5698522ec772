import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import type { AgentRules, Rules } from '../../../shared/plan/rules/rules.ts'
import type { SuggestOptions, SuggestProblem } from '../../../shared/optimise/problem.ts'
import { createRandom, type Random } from '../../../shared/predict/random.ts'
import type { AttendanceProfile, PredictionInputs } from '../../../shared/predict/types.ts'
import { FIRST_DATE, HUMAN, madeUpInputs, STEADY } from '../predict/plan-prediction/made-up-inputs.ts'

/** Options that ask for as much as can be done, far and deterministically. */
export const OPTIONS: SuggestOptions = {
  moves: 'all',
  goal: { kind: 'cover' },
  rules: { plan: { limits: {}, owedBreak: null, hourlyCost: null }, agents: {} },
  keepsEveryRule: false,
  shapes: { startsEveryMinutes: 60, lengthsHours: [4, 6, 8], breakMinutes: 30, breakAfterHours: 5 },
  hoursBudget: null,
  addHours: 0,
  agents: [],
  pinnedShifts: [],
  pinnedAgents: [],
  maxChanges: null,
  changePrice: 0,
  gap: 0,
  seed: 1,
  limits: { neighbourhoods: 40, boundSteps: 80 },
}

export interface DrawnSite {
  readonly agents: number
  readonly pools?: number
  /** History that differs from the model, and visitors who are covered with nobody signed on. */
  readonly hasHistory?: boolean
  readonly timeZone?: string
  readonly firstDate?: string
  /** Hours of the day with visitors: [from, to). */
  readonly open?: readonly [number, number]
}

/** A made-up site: people who keep to shifts each in a way of their own, pools that share agents, busy and quiet hours. */
function drawnInputs(random: Random, site: DrawnSite): PredictionInputs {
  const { agents, pools = 1, hasHistory = false, open = [6, 22] } = site
  const names = Array.from({ length: agents }, (_, index) => `agent-${index}`)
  const peaks = Array.from({ length: pools }, () => [9 + 8 * random.uniform(), 0.5 + 2 * random.uniform()] as const)
  const inputs = madeUpInputs({
    agents,
    pools,
    profile: HUMAN,
    timeZone: site.timeZone ?? 'UTC',
    firstDate: site.firstDate ?? FIRST_DATE,
    membersOf:
      pools === 1 ? null : (pool) => names.filter((_, agent) => agent % pools === pool || random.uniform() < 0.5),
    visitorsPerSlot: (slot, pool) => {
      const hour = (slot % 96) / 4
      const [peak, height] = peaks[pool]!
      if (hour < open[0] || hour >= open[1]) return 0
      return (agents / 4) * (0.5 + height * Math.exp(-((hour - peak) ** 2) / 6)) * (0.5 + random.uniform())
    },
    model: { holdingMinutes: 8 + 10 * random.uniform(), availability: 0.7 + 0.3 * random.uniform() },
    noise: random.uniform() < 0.5 ? STEADY : {},
  })
  return {
    ...inputs,
    attendance: {
      ...inputs.attendance,
      agents: Object.fromEntries(names.map((name) => [name, drawnProfile(random)])),
    },
    pools: inputs.pools.map((pool) =>
      hasHistory
        ? {
            ...pool,
            ownHistory: inputs.starts.map(() => (random.uniform() < 0.4 ? 0 : 1.6 * random.uniform() - 0.45)),
            coveredAlone: inputs.starts.map(() => (random.uniform() < 0.5 ? 0 : 0.5 * random.uniform())),
          }
        : pool,
    ),
  }
}

function drawnProfile(random: Random): AttendanceProfile {
  const shows = 0.75 + 0.25 * random.uniform()
  const middle = 0.85 + 0.15 * random.uniform()
  return {
    ...HUMAN,
    shows,
    middle: 0.9 * middle,
    middleOutsideBreaks: middle,
    duringBreaks: 0.3 * random.uniform(),
    sinceStart: HUMAN.sinceStart.map((share) => share * (0.9 + 0.1 * random.uniform())),
    afterEnd: [0.4 * random.uniform(), 0.1 * random.uniform(), 0.02],
  }
}

/** A weekly plan: most people on most days, with lunch at noon. */
function drawnPlan(random: Random, { agents, timeZone = 'UTC' }: DrawnSite): Plan {
  const shifts: Shift[] = []
  for (let agent = 0; agent < agents; agent += 1) {
    const startMinute = 60 * (7 + Math.floor(4 * random.uniform()))
    for (let day = 0; day < 7; day += 1) {
      if (random.uniform() < 0.35) continue
      const hours = [4, 6, 8, 8.5][Math.floor(4 * random.uniform())]!
      shifts.push({
        id: `${agent}-${day}`,
        agentId: `agent-${agent}`,
        day,
        startMinute,
        endMinute: startMinute + 60 * hours,
        breaks: hours > 5 ? [{ startMinute: startMinute + 150, endMinute: startMinute + 180 }] : [],
        note: '',
      })
    }
  }
  return { name: 'Drawn', timeZone, poolId: null, kind: 'weekly', shifts }
}

/** Rules that people may really have. */
function drawnRules(random: Random, agents: number): Rules {
  const maybe = (chance: number): boolean => random.uniform() < chance
  return {
    plan: {
      limits: {
        ...(maybe(0.7) ? { maxHoursPerWeek: 20 + 5 * Math.floor(5 * random.uniform()) } : {}),
        ...(maybe(0.5) ? { minRestHours: 8 + Math.floor(6 * random.uniform()) } : {}),
        ...(maybe(0.5) ? { maxConsecutiveDays: 3 + Math.floor(3 * random.uniform()) } : {}),
      },
      owedBreak: maybe(0.5) ? { afterHours: 6, minutes: 30 } : null,
      hourlyCost: null,
    },
    agents: Object.fromEntries(
      Array.from({ length: agents }, (_, agent): [string, AgentRules] => [
        `agent-${agent}`,
        {
          ...(maybe(0.3) ? { maxShiftHours: 6 + Math.floor(3 * random.uniform()) } : {}),
          ...(maybe(0.4)
            ? {
                availability: [0, 1, 2, 3, 4, 5, 6]
                  .filter(() => maybe(0.8))
                  .map((dayOfWeek) => ({
                    dayOfWeek,
                    startMinute: 360,
                    endMinute: 1200 + 60 * Math.floor(8 * random.uniform()),
                  })),
              }
            : {}),
        },
      ]),
    ),
  }
}

/** A site, a plan and rules by a number. */
export function drawnProblem(
  seed: number,
  site: DrawnSite,
  options: Partial<SuggestOptions> = {},
): SuggestProblem & { readonly random: Random } {
  const random = createRandom(seed)
  const inputs = drawnInputs(random, site)
  const plan = drawnPlan(random, site)
  return { random, inputs, plan, options: { ...OPTIONS, rules: drawnRules(random, site.agents), ...options } }
}
