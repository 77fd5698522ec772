/** Whose shifts the rosters of the benchmark have. */
export const ROSTER_AGENTS = 400
