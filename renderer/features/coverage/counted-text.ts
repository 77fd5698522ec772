import { coveragePercent } from '../../../shared/foundation/rate.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { CoverageReport } from './report.ts'

/** What was counted in some interval. */
export interface Counted {
  readonly visitors: number
  readonly missed: number
  /** null: no agent data. */
  readonly agents: number | null
  /** Whether agents count while they are away (`sessions`), or not (`present`). */
  readonly agentsOnline: CoverageReport['range']['agentsOnline']
}

/** What a report counted, with its rule for agents. */
export function countedIn(
  { range }: Pick<CoverageReport, 'range'>,
  { visitors, missed, agents }: { readonly visitors: number; readonly missed: number; readonly agents: number },
): Counted {
  return { visitors, missed, agents: range.agentData ? agents : null, agentsOnline: range.agentsOnline }
}

/** "Agents", with the rule by which they were counted where it is not the usual one. */
export function agentsTitle({ range }: Pick<CoverageReport, 'range'>, title: string, format: Formatter): string {
  return range.agentsOnline === 'present' ? format.texts.coverage.columnWithoutAway({ title }) : title
}

/** "Monday 12:00–13:00: 42 visitors, 12 missed (71% covered), 1.8 agents on average." */
export function countedSentence(when: string, counted: Counted, format: Formatter): string {
  const t = format.texts.coverage
  return t.countedAt({ when, visitors: visitorsClause(counted, format), agents: agentsClause(counted, format) })
}

/** "Mondays: 42 visitors, 12 missed (71% covered).": without agents. */
export function visitorsSentence(
  when: string,
  counted: Pick<Counted, 'visitors' | 'missed'>,
  format: Formatter,
): string {
  return format.texts.coverage.visitorsAt({ when, visitors: visitorsClause(counted, format) })
}

/** "Monday 10:00, 42 visitors, 12 missed, 71% covered, 1.8 agents": the accessible name of a cell. */
export function cellName(when: string, counted: Counted, format: Formatter): string {
  const t = format.texts.coverage
  const agents = counted.agents === null ? t.agentsUnknown : shownAgents(counted.agents, counted, format)
  if (counted.visitors === 0) return t.cellNameEmpty({ when, agents })
  return t.cellName({
    when,
    count: counted.visitors,
    missed: format.count(counted.missed),
    rate: format.rate(countedCoverage(counted)),
    agents,
  })
}

/** Coverage rate 0-100; 100 when nobody came. */
export function countedCoverage({ visitors, missed }: { readonly visitors: number; readonly missed: number }): number {
  return coveragePercent({ visitors, covered: visitors - missed }, 100)
}

function shownAgents(agents: number, { agentsOnline }: Counted, format: Formatter): string {
  const text = format.agents(agents)
  return agentsOnline === 'present' ? format.texts.coverage.agentsWithoutAway({ agents: text }) : text
}

function visitorsClause({ visitors, missed }: Pick<Counted, 'visitors' | 'missed'>, format: Formatter): string {
  const t = format.texts.coverage
  if (visitors === 0) return t.countedNone
  if (missed === 0) return t.countedAll({ count: visitors })
  const rate = format.rate(countedCoverage({ visitors, missed }))
  return t.counted({ count: visitors, missed: format.count(missed), rate })
}

function agentsClause({ agents, agentsOnline }: Counted, format: Formatter): string {
  const t = format.texts.coverage
  if (agents === null) return t.agentsUnknown
  const average = agentsOnline === 'present' ? t.averageAgentsWithoutAway : t.averageAgents
  return average({ agents: format.agents(agents) })
}
