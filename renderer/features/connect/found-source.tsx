import { CircleCheck } from 'lucide-react'
import { Card } from '../../kit/card.tsx'
import type { ReactNode } from 'react'
import { useFormat } from '../../format/format-context.tsx'
import { Rich } from '../../format/rich.ts'
import type { GoodAnswer } from './connect-form.ts'

interface FoundSourceProps {
  readonly found: GoodAnswer
}

/** What a test of the connection found. */
export function FoundSource({ found }: FoundSourceProps): ReactNode {
  const format = useFormat()
  const t = format.texts.connect
  return (
    <Card kind="form" label={t.found}>
      <div className="found" aria-live="polite">
        <CircleCheck size={16} aria-hidden className="found-icon" />
        <div>
          <h2>{t.works}</h2>
          <ul>
            {found.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
            {found.earliest === null || found.latest === null ? null : (
              <li>
                {t.visitsFromTo({
                  from: format.date(found.earliest.slice(0, 10)),
                  to: format.date(found.latest.slice(0, 10)),
                })}
              </li>
            )}
          </ul>
          {found.access.length === 0 ? null : (
            <>
              <h3 className="found-advice">{t.cannotRead}</h3>
              <ul className="found-access">
                {found.access.map(({ message, cure }) => (
                  <li key={message}>
                    {cure === null ? (
                      t.needsView({ message })
                    ) : (
                      <Rich
                        parts={t.canAllow({
                          message,
                          cure,
                          code: (text) => <code className="found-cure">{text}</code>,
                        })}
                      />
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
          {found.advice.length === 0 ? null : (
            <>
              <h3 className="found-advice">{t.wouldBeFaster}</h3>
              <ul>
                {found.advice.map((advice) => (
                  <li key={advice}>{advice}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
    </Card>
  )
}
