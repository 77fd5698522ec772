import type { ChangeOutput, HandedShiftOutput } from '../../../shared/contract/handout-output.ts'
import { assertNever } from '../../../shared/foundation/errors.ts'
import type { HandedShift } from '../../../shared/handout/handed-shift.ts'
import { messageText } from '../../../shared/handout/message-text.ts'
import { changeTexts } from '../../../shared/handout/shift-text.ts'
import type { Formatter } from '../../../shared/language/formatter.ts'
import { cityOf } from '../../../shared/time/zone-city.ts'
import { wallClockAt, wallTimeAt } from '../../../shared/time/wall-times.ts'
import { toCsv } from '../core/csv.ts'
import { documentHtml, markup, type Markup } from './page-html.ts'
import type { NamedChanges, PlanChanges } from './plan-changes.ts'

/** As which file changes are written. */
export type ChangesFileKind = 'html' | 'csv' | 'json' | 'text'

/** What a plan changes for people, as a file. */
export function changesFile(changes: PlanChanges, kind: ChangesFileKind, format: Formatter): string {
  switch (kind) {
    case 'html':
      return changesHtml(changes, format)
    case 'csv':
      return changesCsv(changes)
    case 'json':
      return `${JSON.stringify({ people: changesOutput(changes) }, null, 2)}\n`
    case 'text':
      return changes.people.map((person) => `${person.name}\n${messageText(person, changes, format)}\n`).join('\n')
    default:
      return assertNever(kind)
  }
}

/** The same as a document for scripts: local dates and times of the plan's clock. */
export function changesOutput({ people, timeZone }: PlanChanges): ChangeOutput[] {
  const shift = (one: HandedShift): HandedShiftOutput => handedOutput(one, timeZone)
  return people.map(({ agentId, name, added, removed, moved }) => ({
    agentId,
    name,
    added: added.map(shift),
    removed: removed.map(shift),
    moved: moved.map(({ before, after }) => ({ before: shift(before), after: shift(after) })),
  }))
}

function handedOutput({ start, end, breaks, note }: HandedShift, timeZone: string): HandedShiftOutput {
  const [date, startTime] = wallClockAt(start, timeZone)
  const [endDate, endTime] = wallClockAt(end, timeZone)
  return {
    date,
    start: startTime,
    endDate,
    end: endTime,
    breaks: breaks.map((one) => ({ start: wallTimeAt(one.start, timeZone), end: wallTimeAt(one.end, timeZone) })),
    note,
  }
}

const SIDES = ['before', 'after'] as const
const FIELDS = ['date', 'start', 'end_date', 'end', 'breaks', 'note'] as const

function changesCsv(changes: PlanChanges): string {
  const cells = (shift: HandedShiftOutput | null): readonly string[] =>
    shift === null
      ? FIELDS.map(() => '')
      : [
          shift.date,
          shift.start,
          shift.endDate,
          shift.end,
          shift.breaks.map(({ start, end }) => `${start}-${end}`).join('; '),
          shift.note,
        ]
  return toCsv(
    [
      'agent',
      'agent_id',
      'change',
      ...SIDES.flatMap((side) => FIELDS.map((field) => `${field}_${side}`)),
      'every_week',
      'time_zone',
    ],
    changesOutput(changes).flatMap(({ agentId, name, added, removed, moved }) =>
      [
        ...added.map((after) => ({ kind: 'added', before: null, after })),
        ...removed.map((before) => ({ kind: 'removed', before, after: null })),
        ...moved.map(({ before, after }) => ({ kind: 'moved', before, after })),
      ].map(({ kind, before, after }) => [
        name,
        agentId,
        kind,
        ...cells(before),
        ...cells(after),
        changes.isPattern ? 'yes' : 'no',
        changes.timeZone,
      ]),
    ),
  )
}

function changesHtml(changes: PlanChanges, format: Formatter): string {
  const { planName, pool, from, to, isPattern, timeZone, since, people } = changes
  const { handout } = format.texts
  const { page } = handout
  const title = isPattern
    ? page.changesTitlePattern({ plan: planName, date: format.date(from) })
    : page.changesTitle({ plan: planName, dates: format.dateRange(from, to) })
  const options = { timeZone, isPattern }
  const person = (one: NamedChanges): Markup => markup`<section>
<h2 dir="auto" translate="no">${one.name}</h2>
<ul class="changes">${changeTexts(one, options, format).map((text) => markup`<li dir="auto">${text}</li>`)}</ul>
</section>
`
  const against =
    since === null
      ? page.firstPublished
      : page.since({ plan: since.planName, when: format.instant(since.publishedAt, timeZone, 'year') })
  const zone = handout.zone({ city: cityOf(timeZone) })
  const body = markup`<header>
<h1 dir="auto">${title}</h1>
${pool === null ? '' : markup`<p><bdi translate="no">${pool}</bdi></p>`}
<p class="quiet">${against} ${zone}</p>
</header>
${people.length === 0 ? markup`<p>${page.noChanges}</p>` : people.map(person)}`
  return documentHtml({ title, format, body })
}
