import type { z } from 'zod'
import { AppError, assertNever } from '../../../shared/foundation/errors.ts'
import type { PrintPage } from '../../../shared/contract/print-page.ts'
import { shiftOccurrences } from '../../../shared/plan/occurrences.ts'
import { safeFileName } from '../core/file-transfers.ts'
import type { BackendContext } from '../core/context.ts'
import { predictPlan } from '../prediction/use-cases.ts'
import { workspaceById } from '../workspaces/workspace-by-id.ts'
import { type ExportSubject, exportSubject } from './export-subject.ts'
import type { exportPlanInput, pdfInput, PlanTextKind } from './inputs.ts'
import { planCalendar } from './plan-calendar.ts'
import { predictedHoursCsv, predictedSlotsCsv, shiftsCsv } from './plan-csv.ts'

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
  const id = await context.transfers.offer(fileName, bytes)
  return { path: `/download/${id}`, fileName, bytes: bytes.byteLength }
}

async function exportText(
  context: BackendContext,
  { workspaceId, kind, now }: ExportRequest,
  subject: ExportSubject,
): Promise<string> {
  const { plan, agentId } = subject
  switch (kind) {
    case 'calendar':
      return planCalendar({ ...subject, now: now ?? context.clock() })
    case 'shifts': {
      const occurrences = shiftOccurrences(plan, subject).filter(
        ({ shift }) => agentId === undefined || shift.agentId === agentId,
      )
      return shiftsCsv({ ...subject, occurrences, timeZone: plan.timeZone })
    }
    case 'hours':
    case 'slots': {
      const { output } = await predictPlan(context, {
        workspaceId,
        plan: { kind: 'given', plan },
        baseline: 'typical',
        week: subject.firstDate,
        timeZone: plan.timeZone,
        until: now,
        organizationId: null,
        visitorsPerAgent: null,
      })
      return kind === 'hours' ? predictedHoursCsv(output) : predictedSlotsCsv(output)
    }
    default:
      return assertNever(kind)
  }
}

const NAMED: Readonly<Record<PlanTextKind, string>> = {
  calendar: '',
  shifts: 'shifts',
  hours: 'coverage by hour',
  slots: 'coverage by quarter-hour',
}

function fileNameOf({ plan, agentId, agentName, firstDate }: ExportSubject, kind: PlanTextKind): string {
  const parts = [
    plan.name.slice(0, 40),
    agentId === undefined ? '' : agentName(agentId).slice(0, 24),
    NAMED[kind],
    firstDate,
  ]
  return safeFileName(parts.filter((part) => part !== '').join(' '), kind === 'calendar' ? 'ics' : 'csv')
}

async function pdfName({ data }: BackendContext, page: PrintPage): Promise<string> {
  const work = data.work()
  const { name } = await workspaceById(work, page.workspaceId)
  if (page.kind === 'coverage') return safeFileName(`${name.slice(0, 40)} coverage ${page.from} to ${page.to}`, 'pdf')
  if (page.kind === 'compare') {
    const { plan } = await work.readPublication(page.workspaceId, page.publicationId)
    return safeFileName(`${plan.name.slice(0, 60)} compared ${page.week}`, 'pdf')
  }
  if (page.planId === null) throw new AppError({ code: 'invalid-input', message: 'The document names no plan.' })
  const { plan } = await work.readPlan(page.workspaceId, page.planId)
  return safeFileName(`${plan.name.slice(0, 60)} ${page.week}`, 'pdf')
}
