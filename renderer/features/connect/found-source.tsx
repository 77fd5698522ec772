import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '../../format/format-context.tsx'
import type { GoodAnswer } from './connect-form.ts'

interface FoundSourceProps {
  readonly found: GoodAnswer
}

/** What a test of the connection found. */
export function FoundSource({ found }: FoundSourceProps): ReactNode {
  const format = useFormat()
  return (
    <section className="panel" aria-label="What was found">
      <div className="found" aria-live="polite">
        <CircleCheck size={16} aria-hidden className="found-icon" />
        <div>
          <h2>The connection works</h2>
          <ul>
            {found.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
            {found.earliest === null || found.latest === null ? null : (
              <li>
                Visits from {format.date(found.earliest.slice(0, 10))} to {format.date(found.latest.slice(0, 10))}.
              </li>
            )}
          </ul>
          {found.access.length === 0 ? null : (
            <>
              <h3 className="found-advice">What cannot be read</h3>
              <ul>
                {found.access.map(({ message, cure }) => (
                  <li key={message}>
                    {message}{' '}
                    {cure === null ? (
                      'An administrator can give the table as a view.'
                    ) : (
                      <>
                        An administrator can allow it: <code>{cure}</code>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
          {found.advice.length === 0 ? null : (
            <>
              <h3 className="found-advice">What would make it faster</h3>
              <ul>
                {found.advice.map((advice) => (
                  <li key={advice}>{advice}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
    </section>
  )
}
