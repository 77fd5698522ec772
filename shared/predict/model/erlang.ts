/**
 * Share of visitors turned away by a loss system (Erlang B) of whole `servers` under a load in erlangs. B(0, a) = 1; B(n, 0) = 0 for
 * n >= 1. Finite for every load, Infinity included; a load that is negative or not a number counts as none.
 */
export function erlangB(servers: number, load: number): number {
  if (servers < 1) return 1
  if (!(load > 0)) return 0
  // 1/B(k) = 1 + k/a 1/B(k-1): only sums of positive terms, so nothing cancels; where it overflows, B is 0 to every digit.
  const perErlang = 1 / load
  let inverse = 1
  for (let server = 1; server <= servers; server++) inverse = 1 + server * perErlang * inverse
  return 1 / inverse
}

/**
 * Blocking of 0, step, 2 step, ... servers under one load, into `out` as far as it reaches: one pass for all of them.
 */
export function fillBlocking(out: Float64Array, load: number, step: number): void {
  out[0] = 1
  if (!(load > 0)) {
    out.fill(0, 1)
    return
  }
  const perErlang = 1 / load
  let inverse = 1
  let server = 0
  for (let index = 1; index < out.length; index++) {
    for (let last = server + step; server < last;) inverse = 1 + ++server * perErlang * inverse
    out[index] = 1 / inverse
  }
}
