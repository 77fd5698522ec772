import type { ReactNode } from 'react'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { useFormat } from '../../format/format-context.tsx'
import { agentWeek, dayText, type AgentDay, type AgentWeek } from './agent-week.ts'
import type { AgentRow } from './compare-types.ts'

interface AgentTimelineProps {
  readonly agent: AgentRow
  readonly timeZone: string
}

/** An agent's week by quarter-hour: scheduled and online, as strips on one axis and as text. */
export function AgentTimeline({ agent: { name, slots }, timeZone }: AgentTimelineProps): ReactNode {
  const format = useFormat()
  if (slots.length === 0) return null
  const t = format.texts.adherence
  const week = agentWeek(slots, timeZone)
  const states = [...new Set(week.days.flatMap(({ runs }) => runs.map(({ state }) => state)))]
  return (
    <>
      <table className="agent-timeline">
        <caption className="visually-hidden">{t.timeline({ agent: name })}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t.day}</span>
            </th>
            <th scope="col" className="agent-axis">
              <span className="visually-hidden">{t.timeOfDay}</span>
              <span className="agent-axis-ends" aria-hidden>
                <span>{format.shortHour(week.from % 24)}</span>
                <span>{format.shortHour(week.to % 24)}</span>
              </span>
            </th>
            <th scope="col">
              <span className="visually-hidden">{t.scheduledAndActual}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {week.days.map((day) => (
            <tr key={day.date}>
              <th scope="row">{format.date(day.date, 'weekday')}</th>
              <td>
                <Strip day={day} week={week} />
              </td>
              <td>{dayText(day, timeZone, format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="agent-key" aria-hidden>
        {states.map((state) => (
          <span key={state} className="compare-legend-item">
            <span className={`agent-swatch agent-${state}`} />
            <span>{t.states[state]}</span>
          </span>
        ))}
      </p>
    </>
  )
}

function Strip({ day, week }: { readonly day: AgentDay; readonly week: AgentWeek }): ReactNode {
  const place = (instant: number): number =>
    (100 * ((instant - day.start) / HOUR_MS - week.from)) / (week.to - week.from)
  return (
    <div className="agent-strip" aria-hidden>
      {day.runs.map(({ state, start, end }) => (
        <span
          key={start}
          className={`agent-run agent-${state}`}
          style={{ insetInlineStart: `${place(start)}%`, width: `${place(end) - place(start)}%` }}
        />
      ))}
    </div>
  )
}
