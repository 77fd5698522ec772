import type { PredictionInputs, TypicalStaffing } from '../types.ts'

const DIGITS = 7

/** Inputs with numbers of seven digits: nobody sees the difference, and as JSON they are half as long. */
export function roundedInputs(inputs: PredictionInputs): PredictionInputs {
  return {
    ...inputs,
    pools: inputs.pools.map((pool) => ({
      ...pool,
      visitors: rounded(pool.visitors),
      ...(pool.parts === undefined
        ? {}
        : { parts: pool.parts.map((part) => ({ ...part, shares: rounded(part.shares) })) }),
      loadFactors: rounded(pool.loadFactors),
      ...(pool.ownHistory === undefined ? {} : { ownHistory: rounded(pool.ownHistory) }),
      ...(pool.coveredAlone === undefined ? {} : { coveredAlone: rounded(pool.coveredAlone) }),
      typical: roundedStaffing(pool.typical),
      model: {
        ...pool.model,
        loadFactors: rounded(pool.model.loadFactors),
        draws: pool.model.draws.map(({ holdingMinutes, availability }) => ({
          holdingMinutes: round(holdingMinutes),
          availability: round(availability),
        })),
      },
    })),
    typical: roundedStaffing(inputs.typical),
  }
}

/** Numbers of seven digits. */
export function rounded(values: ArrayLike<number>): readonly number[] {
  return Array.from(values, round)
}

function roundedStaffing(staffing: TypicalStaffing): TypicalStaffing {
  return { ...staffing, shares: rounded(staffing.shares) }
}

function round(value: number): number {
  return Number(value.toPrecision(DIGITS))
}
