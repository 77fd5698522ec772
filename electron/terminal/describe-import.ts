import { clip } from '../../shared/foundation/clip.ts'
import type { UnusedColumn } from '../../shared/roster/roster.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { Formatter } from './format.ts'
import { renderTable, type Column } from './table.ts'
import { onOneLine } from './terminal.ts'

type Imported = Awaited<ReturnType<AppCaller['rosters']['importFile']>>

interface Import extends Pick<Imported, 'report' | 'stored'> {
  /** Name of the plan that it goes into; null: a new one. */
  readonly into: string | null
  readonly withAbsences: boolean
  readonly nameOf: (agentId: string) => string
}

/** As many are shown; --json has all. */
export const MOST_ROWS = 20
const SHORT = 40
const right = { align: 'right' as const }

/** What was read of a roster, and what was stored. */
export function describeImport({ report, stored, into, withAbsences, nameOf }: Import, format: Formatter): string {
  const { rosters, imports: t } = format.texts
  return [
    outcomeText({ stored, into }, format),
    [readText(report, format), unusedText(report.understood.unusedColumns, format)]
      .filter((line) => line !== '')
      .join('\n'),
    entriesText(
      {
        title: t.notUnderstood,
        all: report.notUnderstoodCount,
        entries: report.notUnderstood.map((one) => ({ ...one, why: rosters.notUnderstood[one.why] })),
      },
      format,
    ),
    entriesText(
      {
        title: t.changed,
        all: report.changedCount,
        entries: report.changed.map((one) => ({ ...one, why: rosters.changed[one.why] })),
      },
      format,
    ),
    namesText({ matches: report.matches, nameOf, isNew: rosters.matchedBy.new }, format),
    absencesText({ count: report.absences.length, stored, withAbsences }, format),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function readText({ understood }: Import['report'], format: Formatter): string {
  const { imports: t, plans } = format.texts
  return [
    t.shifts({ count: understood.shifts }),
    ...(understood.openShifts === 0 ? [] : [t.unassigned({ count: format.count(understood.openShifts) })]),
    t.agents({ count: understood.agents }),
    understood.dates === null
      ? plans.kinds[understood.kind]
      : format.dateRange(understood.dates.from, understood.dates.to),
    ...(understood.rotation === null ? [] : [plans.rotation({ count: understood.rotation.cycleWeeks })]),
    understood.timeZone,
    ...(understood.dateOrderBy === 'not-needed' ? [] : [t.datesAs[understood.dateOrder]]),
    ...(understood.sheet === null || understood.sheets.length < 2 ? [] : [t.sheetNamed({ name: understood.sheet })]),
  ].join(' · ')
}

/** "Columns not used: Mittag (4), column 9"; empty: all were used. */
export function unusedText(unusedColumns: readonly UnusedColumn[], { texts: { imports: t } }: Formatter): string {
  if (unusedColumns.length === 0) return ''
  const named = unusedColumns
    .slice(0, MOST_ROWS)
    .map(({ column, header }) =>
      header === ''
        ? t.columnNumber({ column: String(column) })
        : t.columnNamed({ name: clip(onOneLine(header), SHORT), column: String(column) }),
    )
  const more = unusedColumns.length > MOST_ROWS ? ', …' : ''
  return t.unused({ columns: `${named.join(', ')}${more}` })
}

interface Entries {
  readonly title: string
  /** How many there are; `entries` may be the first. */
  readonly all: number
  readonly entries: readonly {
    readonly row: number
    readonly column: number
    readonly text: string
    readonly why: string
  }[]
}

/** Rows of a file about which something is said, as a table below its title; empty: there are none. */
export function entriesText({ title, all, entries }: Entries, format: Formatter): string {
  const { imports: t } = format.texts
  if (all === 0) return ''
  const columns: readonly Column[] = [
    { title: t.row, ...right },
    { title: t.column, ...right },
    { title: t.text },
    { title: t.why },
  ]
  const rows = entries
    .slice(0, MOST_ROWS)
    .map(({ row, column, text, why }) => [String(row), String(column), clip(onOneLine(text), SHORT), why])
  const heading =
    all > MOST_ROWS ? t.firstOfMore({ title, count: format.count(MOST_ROWS), all: format.count(all) }) : title
  return `${heading}\n${renderTable(columns, rows)}`
}

interface NamesFound extends Pick<Import, 'nameOf'> {
  readonly matches: Import['report']['matches']
  /** What becomes of names that nobody has. */
  readonly isNew: string
}

/** Who was found by a name that is not quite theirs, or by none. */
export function namesText({ matches, nameOf, isNew }: NamesFound, format: Formatter): string {
  const { rosters, imports: t } = format.texts
  const agentText = (id: string): string => (nameOf(id) === id ? onOneLine(id) : `${onOneLine(nameOf(id))} (${id})`)
  const named = matches.filter(({ how }) => how !== 'exact' && how !== 'id')
  if (named.length === 0) return ''
  const heading =
    named.length > MOST_ROWS
      ? t.firstOf({ title: t.names, count: format.count(MOST_ROWS), all: format.count(named.length) })
      : t.names
  return `${heading}\n${renderTable(
    [{ title: t.inFile }, { title: t.agent }, { title: t.foundBy }],
    named.slice(0, MOST_ROWS).map(({ inFile, agentId, how, candidates }) => [
      onOneLine(inFile),
      agentId === null
        ? candidates.length < 2
          ? candidates.map(agentText).join('')
          : t.or({
              one: candidates.slice(0, -1).map(agentText).join(', '),
              other: agentText(candidates.at(-1)!),
            })
        : agentText(agentId),
      how === 'new' ? isNew : rosters.matchedBy[how],
    ]),
  )}`
}

function absencesText(
  { count, stored, withAbsences }: Pick<Import, 'stored' | 'withAbsences'> & { readonly count: number },
  { texts: { imports: t } }: Formatter,
): string {
  if (count === 0) return ''
  if (!withAbsences) return t.absencesFound({ count })
  return stored === null ? t.absencesDry({ count }) : t.absencesAdded({ count: stored.absencesAdded })
}

function outcomeText({ stored, into }: Pick<Import, 'stored' | 'into'>, format: Formatter): string {
  const { imports: t } = format.texts
  if (stored === null) return t.nothingStored
  const { plan, change } = stored
  if (plan === null) return t.noPlan
  const facts = { plan: into ?? plan.name, count: plan.shifts, hours: format.agentHours(plan.hours), id: plan.id }
  if (change === null) return t.stored({ ...facts, plan: plan.name })
  if (change.added === 0 && change.removed === 0) return t.same({ plan: facts.plan })
  return t.replaced({ ...facts, added: format.count(change.added), removed: format.count(change.removed) })
}
