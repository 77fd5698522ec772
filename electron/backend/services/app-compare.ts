import { AppError } from '../../../shared/contract/errors.ts'
import { calibrationOf } from '../../../shared/compare/calibration.ts'
import { safeFileName } from '../file-transfers.ts'
import { compareTableText } from './compare-csv.ts'
import type { AppCompare, ComparedWeekDetail, CompareWeekRequest, PublishedWeekEntry } from './compare-services.ts'
import { comparedWeekDetail } from './compare-detail.ts'
import { compareAll, lastSync, presentAt } from './compare-weeks.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { nextWeek, publishedWeeks } from './published-weeks.ts'
import { workspaceById } from './workspace-by-id.ts'

/** Predicted and actual of the plans of any workspace, by id. */
export function appCompare(deps: ServiceDependencies): AppCompare {
  const work = () => deps.data.work()
  const weekOf = async ({ workspaceId, publicationId, week, until }: CompareWeekRequest): Promise<ComparedWeekDetail> => {
    await workspaceById(work(), workspaceId)
    const wanted = publishedWeeks(await work().listPlans(workspaceId), await presentOf(workspaceId, until)).find((one) => one.publicationId === publicationId && one.week === week)
    if (wanted === undefined) throw weekMissing()
    return comparedWeekDetail(deps, wanted, { workspaceId, until })
  }
  const presentOf = async (workspaceId: string, until: number | null): Promise<number> => presentAt(await lastSync(deps, workspaceId), until) ?? 0
  return {
    async list({ workspaceId, until }) {
      await workspaceById(work(), workspaceId)
      const plans = await work().listPlans(workspaceId)
      if (plans.every(({ publications }) => publications.length === 0)) {
        return { now: null, weeks: [], notPredicted: [], next: null, calibration: calibrationOf([]), revision: 0 }
      }
      const synced = await lastSync(deps, workspaceId)
      const now = presentAt(synced, until)
      const begun = publishedWeeks(plans, now ?? 0)
      const weeks = await compareAll(deps, begun, { workspaceId, until, inDetail: false })
      const next = nextWeek(plans, now ?? 0)
      return {
        now: now === null ? null : new Date(now).toISOString(),
        weeks: weeks.map((week) => ({ ...asEntry(week), state: week.state, total: week.total, elsewhere: week.elsewhere })),
        notPredicted: begun.filter(({ isFrozen }) => !isFrozen).map(asEntry),
        next: next === null ? null : asEntry(next),
        calibration: calibrationOf(weeks.map(({ total }) => total.insideBand80)),
        revision: synced.revision,
      }
    },
    week: weekOf,
    async csv({ table, ...request }) {
      const week = await weekOf(request)
      return { fileName: safeFileName(`compare-${table}-${week.planName}-${week.week}`.replaceAll(/[\s/\\]+/gu, '-'), 'csv'), text: compareTableText([week], table) }
    },
  }
}

function asEntry({ planId, planName, publicationId, version, poolId, timeZone, week }: PublishedWeekEntry): PublishedWeekEntry {
  return { planId, planName, publicationId, version, poolId, timeZone, week }
}

function weekMissing(): AppError {
  return new AppError({ code: 'not-found', message: 'This week is not there to compare: its plan is not in force in it, or it has not begun.', next: 'Choose another week.' })
}
