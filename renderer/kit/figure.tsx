import { Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'
import { useTexts } from '../format/format-context.tsx'
import { CardHead } from './card.tsx'
import { FiguresTable } from './figures-table.tsx'
import type { FiguresInTable } from './table-body.tsx'
import './figure.css'

interface FigureProps {
  /** Of what, for those who hear its buttons: "the trend". */
  readonly name: string
  /** Its heading, or the tabs in its place, and what belongs beside it. */
  readonly head: ReactNode
  readonly asTable: boolean
  readonly onAsTable: (asTable: boolean) => void
  /** The same figures as a table. */
  readonly table: () => FiguresInTable
  /** The button that saves them; absent: they are not saved alone. */
  readonly save?: ReactNode
  /** The menu that makes a picture of the chart. */
  readonly picture: ReactNode
  /** Where chart and table lie; absent: right below the head. */
  readonly place?: (content: ReactNode) => ReactNode
  /** The chart. */
  readonly children: ReactNode
}

/** A chart with its head; its figures can be read as a table, and saved. */
export function Figure({
  name,
  head,
  asTable,
  onAsTable,
  table,
  save,
  picture,
  place,
  children,
}: FigureProps): ReactNode {
  const t = useTexts('app')
  const content = asTable ? <FiguresTable {...table()} /> : children
  return (
    <>
      <CardHead>
        {head}
        <div className="figure-actions">
          <ToggleButton
            className="button button-quiet"
            isSelected={asTable}
            onChange={onAsTable}
            aria-label={t.showAsTable({ name })}
          >
            <Table2 size={14} aria-hidden />
            {t.asTable}
          </ToggleButton>
          {asTable ? null : picture}
          {save}
        </div>
      </CardHead>
      {place === undefined ? content : place(content)}
    </>
  )
}
