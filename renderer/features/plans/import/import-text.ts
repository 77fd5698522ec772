import { cellText } from '../../../app/import/cell-text.ts'
import type { Formatter } from '../../../format/formatter.ts'
import type { RosterPreview } from './import-types.ts'

/** "A shift a row · 64 rows · 62 shifts · 3 unassigned · 14 agents · 2 Mar – 29 Mar 2026 · Europe/Berlin". */
export function foundText({ understood }: Pick<RosterPreview, 'understood'>, format: Formatter): string {
  const { rosterImport: t, planRotation } = format.texts
  const { shape, rows, shifts, openShifts, agents, kind, dates, rotation, timeZone } = understood
  return [
    t.shapes[shape],
    ...(shape === 'plan' ? [] : [t.found[shape === 'calendar' ? 'events' : 'rows']({ count: rows })]),
    t.found.shifts({ count: shifts }),
    ...(openShifts === 0 ? [] : [t.found.open({ count: format.count(openShifts) })]),
    t.found.agents({ count: agents }),
    ...(kind === 'weekly' ? [t.found.weekly] : dates === null ? [] : [format.dateRange(dates.from, dates.to)]),
    ...(rotation === null ? [] : [planRotation.rotation({ count: rotation.cycleWeeks })]),
    timeZone.replaceAll('_', ' '),
  ].join(' · ')
}

/** A place in the file. */
export function placeText(
  { row, column }: { readonly row: number; readonly column: number },
  { understood }: Pick<RosterPreview, 'understood'>,
  format: Formatter,
): string {
  return understood.shape === 'calendar'
    ? format.texts.rosterImport.event({ row: format.count(row) })
    : cellText({ row, column }, format)
}
