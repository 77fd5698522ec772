import { Check, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { markReasonText } from '../../../shared/predict/forecast/suggest-marks.ts'
import { Button } from '../../kit/button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { Rich } from '../../format/rich.ts'
import type { MarkSuggestion } from './forecast-types.ts'

interface SuggestionsProps {
  readonly suggestions: readonly MarkSuggestion[]
  readonly refused: readonly string[]
  readonly isPending: boolean
  readonly onAccept: (suggestion: MarkSuggestion) => void
  readonly onRefuse: (date: string) => void
  readonly onUnrefuse: (date: string) => void
}

/** Days that stand out in the data. Nothing is marked before it is accepted, and what is refused is not suggested again. */
export function Suggestions({
  suggestions,
  refused,
  isPending,
  onAccept,
  onRefuse,
  onUnrefuse,
}: SuggestionsProps): ReactNode {
  const format = useFormat()
  const t = format.texts.marks
  const [showsRefused, setShowsRefused] = useState(false)
  if (suggestions.length === 0 && refused.length === 0) return null
  return (
    <section className="mark-suggestions" aria-label={t.suggestions}>
      {suggestions.length === 0 ? null : (
        <>
          <h3>{t.unusualDays({ count: suggestions.length })}</h3>
          <ul>
            {suggestions.map((suggestion) => {
              const date = format.date(suggestion.date, 'full')
              return (
                <li key={suggestion.date} className="mark-suggestion">
                  <p>
                    <Rich
                      parts={t.suggestion({
                        date,
                        kind: suggestion.kind,
                        strong: (text) => <strong key="date">{text}</strong>,
                      })}
                    />{' '}
                    {markReasonText(suggestion, format)}
                  </p>
                  <div className="mark-actions">
                    <Button
                      icon={<Check size={14} aria-hidden />}
                      aria-label={t.acceptAs({ date, kind: suggestion.kind })}
                      isDisabled={isPending}
                      onPress={() => onAccept(suggestion)}
                    >
                      {t.accept}
                    </Button>
                    <Button
                      kind="quiet"
                      icon={<X size={14} aria-hidden />}
                      aria-label={t.ignoreDate({ date })}
                      isDisabled={isPending}
                      onPress={() => onRefuse(suggestion.date)}
                    >
                      {t.ignore}
                    </Button>
                  </div>
                </li>
              )
            })}
          </ul>
        </>
      )}
      {refused.length === 0 ? null : (
        <>
          <Button kind="link" aria-expanded={showsRefused} onPress={() => setShowsRefused(!showsRefused)}>
            {t.ignoredCount({ count: refused.length })}
          </Button>
          {showsRefused ? (
            <ul>
              {refused.map((date) => (
                <li key={date} className="mark-refused">
                  {format.date(date)}
                  <Button
                    kind="quiet"
                    aria-label={t.suggestDateAgain({ date: format.date(date) })}
                    isDisabled={isPending}
                    onPress={() => onUnrefuse(date)}
                  >
                    {t.suggestAgain}
                  </Button>
                </li>
              ))}
            </ul>
          ) : null}
        </>
      )}
    </section>
  )
}
