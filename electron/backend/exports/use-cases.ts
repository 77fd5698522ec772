import { randomUUID } from 'node:crypto'
import { clip } from '../../../shared/foundation/clip.ts'
import type { z } from 'zod'
import { AppError, assertNever, toErrorReport } from '../../../shared/foundation/errors.ts'
import type { PrintPage } from '../../../shared/contract/print-page.ts'
import { assumptionTexts } from '../../../shared/plan/assumptions/assumption-text.ts'
import { shiftOccurrences } from '../../../shared/plan/occurrences.ts'
import { toDated } from '../../../shared/plan/starting-points.ts'
import { addDays } from '../../../shared/time/local.ts'
import type { reportInput } from '../coverage/inputs.ts'
import { coverageTables } from '../coverage/use-cases.ts'
import { fileFormatter } from '../core/file-language.ts'
import { safeFileName } from '../../../shared/foundation/file-name.ts'
import type { BackendContext } from '../core/context.ts'
import { namedDates, namesByDate } from '../holidays/named-dates.ts'
import { predictPlan } from '../prediction/use-cases.ts'
import { workspaceById } from '../workspaces/workspace-by-id.ts'
import { type ExportSubject, exportSubject } from './export-subject.ts'
import type { exportPlanInput, pdfInput, PlanFileRequest, PlanTextKind, planWorkbookInput } from './inputs.ts'
import { planCalendar } from './plan-calendar.ts'
import { predictedHoursCsv, predictedHoursTable, predictedSlotsCsv, shiftsCsv } from './plan-csv.ts'
import { issueSheets } from './issue-sheets.ts'
import { planIssues } from './plan-issues.ts'
import { planSheets } from './plan-workbook.ts'
import { tableSheet, type WorkbookSheet } from './workbook.ts'

type ExportRequest = z.output<typeof exportPlanInput>

/** A plan as a file of text. */
export async function exportPlanText(context: BackendContext, request: ExportRequest) {
  const subject = await exportSubject(context, request)
  return {
    fileName: fileNameOf(subject, request.kind),
    text: await exportText(context, request, subject),
    planName: subject.plan.name,
    /** Local dates, both inside. */
    from: subject.firstDate,
    to: subject.lastDate,
  }
}

/**
 * A plan as an Excel workbook: the weeks that were asked for, else all of a plan of real weeks and the pattern of a weekly one, with the
 * predicted coverage of the first of them where something can be predicted.
 */
export async function planWorkbook(
  context: BackendContext,
  request: Omit<z.output<typeof planWorkbookInput>, 'assumptions'> & Pick<PlanFileRequest, 'assumptions'>,
) {
  const subject = await exportSubject(context, { ...request, agent: null })
  const { plan, agentName, pool, assumed, firstDate, weeks, lastDate } = subject
  const isPattern = plan.kind === 'weekly' && request.week === null && request.weeks === null
  const format = await fileFormatter(context, request)
  const written = isPattern ? plan : toDated(plan, { firstDate, weeks, newId: randomUUID })
  const predicted = await predictedSheet(context, request, subject)
  const issues = await planIssues(context, request, { ...subject, plan: written })
  const sheets = [
    ...planSheets({ plan: written, weeks: { firstDate, weeks }, agentName, pool, assumed, format }),
    ...issueSheets({ plan: written, agentName, poolName: assumed.poolName, issues, format }),
    ...(predicted === null ? [] : [predicted]),
  ]
  return {
    fileName: safeFileName([clip(plan.name, 60), ...(isPattern ? [] : [firstDate])].join(' '), 'xlsx'),
    bytes: await context.data.withRosters((rosters) => rosters.writeWorkbook(sheets)),
    from: firstDate,
    to: lastDate,
  }
}

/** Every table of a coverage report as an Excel workbook. */
export async function coverageWorkbook(context: BackendContext, request: z.output<typeof reportInput>) {
  const { fileName, tables, agentsOnline } = await coverageTables(context, request)
  const sheets = tables.map(tableSheet)
  return { fileName, bytes: await context.data.withRosters((rosters) => rosters.writeWorkbook(sheets)), agentsOnline }
}

/** What was made, to be fetched once. */
export async function offered(
  context: BackendContext,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
) {
  const id = await context.transfers.offer(fileName, bytes)
  return { path: `/download/${id}`, fileName, bytes: bytes.byteLength }
}

/** null: nothing is known that a prediction could rest on. */
async function predictedSheet(
  context: BackendContext,
  { workspaceId, now }: Pick<PlanFileRequest, 'workspaceId' | 'now'>,
  { plan, firstDate }: ExportSubject,
): Promise<WorkbookSheet | null> {
  try {
    const { output } = await predictedWeek(context, { workspaceId, now }, { plan, firstDate })
    return tableSheet({ name: `Coverage ${firstDate}`, ...predictedHoursTable(output) })
  } catch (thrown) {
    if (toErrorReport(thrown).code === 'internal') throw thrown
    return null
  }
}

