import type { ReactNode } from 'react'
import type { MessageText } from '../../../../shared/alerts/alert-text.ts'
import { useTexts } from '../../../format/format-context.tsx'
import './alerts.css'

/** Messages word for word, as they are sent. */
export function MessageTexts({ texts }: { readonly texts: readonly MessageText[] }): ReactNode {
  const t = useTexts('alertSettings')
  return texts.map(({ title, lines }, index) => (
    <section className="alerts-text" key={title} aria-label={t.text({ number: String(index + 1) })} translate="no">
      <strong>{title}</strong>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  ))
}
