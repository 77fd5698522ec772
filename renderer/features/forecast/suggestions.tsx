import { Check, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import type { MarkSuggestion } from './forecast-types.ts'
import { KIND_NAMES, suggestionWords } from './mark-words.ts'

interface SuggestionsProps {
  readonly suggestions: readonly MarkSuggestion[]
  readonly refused: readonly string[]
  readonly isPending: boolean
  readonly onAccept: (suggestion: MarkSuggestion) => void
  readonly onRefuse: (date: string) => void
  readonly onUnrefuse: (date: string) => void
}

/** Days that stand out in the data. Nothing is marked before it is accepted, and what is refused is not suggested again. */
export function Suggestions({ suggestions, refused, isPending, onAccept, onRefuse, onUnrefuse }: SuggestionsProps): ReactNode {
  const format = useFormat()
  const [showsRefused, setShowsRefused] = useState(false)
  if (suggestions.length === 0 && refused.length === 0) return null
  return (
    <section className="mark-suggestions" aria-label="Days that stand out">
      {suggestions.length === 0 ? null : (
        <>
          <h3>{suggestions.length === 1 ? 'One day stands out' : `${suggestions.length} days stand out`}</h3>
          <ul>
            {suggestions.map((suggestion) => {
              const date = format.date(suggestion.date, 'full')
              return (
                <li key={suggestion.date} className="mark-suggestion">
                  <p>
                    <strong>{date}</strong> {suggestionWords(suggestion.kind)}. {suggestion.reason}
                  </p>
                  <div className="mark-actions">
                    <Button icon={<Check size={14} aria-hidden />} aria-label={`Mark ${date} as ${KIND_NAMES[suggestion.kind].toLowerCase()}`} isDisabled={isPending} onPress={() => onAccept(suggestion)}>
                      Mark it
                    </Button>
                    <Button kind="quiet" icon={<X size={14} aria-hidden />} aria-label={`Leave ${date} as it is`} isDisabled={isPending} onPress={() => onRefuse(suggestion.date)}>
                      Leave it
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
            {refused.length === 1 ? '1 suggestion left as it is' : `${refused.length} suggestions left as they are`}
          </Button>
          {showsRefused ? (
            <ul>
              {refused.map((date) => (
                <li key={date} className="mark-refused">
                  {format.date(date)}
                  <Button kind="quiet" aria-label={`Suggest ${format.date(date)} again`} isDisabled={isPending} onPress={() => onUnrefuse(date)}>
                    Suggest again
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