function predictedWeek(
  context: BackendContext,
  { workspaceId, now }: Pick<PlanFileRequest, 'workspaceId' | 'now'>,
  { plan, firstDate }: Pick<ExportSubject, 'plan' | 'firstDate'>,
) {
  return predictPlan(context, {
    workspaceId,
    plan: { kind: 'given', plan },
    baseline: 'typical',
    assumptions: [],
    week: firstDate,
    timeZone: plan.timeZone,
    until: now,
    organizationId: null,
    visitorsPerAgent: null,
  })
}

/** A document as PDF, to be fetched once. Throws 'printer-missing' on a host that makes none. */
export async function exportPdf(context: BackendContext, page: z.output<typeof pdfInput>) {
  const { printer } = context.host
  if (printer === null) {
    throw new AppError({
      code: 'printer-missing',
      message: 'No PDF can be made here.',
      next: 'Print instead, and choose "Save as PDF" as the printer.',
    })
  }
  const fileName = await pdfName(context, page)
  const bytes = await printer.print({ page: { ...page, ask: false }, plan: null })
  return offered(context, { fileName, bytes })
}

/** The text of a file of a plan that has been read. */
export async function exportText(
  context: BackendContext,
  request: Omit<ExportRequest, 'plan' | 'week' | 'weeks' | 'agent' | 'assumptions'>,
  subject: ExportSubject,
): Promise<string> {
  const { workspaceId, kind, now } = request
  const { plan, agentId } = subject
  const format = await fileFormatter(context, request)
  switch (kind) {
    case 'calendar':
      return planCalendar({
        ...subject,
        holidayNames: await holidayNames(context, workspaceId, subject),
        now: now ?? context.clock(),
        format,
      })
    case 'shifts': {
      const occurrences = shiftOccurrences(plan, subject).filter(
        ({ shift }) => agentId === undefined || shift.agentId === agentId,
      )
      const assumed = assumptionTexts(plan, format, subject.assumed)
      return shiftsCsv({ ...subject, occurrences, timeZone: plan.timeZone, format, assumed })
    }
    case 'hours':
    case 'slots': {
      const { output } = await predictedWeek(context, { workspaceId, now }, subject)
      const assumed = assumptionTexts(plan, format, subject.assumed)
      return kind === 'hours' ? predictedHoursCsv(output, assumed) : predictedSlotsCsv(output, assumed)
    }
    default:
      return assertNever(kind)
  }
}

/** Holidays of the weeks of a plan. Events that were marked are the planner's own, and not for calendars of agents. */
async function holidayNames(context: BackendContext, workspaceId: string, { firstDate, weeks }: ExportSubject) {
  const dates = await namedDates(context, { workspaceId, from: firstDate, to: addDays(firstDate, 7 * weeks - 1) })
  return namesByDate(dates.filter((day) => day.class === 'public' || day.class === 'special'))
}

const NAMED: Readonly<Record<PlanTextKind, string>> = {
  calendar: '',
  shifts: 'shifts',
  hours: 'coverage by hour',
  slots: 'coverage by quarter-hour',
}

function fileNameOf({ plan, agentId, agentName, firstDate }: ExportSubject, kind: PlanTextKind): string {
  const parts = [clip(plan.name, 40), agentId === undefined ? '' : clip(agentName(agentId), 24), NAMED[kind], firstDate]
  return safeFileName(parts.filter((part) => part !== '').join(' '), kind === 'calendar' ? 'ics' : 'csv')
}

async function pdfName({ data }: BackendContext, page: PrintPage): Promise<string> {
  if (page.kind === 'health') return 'Organizations.pdf'
  const work = data.work()
  const { name } = await workspaceById(work, page.workspaceId)
  if (page.kind === 'coverage') return safeFileName(`${clip(name, 40)} coverage ${page.from} to ${page.to}`, 'pdf')
  if (page.kind === 'compare') {
    const { plan } = await work.readPublication(page.workspaceId, page.publicationId)
    return safeFileName(`${clip(plan.name, 60)} compared ${page.week}`, 'pdf')
  }
  if (page.kind === 'capacity') return safeFileName(`${clip(name, 40)} next ${page.months} months`, 'pdf')
  if (page.planId === null) throw new AppError({ code: 'invalid-input', message: 'The document names no plan.' })
  const { plan } = await work.readPlan(page.workspaceId, page.planId)
  const kind = page.kind === 'plan' ? [] : [page.form === 'team' ? 'roster' : 'by person']
  return safeFileName([clip(plan.name, 60), ...kind, page.week].join(' '), 'pdf')
}
