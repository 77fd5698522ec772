const HALF_LOG_TWO_PI = 0.9189385332046727

/** log of the gamma function for x > 0, to about 1e-12: Stirling's series, reached by recurrence. */
export function logGamma(x: number): number {
  let shifted = x
  let product = 1
  while (shifted < 8) {
    product *= shifted
    shifted += 1
  }
  const inverse = 1 / shifted
  const square = inverse * inverse
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))))
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series - Math.log(product)
}
