import type { ReactNode } from 'react'
import { ShortField } from '../components/short-field.tsx'
import { LIMIT_LINES, limitProblems, type LimitName, type LimitTexts } from './limit-texts.ts'
import './limit-fields.css'

interface LimitFieldsProps {
  readonly texts: LimitTexts
  readonly onChange: (name: LimitName, text: string) => void
  /** What holds while a field is empty: "as plan". */
  readonly whenEmpty: string
}

/** The limits of work, each to be typed or left empty; what is wrong is said below its field. */
export function LimitFields({ texts, onChange, whenEmpty }: LimitFieldsProps): ReactNode {
  const problems = limitProblems(texts)
  return (
    <div className="limit-fields">
      {LIMIT_LINES.map(({ title, unit, least, most }) => {
        const field = (name: LimitName, words: string, isLast: boolean): ReactNode => (
          <ShortField
            name={`${title}, ${words}`}
            before={words}
            {...(isLast ? { after: unit } : {})}
            value={texts[name]}
            onChange={(text) => onChange(name, text)}
            problem={problems[name] ?? null}
            placeholder={whenEmpty}
          />
        )
        return (
          <div key={title} className="limit-line">
            <span className="limit-line-title" aria-hidden>
              {title}
            </span>
            <div className="limit-line-fields">
              {least === null ? null : field(least, 'at least', most === null)}
              {most === null ? null : field(most, 'at most', true)}
            </div>
          </div>
        )
      })}
    </div>
  )
}
