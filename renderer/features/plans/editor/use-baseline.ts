import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Rules } from '../../../../shared/plan/rules/rules.ts'
import { plannedSpells } from '../../../../shared/plan/spells.ts'
import { weekHours } from '../../../../shared/plan/staffing/week-hours.ts'
import type { PlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor-types.ts'
import type { Schedule } from '../../../../shared/predict/plan-prediction/week-bands.ts'
import { useTRPC } from '../../../rpc.ts'
import { useWorkspace } from '../../../workspace/workspace-context.tsx'
import type { PanelBaseline } from './panel/panel.tsx'

/** What an editor holds its plan against: the typical week, or another plan. */
export const TYPICAL = 'typical'

interface BaselineOptions {
  /** `TYPICAL`, or the id of a plan. */
  readonly id: string
  readonly predictor: PlanPredictor
  readonly firstDate: string
  readonly rules: Rules
  /** Of the plan that is open; null: all. */
  readonly poolId: string | null
  readonly timeZone: string
}

interface Baseline {
  readonly schedule: Schedule
  /** null: still being read. */
  readonly panel: PanelBaseline | null
}

/** The baseline's figures for the week that is shown. */
export function useBaseline({ id, predictor, firstDate, rules, poolId, timeZone }: BaselineOptions): Baseline {
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const isPlan = id !== TYPICAL
  const { data } = useQuery(trpc.plans.get.queryOptions({ workspaceId, planId: id }, { enabled: isPlan }))
  const plan = isPlan ? (data?.plan ?? null) : null
  // The same shifts that a new plan starts from: online time is less than planned time, and would be no hours to hold a plan's against.
  const usual = useQuery(
    trpc.prediction.startingShifts.queryOptions(
      { workspaceId, week: firstDate, timeZone, from: 'typical', ...(poolId === null ? {} : { poolId }) },
      { enabled: !isPlan, staleTime: Number.POSITIVE_INFINITY },
    ),
  )
  const usualShifts = usual.data?.shifts ?? null
  return useMemo<Baseline>(() => {
    if (!isPlan) {
      const worked = usualShifts === null ? null : weekHours({ name: '', timeZone, poolId, kind: 'weekly', shifts: usualShifts }, { rules, firstDate })
      const hours = worked === null ? { hours: null, cost: null } : { hours: worked.workedMinutes / 60, cost: worked.cost }
      return { schedule: 'typical', panel: { name: 'the typical week', figures: { totals: predictor.typicalWeek().totals, ...hours } } }
    }
    if (plan === null) return { schedule: 'typical', panel: null }
    const schedule = plannedSpells(plan, { firstDate })
    const { workedMinutes, cost } = weekHours(plan, { rules, firstDate })
    return { schedule, panel: { name: plan.name, figures: { totals: predictor.predict(schedule).totals, hours: workedMinutes / 60, cost } } }
  }, [isPlan, plan, usualShifts, predictor, firstDate, rules, poolId, timeZone])
}
