import type { ReactNode } from 'react'
import { useTexts } from '../../format/format-context.tsx'
import { ShortField } from '../../kit/short-field.tsx'
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
  const t = useTexts('workRules')
  const problems = limitProblems(texts)
  const field = (name: LimitName, label: string): ReactNode => (
    <ShortField
      name={label}
      value={texts[name]}
      onChange={(text) => onChange(name, text)}
      problem={problems[name] ?? null}
      placeholder={whenEmpty}
    />
  )
  return (
    <div className="limit-fields">
      <div className="limit-line limit-head" aria-hidden>
        <span />
        <span>{t.atLeast}</span>
        <span>{t.atMost}</span>
      </div>
      {LIMIT_LINES.map(({ title, unit, least, most }) => (
        <div key={title} className="limit-line">
          <span aria-hidden>{t[title]}</span>
          {least === null ? null : <div className="limit-least">{field(least, t.atLeastOf({ limit: t[title] }))}</div>}
          {most === null ? null : <div className="limit-most">{field(most, t.atMostOf({ limit: t[title] }))}</div>}
          <span className="limit-unit quiet" aria-hidden>
            {t[unit]}
          </span>
        </div>
      ))}
    </div>
  )
}
