import type { ReactNode } from 'react'
import type { Formatter } from '../../format/formatter.ts'
import { RosterTable } from '../../app/roster/roster-table.tsx'
import type { RosterPrint } from './load-roster.ts'

interface RosterDocumentProps {
  readonly roster: RosterPrint
  readonly format: Formatter
}

/** A poster has room for so many rows in large letters. */
const MOST_LARGE = 12

function isDense(weeks: NonNullable<RosterPrint['weeks']>): boolean {
  return weeks.some(({ roster }) => roster.rows.length > MOST_LARGE)
}

/** The roster alone: a table a week for the wall, or a page a person. */
export function RosterDocument({ roster, format }: RosterDocumentProps): ReactNode {
  const t = format.texts.paper
  const { planName, pool, city, weeks, people } = roster
  const about = [...(pool === null ? [] : [pool]), t.zoneNote({ city })].join(' · ')
  if (weeks !== null)
    return (
      <main className="sheet poster" data-dense={isDense(weeks)}>
        {weeks.map(({ dates, roster: table }) => (
          <section key={dates} className="poster-page">
            <header className="poster-head">
              <h1 translate="no">{planName}</h1>
              <p className="poster-dates">{dates}</p>
              <p className="poster-about">{about}</p>
            </header>
            <RosterTable roster={table} />
          </section>
        ))}
      </main>
    )
  return (
    <main className="sheet personal">
      {people.length === 0 ? <p>{t.noPeople}</p> : null}
      {people.map(({ id, name, weeks: own }) => (
        <section key={id} className="personal-page">
          <header className="poster-head">
            <h1 translate="no" dir="auto">
              {name}
            </h1>
            <p className="poster-dates" translate="no">
              {planName}
            </p>
            <p className="poster-about">{about}</p>
          </header>
          {own.map(({ dates, hours, rows }) => (
            <section key={dates} className="personal-week">
              <h2>
                {dates} · {hours}
              </h2>
              {rows.length === 0 ? (
                <p>{t.noShifts}</p>
              ) : (
                <table className="personal-table">
                  <caption className="personal-caption">{t.shiftsOf({ name })}</caption>
                  <thead>
                    <tr>
                      {[t.date, t.times, t.breaks, t.hours, t.note].map((title) => (
                        <th key={title} scope="col">
                          {title}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map(([date, ...cells], index) => (
                      // Two shifts may be on one date.
                      // oxlint-disable-next-line react/no-array-index-key
                      <tr key={index}>
                        <th scope="row">{date}</th>
                        {cells.map((text, column) => (
                          // oxlint-disable-next-line react/no-array-index-key -- columns stay where they are
                          <td key={column}>{text}</td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </section>
          ))}
        </section>
      ))}
    </main>
  )
}
