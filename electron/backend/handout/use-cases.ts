import { clip } from '../../../shared/foundation/clip.ts'
import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { handedShifts, type HandedShift } from '../../../shared/handout/handed-shift.ts'
import { rosterPage } from '../../../shared/handout/roster-page.ts'
import { changeTexts } from '../../../shared/handout/shift-text.ts'
import type { Formatter } from '../../../shared/language/formatter.ts'
import { addDays, daysBetween, localDateOf } from '../../../shared/time/local.ts'
import type { BackendContext } from '../core/context.ts'
import { BYTE_ORDER_MARK } from '../core/csv.ts'
import { fileFormatter } from '../core/file-language.ts'
import { safeFileName } from '../../../shared/foundation/file-name.ts'
import { type ExportSubject, exportSubject } from '../exports/export-subject.ts'
import type { PlanFileRequest } from '../exports/inputs.ts'
import { exportText, offered, planWorkbook } from '../exports/use-cases.ts'
import { changesFile, changesOutput } from './changes-files.ts'
import type { bundleInput, changesFileInput, changesInput, pageInput } from './inputs.ts'
import { pageHtml } from './page-html.ts'
import { planChanges, type PlanChanges } from './plan-changes.ts'
import { distinctNames, type PackedFile } from './zip-files.ts'

/** So many weeks of a pattern go onto a page, and into a calendar. */
const PATTERN_WEEKS = 4
const CALENDAR_WEEKS = 13
/** A person's page shows as many shifts of the team at most; what is later is on the team's page. */
const MOST_OF_TEAM = 1_500

/** What a plan changes for each person. */
export function readChanges(context: BackendContext, request: z.output<typeof changesInput>): Promise<PlanChanges> {
  return planChanges(context, request)
}

/** The same as a file. */
export async function writeChanges(
  context: BackendContext,
  { kind, language, texts, ...request }: z.output<typeof changesFileInput>,
) {
  const changes = await planChanges(context, request)
  const format = await fileFormatter(context, { language, texts })
  const text = changesFile(changes, kind, format)
  const { from, to, isPattern, since, publicationId } = changes
  return {
    fileName: safeFileName(`${clip(changes.planName, 60)} changes ${from}`, EXTENSIONS[kind]),
    text: kind === 'csv' ? BYTE_ORDER_MARK + text : text,
    from,
    to,
    everyWeek: isPattern,
    since: since === null ? null : { ...since, publishedAt: new Date(since.publishedAt).toISOString() },
    publicationId,
    people: changesOutput(changes),
  }
}

const EXTENSIONS = { html: 'html', csv: 'csv', json: 'json', text: 'txt' } as const

/** A page for the phone, of one person or of the whole team. */
export async function writePage(context: BackendContext, request: z.output<typeof pageInput>) {
  const subject = await pageSubject(context, request)
  const format = await fileFormatter(context, request)
  const { agentId, plan, agentName, firstDate } = subject
  const changes = agentId === undefined ? null : await changesIfPublished(context, request)
  const parts = [clip(plan.name, 40), ...(agentId === undefined ? [] : [clip(agentName(agentId), 24)]), firstDate]
  return {
    fileName: safeFileName(parts.join(' '), 'html'),
    text: pageText(
      subject,
      { shifts: shiftsOf(subject), agentId, changes, now: request.now ?? context.clock() },
      format,
    ),
  }
}

/** Everything that people need of a plan: a page and a calendar each, the team's page, the workbook, the table and what changed. */
export async function writeBundle(context: BackendContext, request: z.output<typeof bundleInput>) {
  const now = request.now ?? context.clock()
  const format = await fileFormatter(context, request)
  const everybody = { ...request, agent: null }
  const subject = await pageSubject(context, everybody)
  const { plan, agentName, firstDate } = subject
  const shifts = shiftsOf(subject)
  const changes = await changesIfPublished(context, request)
  const named = clip(plan.name, 60)
  const files: PackedFile[] = [
    {
      name: safeFileName(`${named} team`, 'html'),
      content: pageText(subject, { shifts, agentId: undefined, changes, now }, format),
    },
  ]
  // Read once for everybody: with it come all agents and what was published before.
  const calendars = await exportSubject(context, everybody, { patternWeeks: CALENDAR_WEEKS })
  for (const agentId of planned(shifts, agentName)) {
    const who = clip(agentName(agentId), 60)
    files.push({
      name: `pages/${safeFileName(who, 'html')}`,
      content: pageText(subject, { shifts, agentId, changes, now }, format),
    })
    const calendar = await exportText(context, { ...request, kind: 'calendar' }, { ...calendars, agentId })
    files.push({ name: `calendars/${safeFileName(who, 'ics')}`, content: calendar })
    // Others are answered in between.
    await setImmediate()
  }
  const book = await planWorkbook(context, request)
  const table = await exportText(context, { ...request, kind: 'shifts' }, subject)
  files.push(
    { name: safeFileName(named, 'xlsx'), content: book.bytes },
    { name: safeFileName(`${named} shifts`, 'csv'), content: BYTE_ORDER_MARK + table },
  )
  if (changes !== null) {
    files.push(
      { name: safeFileName(`${named} changes`, 'html'), content: changesFile(changes, 'html', format) },
      { name: safeFileName(`${named} changes`, 'csv'), content: BYTE_ORDER_MARK + changesFile(changes, 'csv', format) },
    )
  }
  return {
    /** Of the archive, without what it ends in. */
    name: `${named} ${firstDate}`,
    /** The weeks of the roster on paper. */
    week: firstDate,
    weeks: subject.plan.kind === 'weekly' && request.weeks === null ? 1 : Math.min(subject.weeks, LIMITS.exportWeeks),
    files: distinctNames(files),
  }
}

