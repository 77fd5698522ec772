import type { Place } from '../../../shared/roster/roster.ts'
import type { Formatter } from '../../format/formatter.ts'

/** "Row 3, column 5". */
export function cellText({ row, column }: Place, format: Formatter): string {
  return format.texts.rosterImport.cell({ row: format.count(row), column: format.count(column) })
}
