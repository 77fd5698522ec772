import type { PlanAt } from './plan-at.ts'
import type { StaffingBlock } from './block-types.ts'

/** The same hours on one or several days of the week: 0 = Sunday, ascending; `endHour` exclusive. */
export interface HoursChoice {
  readonly dayIndices: readonly number[]
  readonly startHour: number
  readonly endHour: number
}

/** "12345_12-14", for an address. */
export function formatHours({ dayIndices, startHour, endHour }: HoursChoice): string {
  return `${dayIndices.join('')}_${startHour}-${endHour}`
}

/** The hours that an address names; null: none, or none that make sense. */
export function parseHours(text: string | undefined): HoursChoice | null {
  const match = /^([0-6]{1,7})_(\d{1,2})-(\d{1,2})$/u.exec(text ?? '')
  if (match === null) return null
  const dayIndices = Array.from(match[1]!, Number)
  const [startHour, endHour] = [Number(match[2]), Number(match[3])]
  const areDays = dayIndices.every((day, index) => index === 0 || day > dayIndices[index - 1]!)
  return areDays && startHour < endHour && endHour <= 24 ? { dayIndices, startHour, endHour } : null
}

export function isSameHours(a: HoursChoice, b: HoursChoice | null): boolean {
  return b !== null && formatHours(a) === formatHours(b)
}

/** Whether an hour of the week lies in a choice. */
export function hasHour(
  { dayIndices, startHour, endHour }: HoursChoice,
  { dayOfWeek, hour }: { readonly dayOfWeek: number; readonly hour: number },
): boolean {
  return dayIndices.includes(dayOfWeek) && hour >= startHour && hour < endHour
}

/** The shifts that a block asks for: its hours, on each of its days, by as many agents as it suggests. */
export function shiftsToAdd({
  dayIndices,
  startHour,
  endHour,
  suggestedAgents,
  poolId,
}: HoursChoice & Pick<StaffingBlock, 'suggestedAgents' | 'poolId'>): PlanAt {
  return { days: dayIndices, startHour, endHour, agents: suggestedAgents, poolId }
}

/** The shift that an hour asks for. */
export function planAtHour(
  { dayOfWeek, hour }: { readonly dayOfWeek: number; readonly hour: number },
  poolId: string | null | undefined,
): PlanAt {
  return { days: [dayOfWeek], startHour: hour, endHour: null, agents: 1, poolId: poolId ?? null }
}
