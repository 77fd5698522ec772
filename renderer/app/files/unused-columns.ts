import { clip } from '../../../shared/foundation/clip.ts'
import type { UnusedColumn } from '../../../shared/roster/roster.ts'
import type { Formatter } from '../../format/formatter.ts'

const MOST_NAMED = 20

/** "Columns not used: Lunch (4), column 9"; empty: all were used. */
export function unusedText(unusedColumns: readonly UnusedColumn[], format: Formatter): string {
  const { rosterImport: t } = format.texts
  if (unusedColumns.length === 0) return ''
  const named = unusedColumns
    .slice(0, MOST_NAMED)
    .map(({ column, header }) =>
      header === ''
        ? t.unusedColumn.numbered({ column: format.count(column) })
        : t.unusedColumn.named({ name: clip(header, 40), column: format.count(column) }),
    )
  return t.unused({
    count: unusedColumns.length,
    columns: named.join(', ') + (unusedColumns.length > MOST_NAMED ? ', …' : ''),
  })
}
