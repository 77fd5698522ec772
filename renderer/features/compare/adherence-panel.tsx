import { ChevronRight } from 'lucide-react'
import { Fragment, useState, type ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { hours, missedWords, shiftWords, standingOutFirst } from './adherence-words.ts'
import { AgentTimeline } from './agent-timeline.tsx'
import type { AgentRow, WeekDetail } from './compare-types.ts'
import { WeekCsv } from './week-csv.tsx'

/** How agents kept to the plan, agent by agent; each opens to its shifts. */
export function AdherencePanel({ detail, workspaceId }: { readonly detail: WeekDetail; readonly workspaceId: string }): ReactNode {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const { adherence } = detail
  const toggle = (agentId: string): void => setOpened((before) => (before.has(agentId) ? new Set([...before].filter((one) => one !== agentId)) : new Set([...before, agentId])))
  return (
    <section className="compare-panel" aria-labelledby="compare-adherence">
      <header className="compare-panel-head">
        <h2 id="compare-adherence">How agents kept to the plan</h2>
        <span className="quiet">More than 5 minutes counts; breaks do not.</span>
        <WeekCsv detail={detail} workspaceId={workspaceId} table="adherence" name="how agents kept to the plan" />
        <WeekCsv detail={detail} workspaceId={workspaceId} table="adherence-slots" name="how agents kept to the plan by quarter-hour" label="CSV by quarter-hour" />
      </header>
      {adherence.length === 0 ? (
        <p className="quiet">Nobody was planned, and nobody was online.</p>
      ) : (
        // Scrolls on its own where the window is small, so it must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className="compare-scroll" tabIndex={0} aria-label="Agents, planned and online">
          <table className="adherence">
            <thead>
              <tr>
                <th scope="col">Agent</th>
                <th scope="col">Planned hours</th>
                <th scope="col">Online</th>
                <th scope="col">Late</th>
                <th scope="col">Left early</th>
                <th scope="col">Not worked</th>
                <th scope="col">Not planned</th>
              </tr>
            </thead>
            <tbody>
              {standingOutFirst(adherence).map((agent) => (
                <AgentRows key={agent.agentId} agent={agent} timeZone={detail.timeZone} isOpen={opened.has(agent.agentId)} onToggle={() => toggle(agent.agentId)} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

interface AgentRowsProps {
  readonly agent: AgentRow
  readonly timeZone: string
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function AgentRows({ agent, timeZone, isOpen, onToggle }: AgentRowsProps): ReactNode {
  const format = useFormat()
  const span = ({ start, end }: { readonly start: number; readonly end: number }): string => `${format.instant(start, timeZone)} – ${format.time(end, timeZone)}`
  const { judgedShifts: judged } = agent
  return (
    <Fragment>
      <tr>
        <th scope="row">
          <Button kind="quiet" icon={<ChevronRight size={14} aria-hidden className={isOpen ? 'adherence-chevron-open' : ''} />} aria-expanded={isOpen} onPress={onToggle}>
            {agent.name}
          </Button>
        </th>
        <td>{hours(agent.plannedMs, format)}</td>
        <td>{hours(agent.actualMs - agent.unplannedMs, format)}</td>
        <td>{missedWords(agent, 'lateMs', format)}</td>
        <td>{missedWords(agent, 'earlyMs', format)}</td>
        <td>{agent.absentShifts === 0 ? '–' : `${agent.absentShifts} of ${judged}`}</td>
        <td>{agent.unplannedMs < 60_000 ? '–' : format.duration(agent.unplannedMs)}</td>
      </tr>
      {isOpen ? (
        <tr className="adherence-shifts">
          <td colSpan={7}>
            <ul aria-label={`Shifts of ${agent.name}`}>
              {agent.shifts.map((shift) => (
                <li key={shift.start}>
                  <span>{span(shift)}</span> <strong className={shift.state === 'absent' ? 'adherence-absent' : ''}>{shiftWords(shift, format)}</strong>
                  {shift.plannedMs === 0 ? null : <span className="quiet"> {hours(shift.onlineMs, format)} of {hours(shift.plannedMs, format)} hours online</span>}
                </li>
              ))}
              {agent.unplanned.map((spell) => (
                <li key={spell.start}>
                  <span>{span(spell)}</span> <strong>not planned</strong>
                </li>
              ))}
            </ul>
            <AgentTimeline agent={agent} timeZone={timeZone} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  )
}
