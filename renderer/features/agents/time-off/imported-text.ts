import type { Outputs } from '../../../app/rpc/procedures.ts'
import type { Formatter } from '../../../format/formatter.ts'

/** How many entries were added, and where the file itself does not show it, how its dates were read. */
export function importedText(
  { added, known, dateOrder, dateOrderBy }: Outputs['timeOff']['import'],
  { texts: { timeOff: t } }: Formatter,
): string {
  const text = t.imported({ added, known })
  return dateOrderBy === 'span' || dateOrderBy === 'system' ? `${text} ${t.datesRead[dateOrder]}` : text
}
