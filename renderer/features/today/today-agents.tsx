import type { ReactNode } from 'react'
import { useFormat } from '../../format/format-context.tsx'
import type { TodayReport } from './today-types.ts'
import { agentWords, GROUPS } from './today-words.ts'

/** Who is planned and who is online, as of the last sync. */
export function TodayAgents({ report }: { readonly report: TodayReport }): ReactNode {
  const format = useFormat()
  const { agents, timeZone } = report
  return (
    <section className="today-panel" aria-labelledby="today-agents">
      <header className="today-panel-head">
        <h2 id="today-agents">Who is here</h2>
        <span className="quiet">As of {format.time(report.figures.now, timeZone)}, the last sync</span>
      </header>
      {agents.length === 0 ? <p className="quiet">Nobody is online, and nobody is planned for today.</p> : null}
      <div className="today-groups">
        {GROUPS.map(({ state, title }) => {
          const own = agents.filter((agent) => agent.state === state)
          return own.length === 0 ? null : (
            <section key={state} className={`today-group today-group-${state}`} aria-label={title}>
              <h3>
                {title} <span className="quiet">({own.length})</span>
              </h3>
              <ul>
                {own.map((agent) => (
                  <li key={agent.agentId}>
                    {agent.name} <span className="quiet">{agentWords(agent, timeZone, format)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </section>
  )
}
