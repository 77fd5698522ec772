import { assertNever } from '../../../../shared/contract/errors.ts'
import { shiftOccurrences } from '../../../../shared/plan/occurrences.ts'
import { safeFileName } from '../../file-transfers.ts'
import type { ServiceDependencies } from '../dependencies.ts'
import { predict } from '../predict.ts'
import { workspaceById } from '../workspace-by-id.ts'
import type { PlanSpanRequest, PlanTextAnswer, PlanTextKind } from './export-services.ts'
import { exportSubject, type ExportSubject, type PlanOfWorkspace } from './export-subject.ts'
import { planCalendar } from './plan-calendar.ts'
import { predictedHoursCsv, predictedSlotsCsv, shiftsCsv } from './plan-csv.ts'

interface PlanTextRequest extends PlanSpanRequest {
  readonly kind: PlanTextKind
}

/** A plan as a file of text. */
export async function planText(deps: ServiceDependencies, of: PlanOfWorkspace, request: PlanTextRequest): Promise<PlanTextAnswer> {
  const subject = await exportSubject(deps, of, request)
  const text = await textOf(deps, { of, kind: request.kind, subject })
  return {
    fileName: fileNameOf(subject, request.kind),
    text,
    planName: subject.plan.name,
    from: subject.firstDate,
    to: subject.lastDate,
  }
}

interface TextOf {
  readonly of: PlanOfWorkspace
  readonly kind: PlanTextKind
  readonly subject: ExportSubject
}

async function textOf(deps: ServiceDependencies, { of, kind, subject }: TextOf): Promise<string> {
  const { plan, agentId } = subject
  switch (kind) {
    case 'calendar':
      return planCalendar({ ...subject, now: of.now })
    case 'shifts': {
      const occurrences = shiftOccurrences(plan, subject).filter(({ shift }) => agentId === undefined || shift.agentId === agentId)
      return shiftsCsv({ ...subject, occurrences, timeZone: plan.timeZone })
    }
    case 'hours':
    case 'slots': {
      const { output } = await predict(deps, {
        workspace: (await workspaceById(deps.data.work(), of.workspaceId)).name,
        plan: { kind: 'given', plan },
        baseline: 'typical',
        week: subject.firstDate,
        timeZone: plan.timeZone,
        now: of.until,
        poolId: undefined,
        organizationId: null,
        visitorsPerAgent: null,
      })
      return kind === 'hours' ? predictedHoursCsv(output) : predictedSlotsCsv(output)
    }
    default:
      return assertNever(kind)
  }
}

const WORDS: Readonly<Record<PlanTextKind, string>> = { calendar: '', shifts: 'shifts', hours: 'coverage by hour', slots: 'coverage by quarter-hour' }

function fileNameOf({ plan, agentId, agentName, firstDate }: ExportSubject, kind: PlanTextKind): string {
  const parts = [plan.name.slice(0, 40), agentId === undefined ? '' : agentName(agentId).slice(0, 24), WORDS[kind], firstDate]
  return safeFileName(parts.filter((part) => part !== '').join(' '), kind === 'calendar' ? 'ics' : 'csv')
}
