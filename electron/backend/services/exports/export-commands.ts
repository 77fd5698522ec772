import { safeFileName } from '../../file-transfers.ts'
import { weeksToCompare, weekToCompare } from '../compare-command.ts'
import { compareTableText } from '../compare-csv.ts'
import { comparedWeekDetail } from '../compare-detail.ts'
import type { ComparedWeekDetail } from '../compare-services.ts'
import { coverageReport } from '../coverage-report.ts'
import { coverageCsvText } from '../coverage-csv.ts'
import type { ServiceDependencies } from '../dependencies.ts'
import { choosePlan } from '../plan-choice.ts'
import { chooseWorkspace } from '../workspace-choice.ts'
import type { ExportCommands } from './export-services.ts'
import { firstWeekOf } from './export-subject.ts'
import { planText } from './plan-texts.ts'

/** Files of plans and reports, for the command line: of a workspace by name, a plan by id, name or file. */
export function exportCommands(deps: ServiceDependencies): ExportCommands {
  const work = () => deps.data.work()
  return {
    async exportPlanText({ workspace, plan, now, ...request }) {
      const { id: workspaceId } = await chooseWorkspace(work(), workspace)
      const chosen = plan.kind === 'given' ? plan : { ...plan, id: (await choosePlan(work(), workspaceId, plan.id)).id }
      return planText(deps, { workspaceId, plan: chosen, now: now ?? deps.clock(), until: now }, request)
    },
    async exportCoverageCsv({ table, ...request }) {
      const { output } = await coverageReport(deps, request)
      const { from, to } = output.range
      return { fileName: safeFileName(`coverage ${table} ${from} to ${to}`, 'csv'), text: coverageCsvText(output, table), planName: '', from, to }
    },
    async exportCompareCsv({ table, ...request }) {
      const { id: workspaceId } = await chooseWorkspace(work(), request.workspace)
      const { weeks } = await weeksToCompare(deps, workspaceId, request)
      const details: ComparedWeekDetail[] = []
      // One after the other: a computation holds up no other for long.
      for (const week of weeks.toReversed()) details.push(await comparedWeekDetail(deps, week, { workspaceId, until: request.now }))
      return compareTableText(details, table)
    },
    async planToPrint({ workspace, plan: choice, week, now }) {
      const { id: workspaceId } = await chooseWorkspace(work(), workspace)
      const stored = choice.kind === 'stored' ? await work().readPlan(workspaceId, (await choosePlan(work(), workspaceId, choice.id)).id) : null
      const plan = choice.kind === 'given' ? choice.plan : stored!.plan
      return {
        page: { kind: 'plan', workspaceId, planId: stored?.id ?? null, week: week ?? firstWeekOf(plan, now ?? deps.clock()), paper: 'a4', language: null, until: now, ask: false },
        plan: stored === null ? plan : null,
      }
    },
    async compareToPrint(request) {
      const { id: workspaceId } = await chooseWorkspace(work(), request.workspace)
      const { publicationId, week } = await weekToCompare(deps, workspaceId, request)
      return { page: { kind: 'compare', workspaceId, publicationId, week, paper: 'a4', language: null, until: request.now, ask: false }, plan: null }
    },
    async coverageToPrint(request) {
      const { id: workspaceId } = await chooseWorkspace(work(), request.workspace)
      const { output } = await coverageReport(deps, request)
      const { from, to, timeZone } = output.range
      const pool = request.poolId === undefined ? {} : { poolId: request.poolId }
      const countryFilter = request.countryFilter === null ? null : { mode: request.countryFilter.mode, countries: [...request.countryFilter.countries] }
      return { page: { kind: 'coverage', workspaceId, from, to, timeZone, ...pool, countryFilter, paper: 'a4', language: null, until: request.now, ask: false }, plan: null }
    },
  }
}
