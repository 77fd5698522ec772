import { useRef, type ReactNode } from 'react'
import { clip } from '../../../shared/foundation/clip.ts'
import type { Place } from '../../../shared/roster/roster.ts'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { CopyTable } from '../../kit/copy-table.tsx'
import { ColumnHeads } from '../../kit/table-body.tsx'
import { cellText } from './cell-text.ts'
import './import.css'

/** As many rows of a list are drawn. */
export const MOST_DRAWN = 200

interface RemarksProps {
  /** Where a remark is, as the user finds it in the file. */
  readonly placeOf?: (place: Place) => string
  readonly caption: string
  readonly remarks: readonly {
    readonly row: number
    readonly column: number
    readonly text: string
    readonly why: string
  }[]
  readonly count: number
}

/** What was not understood, or is not quite as the file says, place by place. */
export function RemarksTable({ placeOf, caption, remarks, count }: RemarksProps): ReactNode {
  const t = useTexts('rosterImport')
  const format = useFormat()
  const placeText = placeOf ?? ((place: Place) => cellText(place, format))
  const drawn = remarks.slice(0, MOST_DRAWN)
  return (
    <ScrolledTable
      caption={caption}
      columns={[t.table.place, t.table.text, t.table.why]}
      shown={drawn.length}
      count={count}
    >
      {drawn.map((one, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- several may be said of one place
        <tr key={index}>
          <th scope="row">{placeText(one)}</th>
          <td translate="no">{clip(one.text, 80)}</td>
          <td>{one.why}</td>
        </tr>
      ))}
    </ScrolledTable>
  )
}

interface ScrolledTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  readonly shown: number
  readonly count: number
  readonly children: ReactNode
}

/** A table of what was found in a file, with how many more there are. */
export function ScrolledTable({ caption, columns, shown, count, children }: ScrolledTableProps): ReactNode {
  const t = useTexts('rosterImport')
  const format = useFormat()
  const table = useRef<HTMLTableElement>(null)
  return (
    <>
      <CopyTable name={caption} table={table} />
      {/* Scrolls on its own, so it must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="import-table-frame" tabIndex={0} aria-label={caption}>
        <table className="import-table" ref={table}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <ColumnHeads columns={columns} />
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </section>
      {count > shown ? (
        <p className="field-hint">{t.more({ shown: format.count(shown), count: format.count(count) })}</p>
      ) : null}
    </>
  )
}
