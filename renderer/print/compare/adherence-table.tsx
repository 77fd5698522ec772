import type { ReactNode } from 'react'
import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { ColumnHeads } from '../../kit/table-body.tsx'
import { hours, missedText, standingOutFirst } from '../../features/compare/adherence-text.ts'
import type { AgentRow } from '../../features/compare/compare-types.ts'
import type { Formatter } from '../../format/formatter.ts'

/** How agents kept to the plan, what stands out first. */
export function AdherenceTable({
  agents,
  format,
}: {
  readonly agents: readonly AgentRow[]
  readonly format: Formatter
}): ReactNode {
  const t = format.texts.adherence
  if (agents.length === 0) return <p>{t.none}</p>
  return (
    <table className="paper-table paper-names">
      <caption>{t.table}</caption>
      <thead>
        <tr>
          <ColumnHeads
            columns={[t.agent, t.scheduledHours, t.online, t.late, t.leftEarly, t.notWorked, t.unscheduled]}
          />
        </tr>
      </thead>
      <tbody>
        {standingOutFirst(agents).map((agent) => (
          <tr key={agent.agentId}>
            <th scope="row">{agent.name}</th>
            <td>{hours(agent.plannedMs, format)}</td>
            <td>{hours(agent.actualMs - agent.unplannedMs, format)}</td>
            <td>{missedText(agent, 'lateMs', format)}</td>
            <td>{missedText(agent, 'earlyMs', format)}</td>
            <td>
              {agent.absentShifts === 0
                ? '–'
                : t.countOf({ count: format.count(agent.absentShifts), all: format.count(agent.judgedShifts) })}
            </td>
            <td>{agent.unplannedMs < MINUTE_MS ? '–' : format.duration(agent.unplannedMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
