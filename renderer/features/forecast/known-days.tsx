import type { ReactNode } from 'react'
import { useTexts } from '../../format/format-context.tsx'
import { Rich } from '../../format/rich.ts'
import type { KnownDaySentences } from './known-day-text.ts'

/** The days of a week that are known not to be usual, each with what is expected of it and why. */
export function KnownDays({ days }: { readonly days: readonly KnownDaySentences[] }): ReactNode {
  const t = useTexts('knownDays')
  if (days.length === 0) return null
  return (
    <ul className="forecast-known-days" aria-label={t.list}>
      {days.map(({ key, share, values, basis }) => (
        <li key={key}>
          <Rich parts={t[share]({ ...values, strong: (text) => <strong key="name">{text}</strong> })} />{' '}
          <span className="quiet">{basis.join(' ')}</span>
        </li>
      ))}
    </ul>
  )
}
