import { clip } from '../../shared/foundation/clip.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'

type Imported = Awaited<ReturnType<AppCaller['rosters']['importFile']>>

interface Import extends Pick<Imported, 'report' | 'stored'> {
  /** Name of the plan that it goes into; null: a new one. */
  readonly into: string | null
  readonly withAbsences: boolean
}

/** As many are shown; --json has all. */
const MOST_ROWS = 20
const SHORT = 40

/** What was read of a roster, and what was stored. */
export function describeImport({ report, stored, into, withAbsences }: Import, format: Formatter): string {
  const { understood, notUnderstood, notUnderstoodCount, changed, changedCount, matches, absences } = report
  const { rosters } = format.texts
  const count = (value: number, one: string, more = `${one}s`): string =>
    `${format.count(value)} ${value === 1 ? one : more}`
  const when =
    understood.dates === null
      ? understood.kind
      : `${format.date(understood.dates.from)} to ${format.date(understood.dates.to)}`
  const read = [
    count(understood.shifts, 'shift'),
    ...(understood.openShifts === 0 ? [] : [`${format.count(understood.openShifts)} unassigned`]),
    count(understood.agents, 'agent'),
    when,
    understood.timeZone,
    ...(understood.dateOrderBy === 'not-needed' ? [] : [`dates as ${understood.dateOrder}`]),
    ...(understood.sheet === null || understood.sheets.length < 2 ? [] : [`sheet "${understood.sheet}"`]),
  ].join(' · ')
  const list = (
    title: string,
    rows: readonly { readonly row: number; readonly column: number; readonly text: string; readonly why: string }[],
    all: number,
  ): readonly string[] =>
    all === 0
      ? []
      : [
          `${title}${all > MOST_ROWS ? ` (the first ${MOST_ROWS} of ${format.count(all)}; --json has more)` : ''}\n${renderTable(
            [
              { title: 'Row', align: 'right' },
              { title: 'Column', align: 'right' },
              { title: 'Text' },
              { title: 'Why' },
            ],
            rows
              .slice(0, MOST_ROWS)
              .map(({ row, column, text, why }) => [String(row), String(column), clip(onOneLine(text), SHORT), why]),
          )}`,
        ]
  const named = matches.filter(({ how }) => how !== 'exact' && how !== 'id')
  return [
    outcomeOf(stored, into, format),
    read,
    ...list(
      'Not understood',
      notUnderstood.map((one) => ({ ...one, why: rosters.notUnderstood[one.why] })),
      notUnderstoodCount,
    ),
    ...list(
      'Changed',
      changed.map((one) => ({ ...one, why: rosters.changed[one.why] })),
      changedCount,
    ),
    ...(named.length === 0
      ? []
      : [
          `Names${named.length > MOST_ROWS ? ` (the first ${MOST_ROWS} of ${format.count(named.length)})` : ''}\n${renderTable(
            [{ title: 'In the file' }, { title: 'Agent' }, { title: 'Found by' }],
            named
              .slice(0, MOST_ROWS)
              .map(({ inFile, agentId, how, candidates }) => [
                onOneLine(inFile),
                agentId ?? candidates.join(' or '),
                rosters.matchedBy[how],
              ]),
          )}`,
        ]),
    ...(absences.length === 0
      ? []
      : [
          withAbsences
            ? stored === null
              ? `${count(absences.length, 'absence')} would be entered as time off.`
              : `${count(stored.absencesAdded, 'absence')} entered as time off.`
            : `${count(absences.length, 'absence')} found; --absences enters them as time off.`,
        ]),
  ].join('\n\n')
}

function outcomeOf(stored: Import['stored'], into: string | null, format: Formatter): string {
  if (stored === null) return 'Nothing was stored.'
  const { plan, change } = stored
  if (plan === null) return 'No plan was stored: the file has no shifts.'
  const hours = `${format.count(plan.shifts)} ${plan.shifts === 1 ? 'shift' : 'shifts'}, ${format.average(plan.hours)} hours (id ${plan.id})`
  if (change === null) return `"${plan.name}" is stored: ${hours}.`
  return change.added === 0 && change.removed === 0
    ? `"${into ?? plan.name}" has these shifts already; nothing was changed.`
    : `"${into ?? plan.name}" was changed: ${format.count(change.added)} in, ${format.count(change.removed)} out; now ${hours}.`
}
