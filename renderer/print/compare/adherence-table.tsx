import type { ReactNode } from 'react'
import { ColumnHeads } from '../../components/table-body.tsx'
import { hours, missedWords, standingOutFirst } from '../../features/compare/adherence-words.ts'
import type { AgentRow } from '../../features/compare/compare-types.ts'
import type { Formatter } from '../../format/formatter.ts'

const COLUMNS = ['Agent', 'Planned hours', 'Online', 'Late', 'Left early', 'Not worked', 'Not planned'] as const
const MINUTE_MS = 60_000

/** How agents kept to the plan, what stands out first. */
export function AdherenceTable({ agents, format }: { readonly agents: readonly AgentRow[]; readonly format: Formatter }): ReactNode {
  if (agents.length === 0) return <p>Nobody was planned, and nobody was online.</p>
  return (
    <table className="paper-table paper-names">
      <caption>Agents, planned and online</caption>
      <thead>
        <tr>
          <ColumnHeads columns={COLUMNS} />
        </tr>
      </thead>
      <tbody>
        {standingOutFirst(agents).map((agent) => (
          <tr key={agent.agentId}>
            <th scope="row">{agent.name}</th>
            <td>{hours(agent.plannedMs, format)}</td>
            <td>{hours(agent.actualMs - agent.unplannedMs, format)}</td>
            <td>{missedWords(agent, 'lateMs', format)}</td>
            <td>{missedWords(agent, 'earlyMs', format)}</td>
            <td>{agent.absentShifts === 0 ? '–' : `${agent.absentShifts} of ${agent.judgedShifts}`}</td>
            <td>{agent.unplannedMs < MINUTE_MS ? '–' : format.duration(agent.unplannedMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
