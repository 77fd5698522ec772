import { unusedText } from '../../../app/files/unused-columns.ts'
import type { Outputs } from '../../../app/rpc/procedures.ts'
import type { Formatter } from '../../../format/formatter.ts'

const MOST_NAMED = 20

/** How many entries were added, how dates were read where the file itself does not show it, and what was not read. */
export function importedText(
  {
    added,
    known,
    dateOrder,
    dateOrderBy,
    notUnderstood,
    notUnderstoodCount,
    unusedColumns,
  }: Outputs['timeOff']['import'],
  format: Formatter,
): string {
  const { timeOff: t, rosters } = format.texts
  const rows = notUnderstood
    .slice(0, MOST_NAMED)
    .map(({ row, why }) => t.leftOutRow({ row: format.count(row), why: rosters.notUnderstood[why] }))
  const more = notUnderstoodCount > MOST_NAMED ? ', …' : ''
  const unused = unusedText(unusedColumns, format)
  return [
    t.imported({ added, known }),
    ...(dateOrderBy === 'span' || dateOrderBy === 'system' ? [t.datesRead[dateOrder]] : []),
    ...(notUnderstoodCount === 0 ? [] : [t.leftOut({ count: notUnderstoodCount, rows: rows.join(', ') + more })]),
    ...(unused === '' ? [] : [`${unused}.`]),
  ].join(' ')
}
