import { decimalProblem, parseDecimal } from '../../kit/number-text.ts'

const RANGE = { minValue: 0, maxValue: 1_000_000 }

/** An hourly cost as its field shows it; empty: nothing is said. */
export function costText(cost: number | null | undefined): string {
  return cost === null || cost === undefined ? '' : String(cost)
}

/** What is wrong with a cost as typed; null: nothing. */
export function costProblem(text: string): string | null {
  return text.trim() === '' ? null : decimalProblem(parseDecimal(text), RANGE)
}

/** The cost that was typed, where nothing is wrong with it; null: none. */
export function typedCost(text: string): number | null {
  return text.trim() === '' ? null : parseDecimal(text)
}
