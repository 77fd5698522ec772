const TABLE_LENGTH = 256
const HALF_LOG_TWO_PI = 0.9189385332046727

const LOG_FACTORIALS = new Float64Array(TABLE_LENGTH)
for (let k = 2; k < TABLE_LENGTH; k += 1) LOG_FACTORIALS[k] = LOG_FACTORIALS[k - 1]! + Math.log(k)

/** log(k!) of a whole number k >= 0. */
export function logFactorial(k: number): number {
  if (k < TABLE_LENGTH) return LOG_FACTORIALS[k]!
  return (k + 0.5) * Math.log(k + 1) - (k + 1) + HALF_LOG_TWO_PI + stirlingError(k)
}

/** What Stirling's formula lacks: log(k!) - [(k + ½) log(k + 1) - (k + 1) + ½ log 2π], for whole numbers k >= 0. */
export function stirlingError(k: number): number {
  if (k < 10) return LOG_FACTORIALS[k]! - ((k + 0.5) * Math.log(k + 1) - (k + 1) + HALF_LOG_TWO_PI)
  const inverse = 1 / (k + 1)
  const square = inverse * inverse
  return (1 / 12 - (1 / 360 - square / 1260) * square) * inverse
}
