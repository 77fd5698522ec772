import type { ReactNode } from 'react'
import { Card, CardHead } from '../../kit/card.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { FillGap } from './fill-gap.tsx'
import { MarkAbsent, NotAbsent } from './mark-absent.tsx'
import type { TodayAgent, TodayReport } from './today-types.ts'
import { agentText, deactivatedText, STATES } from './today-text.ts'

/** Of these somebody may be known, or seen, to be away. */
const CAN_BE_AWAY: ReadonlySet<TodayAgent['state']> = new Set(['absent', 'missing', 'later'])

/** Of these a part of the shift is left. */
const CAN_BE_MARKED: ReadonlySet<TodayAgent['state']> = new Set(['missing', 'later', 'here', 'break'])

/** Who is planned and who is online, as of the last sync. */
export function TodayAgents({ report }: { readonly report: TodayReport }): ReactNode {
  const format = useFormat()
  const t = format.texts.today
  const { agents, deactivated, timeZone } = report
  const marked = agents.filter(({ state, shift }) => CAN_BE_MARKED.has(state) && shift !== null)
  return (
    <Card kind="answer" labelledBy="today-agents">
      <CardHead>
        <h2 id="today-agents">{t.agents}</h2>
        <span className="quiet">{t.asOf({ time: format.time(report.figures.now, timeZone) })}</span>
        {marked.length === 0 ? null : <MarkAbsent agents={marked} />}
      </CardHead>
      {agents.length === 0 && deactivated.length === 0 ? <p className="quiet">{t.noAgents}</p> : null}
      <div className="today-groups">
        {STATES.map((state) => {
          const title = t.groups[state]
          const own = agents.filter((agent) => agent.state === state)
          return own.length === 0 ? null : (
            <section key={state} className={`today-group today-group-${state}`} aria-label={title}>
              <h3>
                {title} <span className="quiet">({own.length})</span>
              </h3>
              <ul>
                {own.map((agent) => (
                  <li key={agent.agentId}>
                    <span translate="no">{agent.name}</span>{' '}
                    <span className="quiet">{agentText(agent, timeZone, format)}</span>{' '}
                    {CAN_BE_AWAY.has(state) && agent.shift !== null ? (
                      <FillGap agent={agent} timeZone={timeZone} />
                    ) : null}{' '}
                    {agent.markedAs.length === 0 ? null : <NotAbsent agent={agent} />}
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
        {deactivated.length === 0 ? null : (
          <section className="today-group" aria-label={t.deactivated}>
            <h3>
              {t.deactivated} <span className="quiet">({deactivated.length})</span>
            </h3>
            <p className="quiet">{t.deactivatedText}</p>
            <ul>
              {deactivated.map((shift) => (
                <li key={`${shift.agentId} ${shift.shift.start}`}>
                  <span translate="no">{shift.name}</span>{' '}
                  <span className="quiet">{deactivatedText(shift, timeZone, format)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Card>
  )
}