/** The same as one archive, with the roster as PDF where the host makes one; to be fetched once. */
export async function offerBundle(context: BackendContext, request: z.output<typeof bundleInput>) {
  const { name, week, weeks, files } = await writeBundle(context, request)
  const { printer } = context.host
  const pdf =
    printer === null || request.plan.kind === 'given'
      ? []
      : [
          {
            name: safeFileName(`${name} roster`, 'pdf'),
            content: await printer.print({
              page: {
                kind: 'roster',
                workspaceId: request.workspaceId,
                planId: request.plan.id,
                week,
                weeks,
                form: 'team',
                agentId: null,
                paper: 'a4',
                language: request.language,
                texts: request.texts,
                until: request.now,
                ask: false,
              },
              plan: null,
            }),
          },
        ]
  const bytes = await context.data.withRosters((rosters) => rosters.zip([...files, ...pdf]))
  return offered(context, { fileName: safeFileName(name, 'zip'), bytes })
}

/** A plan in the weeks of a page: of a plan of real weeks those that are not over, unless all are. */
async function pageSubject(context: BackendContext, request: PlanFileRequest): Promise<ExportSubject> {
  const subject = await exportSubject(context, request, { patternWeeks: PATTERN_WEEKS })
  const { plan, firstDate, weeks } = subject
  if (request.week !== null || plan.kind === 'weekly') return subject
  const today = localDateOf(request.now ?? context.clock(), plan.timeZone)
  const over = Math.floor(daysBetween(firstDate, today) / 7)
  return over <= 0 || over >= weeks
    ? subject
    : { ...subject, firstDate: addDays(firstDate, 7 * over), weeks: weeks - over }
}

/** What the newest publication changed; null: the plan is not published as it is, or nothing was published before. */
async function changesIfPublished(
  context: BackendContext,
  { workspaceId, plan, now }: Pick<PlanFileRequest, 'workspaceId' | 'plan' | 'now'>,
): Promise<PlanChanges | null> {
  if (plan.kind === 'given') return null
  const changes = await planChanges(context, { workspaceId, plan, since: null, week: null, now })
  return changes.publicationId === null || changes.since === null ? null : changes
}

interface PageOf {
  /** Everybody's. */
  readonly shifts: readonly HandedShift[]
  readonly agentId: string | undefined
  readonly changes: PlanChanges | null
  readonly now: number
}

function pageText(
  { plan, agentName, pool, firstDate, lastDate, agents }: ExportSubject,
  { shifts, agentId, changes, now }: PageOf,
  format: Formatter,
): string {
  const { timeZone } = plan
  const own = changes?.people.find((one) => one.agentId === agentId)
  const page = rosterPage(
    {
      shifts: agentId === undefined ? shifts : ownAndNext(shifts, agentId, now),
      agentName: (id) => agentName(id),
      agentId,
      ownZone: agents.find(({ id }) => id === agentId)?.rules.timeZone ?? null,
      planName: plan.name,
      pool,
      firstDate,
      lastDate,
      timeZone,
      now,
      changes:
        own === undefined || changes === null
          ? []
          : changeTexts(own, { timeZone, isPattern: changes.isPattern }, format),
    },
    format,
  )
  return pageHtml(page, format)
}

/** A person's shifts, and of the others those of the next days, as many as a page has room for. */
function ownAndNext(shifts: readonly HandedShift[], agentId: string, now: number): readonly HandedShift[] {
  const coming = shifts.filter(({ end }) => end > now)
  const last = coming[MOST_OF_TEAM]?.date
  // Whole days only: half of a day would be a wrong one.
  return last === undefined ? shifts : shifts.filter((one) => one.agentId === agentId || one.date < last)
}

function shiftsOf({ planId, plan, inactive, firstDate, weeks }: ExportSubject): readonly HandedShift[] {
  return handedShifts(plan, { planId, inactive, firstDate, weeks })
}

/** Who has a shift, by name. */
function planned(shifts: readonly HandedShift[], agentName: ExportSubject['agentName']): readonly string[] {
  return [...new Set(shifts.flatMap(({ agentId }) => agentId ?? []))].toSorted(
    (one, other) => agentName(one).localeCompare(agentName(other), 'en') || (one < other ? -1 : 1),
  )
}
