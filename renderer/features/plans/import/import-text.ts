import type { Formatter } from '../../../format/formatter.ts'
import type { RosterPreview } from './import-types.ts'

/** "A shift a row · 62 shifts · 3 unassigned · 14 agents · 2 Mar – 29 Mar 2026". */
export function foundText({ understood }: Pick<RosterPreview, 'understood'>, format: Formatter): string {
  const { rosterImport: t } = format.texts
  const { shape, shifts, openShifts, agents, kind, dates } = understood
  return [
    t.shapes[shape],
    t.found.shifts({ count: shifts }),
    ...(openShifts === 0 ? [] : [t.found.open({ count: format.count(openShifts) })]),
    t.found.agents({ count: agents }),
    ...(kind === 'weekly' ? [t.found.weekly] : dates === null ? [] : [format.dateRange(dates.from, dates.to)]),
  ].join(' · ')
}

/** A place in the file. */
export function placeText(
  { row, column }: { readonly row: number; readonly column: number },
  { understood }: Pick<RosterPreview, 'understood'>,
  format: Formatter,
): string {
  const { rosterImport: t } = format.texts
  return understood.shape === 'calendar'
    ? t.event({ row: format.count(row) })
    : t.cell({ row: format.count(row), column: format.count(column) })
}
