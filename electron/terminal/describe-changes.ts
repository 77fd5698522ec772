import type { z } from 'zod'
import type { changesOutputSchema, HandedShiftOutput } from '../../shared/contract/handout-output.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'

type Changes = Omit<z.infer<typeof changesOutputSchema>, 'bytes'>

/** For whom something changes, and how much. */
export function describeChanges({ file, from, to, everyWeek, since, people }: Changes, format: Formatter): string {
  const { changes: t } = format.texts
  const dates = everyWeek ? t.everyWeek({ date: format.date(from) }) : format.dateRange(from, to)
  const head = [
    t.written({ file, dates }),
    since === null
      ? t.nothingBefore
      : t.since({ plan: since.planName, date: format.date(since.publishedAt.slice(0, 10)) }),
  ]
  if (people.length === 0) return [...head, t.none].join('\n')
  const first = (shifts: readonly HandedShiftOutput[]): string =>
    shifts.length === 0 ? '' : format.count(shifts.length)
  return `${head.join('\n')}\n\n${renderTable(
    [
      { title: t.agent },
      { title: t.added, align: 'right' },
      { title: t.removed, align: 'right' },
      { title: t.moved, align: 'right' },
    ],
    people.map(({ name, added, removed, moved }) => [
      onOneLine(name),
      first(added),
      first(removed),
      moved.length === 0 ? '' : format.count(moved.length),
    ]),
  )}`
}
