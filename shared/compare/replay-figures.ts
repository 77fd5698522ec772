import type { ReplayOutput } from '../contract/replay-output.ts'
import type { Formatter } from '../language/formatter.ts'

/** A day or an hour of a replay. */
type ReplayPart = Pick<ReplayOutput['days'][number], 'actual' | 'replayed' | 'knownShare'>

/** Visitors, both rates, visitors covered more, and both numbers of agents, as a table shows them; `nothing` where there is none. */
export function replayFigures(
  { actual, replayed, knownShare }: ReplayPart,
  format: Pick<Formatter, 'count' | 'rate' | 'signed' | 'average'>,
  nothing: string,
): readonly string[] {
  const rate = (percent: number): string => (actual.visitors === 0 ? nothing : format.rate(percent))
  const figures = [
    format.count(actual.visitors),
    rate(actual.coverageRate),
    rate(replayed.coverageRate),
    format.signed(replayed.covered - actual.covered),
    format.average(actual.agents),
    format.average(replayed.agents),
  ]
  return knownShare === 0 ? figures.map(() => nothing) : figures
}
