import { assertNever, AppError } from '../../../shared/contract/errors.ts'
import { calibrationOf } from '../../../shared/compare/calibration.ts'
import { safeFileName } from '../file-transfers.ts'
import { adherenceCsvText, compareCsvText } from './compare-csv.ts'
import type { AppCompare, ComparedWeekDetail, CompareWeekRequest, PublishedWeekEntry } from './compare-services.ts'
import { compareAll, comparePublished, lastSync } from './compare-weeks.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { listAgents } from './plan-agents.ts'
import { nextWeek, publishedWeeks } from './published-weeks.ts'
import { workspaceById } from './workspace-by-id.ts'

/** Predicted and actual of the plans of any workspace, by id. */
export function appCompare(deps: ServiceDependencies): AppCompare {
  const work = () => deps.data.work()
  const weekOf = async ({ workspaceId, publicationId, week }: CompareWeekRequest): Promise<ComparedWeekDetail> => {
    await workspaceById(work(), workspaceId)
    const { now } = await lastSync(deps, workspaceId)
    const wanted = publishedWeeks(await work().listPlans(workspaceId), now ?? 0).find((one) => one.publicationId === publicationId && one.week === week)
    if (wanted === undefined) throw weekMissing()
    const { report, frozenAt, ...compared } = await comparePublished(deps, wanted, { workspaceId, until: null, inDetail: true })
    const names = new Map((await listAgents(deps, workspaceId)).map(({ id, name }) => [id, name]))
    const detail = report.detail!
    return {
      ...compared,
      ...detail,
      publishedAt: new Date(wanted.publishedAt).toISOString(),
      frozenAt: new Date(frozenAt).toISOString(),
      now: new Date(report.now).toISOString(),
      adherence: report.adherence
        .map((agent) => ({ ...agent, name: names.get(agent.agentId) ?? agent.agentId }))
        .toSorted((one, other) => one.name.localeCompare(other.name, 'en') || (one.agentId < other.agentId ? -1 : 1)),
      cellCalibration: calibrationOf(detail.cells.map(({ insideBand80 }) => insideBand80)),
      revision: report.revision,
    }
  }
  return {
    async list(workspaceId) {
      await workspaceById(work(), workspaceId)
      const plans = await work().listPlans(workspaceId)
      if (plans.every(({ publications }) => publications.length === 0)) {
        return { now: null, weeks: [], notPredicted: [], next: null, calibration: calibrationOf([]), revision: 0 }
      }
      const { now, revision } = await lastSync(deps, workspaceId)
      const begun = publishedWeeks(plans, now ?? 0)
      const weeks = await compareAll(deps, begun, { workspaceId, until: null, inDetail: false })
      const next = nextWeek(plans, now ?? 0)
      return {
        now: now === null ? null : new Date(now).toISOString(),
        weeks: weeks.map((week) => ({ ...asEntry(week), state: week.state, total: week.total, elsewhere: week.elsewhere })),
        notPredicted: begun.filter(({ isFrozen }) => !isFrozen).map(asEntry),
        next: next === null ? null : asEntry(next),
        calibration: calibrationOf(weeks.map(({ total }) => total.insideBand80)),
        revision,
      }
    },
    week: weekOf,
    async csv({ table, ...request }) {
      const week = await weekOf(request)
      return { fileName: safeFileName(`compare-${table}-${week.planName}-${week.week}`.replaceAll(/[\s/\\]+/gu, '-'), 'csv'), text: textOf(week, table) }
    },
  }
}

function textOf(week: ComparedWeekDetail, table: Parameters<AppCompare['csv']>[0]['table']): string {
  switch (table) {
    case 'hours':
      return compareCsvText(week)
    case 'adherence':
      return adherenceCsvText(week)
    default:
      return assertNever(table)
  }
}

function asEntry({ planId, planName, publicationId, version, poolId, timeZone, week }: PublishedWeekEntry): PublishedWeekEntry {
  return { planId, planName, publicationId, version, poolId, timeZone, week }
}

function weekMissing(): AppError {
  return new AppError({ code: 'not-found', message: 'This week is not there to compare: its plan is not in force in it, or it has not begun.', next: 'Choose another week.' })
}
