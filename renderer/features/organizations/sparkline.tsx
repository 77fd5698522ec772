import type { ReactNode } from 'react'
import { coveragePercent } from '../../../shared/foundation/rate.ts'
import { useFormat } from '../../format/format-context.tsx'
import type { Organization } from './organization-types.ts'

const WIDTH = 96
const HEIGHT = 20

/** Coverage a week as a line from 0 to 100%; weeks without visitors leave a gap. */
export function Sparkline({ trend }: { readonly trend: Organization['trend'] }): ReactNode {
  const format = useFormat()
  const t = format.texts.organizations
  const rates = trend.map((week) => coveragePercent(week))
  const step = WIDTH / Math.max(1, rates.length - 1)
  const path = rates
    .map((rate, index) => {
      if (rate === null) return ''
      const isStart = index === 0 || rates[index - 1] === null
      return `${isStart ? 'M' : 'L'}${(index * step).toFixed(1)} ${(HEIGHT - 1 - (rate / 100) * (HEIGHT - 2)).toFixed(1)}`
    })
    .join('')
  const said = rates.map((rate) => (rate === null ? t.noWeeks : format.rate(rate))).join(', ')
  return (
    <>
      <svg className="sparkline" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
        <path d={path} />
      </svg>
      <span className="visually-hidden">{said === '' ? t.noWeeks : said}</span>
    </>
  )
}
