import type { AllowedMoves, SuggestProblem } from '../../shared/optimise/problem.ts'
import { createSuggestion } from '../../shared/optimise/suggestion.ts'
import { ms, type BenchTable } from './table.ts'
import { suggestSites } from './suggest-data.ts'

/** Processor time, which a busy machine does not stretch. */
const BUDGETS_MS = [5_000, 30_000] as const
const MOVES: readonly AllowedMoves[] = ['breaks', 'starts', 'all']

/** Better schedules of sites of several sizes: visitors covered, how fast, and how near the bound comes. */
export async function benchSuggest(): Promise<readonly BenchTable[]> {
  return suggestSites().map(({ title, problem }) => ({
    title: `Suggestions: ${title}`,
    rows: MOVES.flatMap((moves) => rowsOf(moves, { ...problem, options: { ...problem.options, moves } })),
    notes: ['Times are the processor’s own.'],
  }))
}

function rowsOf(moves: AllowedMoves, problem: SuggestProblem) {
  const begun = processor()
  const suggestion = createSuggestion(problem)
  const before = suggestion.best().covered
  const prepared = processor() - begun
  let progress = suggestion.step()
  // The bound comes when everybody has their best week.
  while (!progress.isDone && progress.bound === null) progress = suggestion.step()
  const searched = { covered: progress.covered, at: processor() - begun }
  const gaps: string[] = []
  for (const budget of BUDGETS_MS) {
    while (!progress.isDone && processor() - begun < budget) progress = suggestion.step()
    const { bound, covered } = progress
    if (bound === null) continue
    const share = Math.max(0, (bound - covered) / (bound - before))
    gaps.push(`${(100 * share).toFixed(2)} % after ${ms(processor() - begun)}`)
  }
  return [
    {
      what: `${moves}: visitors covered before, searched, with neighbourhoods`,
      value: [before, searched.covered, progress.covered].map((covered) => covered.toFixed(1)).join(' → '),
    },
    { what: `${moves}: prepared, searched after`, value: [prepared, searched.at].map(ms).join(', ') },
    { what: `${moves}: gap of the gain`, value: gaps.join(', ') },
  ]
}

function processor(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
