import { useRef, type ReactNode } from 'react'
import { CopyTable } from '../../kit/copy-table.tsx'
import { useFormat } from '../../format/format-context.tsx'
import type { WaterfallModel } from './waterfall-model.ts'

interface WaterfallProps {
  readonly model: WaterfallModel
  readonly caption: string
}

/** From predicted to actual, step by step: bars beside figures and words, as a table that can be read out. */
export function Waterfall({ model, caption }: WaterfallProps): ReactNode {
  const format = useFormat()
  const t = format.texts.compare
  const { axis } = model
  const table = useRef<HTMLTableElement>(null)
  return (
    <>
      <CopyTable name={caption} table={table} />
      <table className="waterfall" ref={table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="waterfall-title">
              <span className="visually-hidden">{t.step}</span>
            </th>
            <td className="waterfall-axis">
              <span aria-hidden>{format.rate(axis.from)}</span>
              <span aria-hidden>{format.rate(Math.min(100, axis.to))}</span>
            </td>
            <th scope="col">{t.coverage}</th>
            <th scope="col">{t.visitorsCovered}</th>
          </tr>
        </thead>
        <tbody>
          {model.rows.map((row) => (
            <tr key={row.id} className={`waterfall-row waterfall-${row.kind}`}>
              <th scope="row" className="waterfall-title">
                {row.title}
              </th>
              <td className="waterfall-place">
                <span className="waterfall-track" aria-hidden>
                  <span
                    className="waterfall-bar"
                    style={
                      row.kind === 'whole'
                        ? { insetInlineStart: `${row.from}%` }
                        : { insetInlineStart: `${row.from}%`, width: `max(2px, ${row.to - row.from}%)` }
                    }
                  />
                </span>
                {row.text === '' ? null : <span className="waterfall-text">{row.text}</span>}
              </td>
              <td className="waterfall-figure">{row.points}</td>
              <td className="waterfall-figure">{row.visitors}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
