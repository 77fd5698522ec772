import type { ScreenParams } from '../routing/route.ts'

/** Hours of the week for which shifts are to be planned. */
export interface PlanAt {
  /** Days of the week, 0 = Sunday, ascending. */
  readonly days: readonly number[]
  readonly startHour: number
  /** Exclusive, 1-24; null: as long as a short shift. */
  readonly endHour: number | null
  /** How many on each day. */
  readonly agents: number
  /** For whose visitors; null: everybody's. */
  readonly poolId: string | null
}

/** More on one day are not planned at once. */
const MOST_AGENTS = 99

/** What an address says of it. */
export function formatPlanAt({ days, startHour, endHour, agents, poolId }: PlanAt): ScreenParams {
  return {
    weekday: days.join(''),
    hour: String(startHour),
    ...(endHour === null ? {} : { until: String(endHour) }),
    ...(agents === 1 ? {} : { agents: String(Math.min(agents, MOST_AGENTS)) }),
    ...(poolId === null ? {} : { for: poolId }),
  }
}

/** What an address asks for; null: nothing, or nothing that makes sense. */
export function parsePlanAt(params: ScreenParams): PlanAt | null {
  const days = Array.from(params['weekday'] ?? '', Number)
  const startHour = wholeNumber(params['hour'])
  const endHour = wholeNumber(params['until'])
  const agents = wholeNumber(params['agents']) ?? 1
  const areDays =
    days.length > 0 && days.every((day, index) => day >= 0 && day <= 6 && (index === 0 || day > days[index - 1]!))
  const areHours =
    startHour !== null &&
    startHour <= 23 &&
    (endHour === null ? params['until'] === undefined : endHour > startHour && endHour <= 24)
  return areDays && areHours && agents >= 1 && agents <= MOST_AGENTS
    ? { days, startHour, endHour, agents, poolId: params['for'] ?? null }
    : null
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,2}$/u.test(text) ? Number(text) : null
}
