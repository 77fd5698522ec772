import type { ReactNode } from 'react'
import { currentFormat } from '../../format/format-context.tsx'
import type { Roster, RosterShift } from './roster-model.ts'
import './roster.css'

/** A week's roster, on paper and in pictures: agent by day, the head on every page and no row cut in two. */
export function RosterTable({ roster }: { readonly roster: Roster }): ReactNode {
  const { paperPlan: t } = currentFormat().texts
  if (roster.rows.length === 0) return <p>{t.noShifts}</p>
  return (
    <table className="roster">
      <caption>{t.rosterTable}</caption>
      <thead>
        <tr>
          <th scope="col">{t.agent}</th>
          {roster.columns.map((column, day) => (
            <th key={column} scope="col">
              {column}
              {roster.dayNames[day] === '' ? null : <span className="roster-day-name">{roster.dayNames[day]}</span>}
            </th>
          ))}
          <th scope="col" className="roster-hours">
            {t.hours}
          </th>
        </tr>
      </thead>
      <tbody>
        {roster.rows.map(({ agentId, name, days, away, hours }) => (
          <tr key={agentId ?? ''} className={agentId === null ? 'roster-open' : undefined}>
            <th scope="row">{name}</th>
            {days.map((shifts, day) => (
              <td key={roster.dates[day]}>
                {shifts.map((shift) => (
                  <Shift key={shift.id} shift={shift} />
                ))}
                {away[day]!.map((text) => (
                  <div key={text} className="roster-away">
                    {text}
                  </div>
                ))}
              </td>
            ))}
            <td className="roster-hours">{hours}</td>
          </tr>
        ))}
        <tr className="roster-sum">
          <th scope="row">{t.hours}</th>
          {roster.dayHours.map((hours, day) => (
            <td key={roster.dates[day]}>{hours}</td>
          ))}
          <td className="roster-hours">{roster.hours}</td>
        </tr>
      </tbody>
    </table>
  )
}

function Shift({ shift: { times, breaks, note } }: { readonly shift: RosterShift }): ReactNode {
  return (
    <div className="roster-shift">
      <span className="roster-times">{times}</span>{' '}
      {breaks === '' ? null : (
        <span className="roster-breaks">{currentFormat().texts.paperPlan.breaks({ times: breaks })}</span>
      )}{' '}
      {note === '' ? null : <span className="roster-note">{note}</span>}
    </div>
  )
}
