import { ChevronRight } from 'lucide-react'
import { Fragment, useRef, useState, type ReactNode } from 'react'
import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { Button } from '../../kit/button.tsx'
import { CopyTable } from '../../kit/copy-table.tsx'
import { Card, CardHead } from '../../kit/card.tsx'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { hours, missedText, shiftText, standingOutFirst } from './adherence-text.ts'
import { AgentTimeline } from './agent-timeline.tsx'
import type { AgentRow, WeekDetail } from './compare-types.ts'
import { WeekCsv } from './week-csv.tsx'

/** How agents kept to the plan, agent by agent; each opens to its shifts. */
export function AdherencePanel({
  detail,
  workspaceId,
}: {
  readonly detail: WeekDetail
  readonly workspaceId: string
}): ReactNode {
  const t = useTexts('adherence')
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const { adherence } = detail
  const element = useRef<HTMLTableElement>(null)
  const toggle = (agentId: string): void =>
    setOpened((before) =>
      before.has(agentId) ? new Set([...before].filter((one) => one !== agentId)) : new Set([...before, agentId]),
    )
  return (
    <Card kind="figure" className="compare-panel" labelledBy="compare-adherence">
      <CardHead>
        <h2 id="compare-adherence">{t.title}</h2>
        <span className="quiet">{t.tolerance}</span>
        <WeekCsv detail={detail} workspaceId={workspaceId} table="adherence" name={t.name} />
        <WeekCsv
          detail={detail}
          workspaceId={workspaceId}
          table="adherence-slots"
          name={t.nameByQuarterHour}
          label={t.csvByQuarterHour}
        />
        {adherence.length === 0 ? null : <CopyTable name={t.table} table={element} />}
      </CardHead>
      {adherence.length === 0 ? (
        <p className="quiet">{t.none}</p>
      ) : (
        // Scrolls on its own where the window is small, so it must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className="compare-scroll" tabIndex={0} aria-label={t.table}>
          <table className="adherence" ref={element}>
            <thead>
              <tr>
                <th scope="col">{t.agent}</th>
                <th scope="col">{t.scheduledHours}</th>
                <th scope="col">{t.online}</th>
                <th scope="col">{t.late}</th>
                <th scope="col">{t.leftEarly}</th>
                <th scope="col">{t.notWorked}</th>
                <th scope="col">{t.unscheduled}</th>
              </tr>
            </thead>
            <tbody>
              {standingOutFirst(adherence).map((agent) => (
                <AgentRows
                  key={agent.agentId}
                  agent={agent}
                  timeZone={detail.timeZone}
                  isOpen={opened.has(agent.agentId)}
                  onToggle={() => toggle(agent.agentId)}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Card>
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
  const t = format.texts.adherence
  const span = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    `${format.instant(start, timeZone)} – ${format.time(end, timeZone)}`
  const { judgedShifts: judged } = agent
  return (
    <Fragment>
      <tr>
        <th scope="row" translate="no">
          <Button
            kind="quiet"
            icon={<ChevronRight size={14} aria-hidden className={isOpen ? 'adherence-chevron-open' : ''} />}
            aria-expanded={isOpen}
            onPress={onToggle}
          >
            {agent.name}
          </Button>
        </th>
        <td>{hours(agent.plannedMs, format)}</td>
        <td>{hours(agent.actualMs - agent.unplannedMs, format)}</td>
        <td>{missedText(agent, 'lateMs', format)}</td>
        <td>{missedText(agent, 'earlyMs', format)}</td>
        <td>
          {agent.absentShifts === 0
            ? '–'
            : t.countOf({ count: format.count(agent.absentShifts), all: format.count(judged) })}
        </td>
        <td>{agent.unplannedMs < MINUTE_MS ? '–' : format.duration(agent.unplannedMs)}</td>
      </tr>
      {isOpen ? (
        <tr className="adherence-shifts" data-not-copied>
          <td colSpan={7}>
            <ul aria-label={t.shiftsOf({ agent: agent.name })}>
              {agent.shifts.map((shift) => (
                <li key={shift.start}>
                  <span>{span(shift)}</span>{' '}
                  <strong className={shift.state === 'absent' ? 'adherence-absent' : ''}>
                    {shiftText(shift, format)}
                  </strong>
                  {shift.plannedMs === 0 ? null : (
                    <span className="quiet">
                      {' · '}
                      {t.hoursOnline({
                        online: hours(shift.onlineMs, format),
                        scheduled: hours(shift.plannedMs, format),
                      })}
                    </span>
                  )}
                </li>
              ))}
              {agent.unplanned.map((interval) => (
                <li key={interval.start}>
                  <span>{span(interval)}</span> <strong>{t.states.unplanned}</strong>
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
