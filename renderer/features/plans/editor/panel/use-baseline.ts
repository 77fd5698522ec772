import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { plannedIntervals } from '../../../../../shared/plan/planned-intervals.ts'
import { weekHours } from '../../../../../shared/plan/staffing/week-hours.ts'
import { useTRPC } from '../../../../app/rpc/client.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { useWorkspace } from '../../../../app/workspace/workspace-context.tsx'
import { useEditorState } from '../store/editor-context.ts'
import { openPlan, START, TYPICAL, type Baseline } from '../store/editor-state.ts'

/**
 * The figures of what the open plan is compared with, in the week that is shown: what it was at first, the typical week, or another plan.
 * A plan that had nothing in this week at first is compared with the typical week.
 */
export function useBaseline(): Baseline {
  const id = useEditorState(({ baselineId }) => baselineId)
  const predictor = useEditorState(({ inputs }) => inputs.predictor)
  const firstDate = useEditorState(({ week }) => week.firstDate)
  const rules = useEditorState((state) => state.rules)
  const start = useEditorState((state) => state.start)
  const poolId = useEditorState((state) => openPlan(state).poolId)
  const timeZone = useEditorState((state) => openPlan(state).timeZone)
  const { texts } = useFormat()
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const isOtherPlan = id !== TYPICAL && id !== START
  const { data } = useQuery(trpc.plans.get.queryOptions({ workspaceId, planId: id }, { enabled: isOtherPlan }))
  const other = isOtherPlan ? (data?.plan ?? null) : null
  const started = useMemo(() => ({ ...start, timeZone, poolId }), [start, timeZone, poolId])
  const compared = id === START ? started : other
  // Rules change no interval, so that bands that were drawn against it stay good.
  const schedule = useMemo(
    () => (compared === null ? null : plannedIntervals(compared, { firstDate })),
    [compared, firstDate],
  )
  const isTypical = id === TYPICAL || (id === START && schedule?.length === 0)
  // The same shifts that a new plan starts from: online time is less than planned time, and would be no hours to hold a plan's against.
  const usual = useQuery(
    trpc.prediction.startingShifts.queryOptions(
      { workspaceId, week: firstDate, timeZone, from: 'typical', ...(poolId === null ? {} : { poolId }) },
      { enabled: isTypical, staleTime: Number.POSITIVE_INFINITY },
    ),
  )
  const usualShifts = usual.data?.shifts ?? null
  return useMemo<Baseline>(() => {
    if (!isTypical) {
      if (compared === null || schedule === null) return { schedule: 'typical', figures: null }
      const { workedMinutes, cost } = weekHours(compared, { rules, firstDate })
      const name = id === START ? texts.planBoard.startingPoint : compared.name
      return {
        schedule,
        figures: { name, totals: predictor.predict(schedule).totals, hours: workedMinutes / 60, cost },
      }
    }
    const worked =
      usualShifts === null
        ? null
        : weekHours({ name: '', timeZone, poolId, kind: 'weekly', shifts: usualShifts }, { rules, firstDate })
    const hours =
      worked === null ? { hours: null, cost: null } : { hours: worked.workedMinutes / 60, cost: worked.cost }
    return {
      schedule: 'typical',
      figures: { name: texts.planBoard.typicalWeek, totals: predictor.typicalWeek().totals, ...hours },
    }
  }, [id, compared, schedule, isTypical, usualShifts, predictor, firstDate, rules, poolId, timeZone, texts])
}
