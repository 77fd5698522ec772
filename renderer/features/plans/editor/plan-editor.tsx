import { useEffect, useRef, type ReactNode } from 'react'
import type { Overview } from '../../../app/workspace/workspace-types.ts'
import { usePlansView } from '../use-plans-view.ts'
import { AssumptionChips } from './assumptions/assumption-chips.tsx'
import { addOpenShifts } from './board/board-actions.ts'
import { Board } from './board/board.tsx'
import { PlanEnd } from './board/plan-end.tsx'
import { RowTools } from './board/row-tools.tsx'
import { Panel } from './panel/panel.tsx'
import { hourGains } from './panel/worth-adding.ts'
import { plannedShifts } from './board/planned-shifts.ts'
import { SpokenChange } from './spoken-change.tsx'
import { WeeksOverview } from './overview/weeks-overview.tsx'
import { useEditor, useEditorState } from './store/editor-context.ts'
import { firstQuestion } from './suggest/question.ts'
import { SuggestPanel } from './suggest/suggest-panel.tsx'
import './plan-editor.css'

interface PlanEditorProps {
  readonly planId: string
  readonly pools: Overview['pools']
  /** Another week than the one that is shown is being read. */
  readonly isChanging: boolean
}

/** The week of a plan, to be changed and seen at once: board, strips and figures. */
export function PlanEditor({ planId, pools, isChanging }: PlanEditorProps): ReactNode {
  useAskedShifts()
  const overview = useEditorState((state) => state.overview)
  useAskedSuggestions()
  const suggest = useEditorState((state) => state.suggest)
  const firstDate = useEditorState(({ week }) => week.firstDate)
  return (
    <div className="plan-editor" aria-busy={isChanging}>
      <div className="plan-editor-board">
        <PlanEnd />
        <RowTools pools={pools} />
        <AssumptionChips pools={pools} />
        {overview === null ? <Board pools={pools} /> : <WeeksOverview span={overview} />}
      </div>
      {suggest === null ? (
        <Panel planId={planId} />
      ) : (
        <SuggestPanel key={firstDate} planId={planId} question={suggest} />
      )}
      <SpokenChange />
    </div>
  )
}

/** Plans at once the shifts that the address asks for. */
function useAskedShifts(): void {
  const editor = useEditor()
  const { view, change } = usePlansView()
  const { planAt } = view
  const isPlanned = useRef(false)
  useEffect(() => {
    if (planAt === null || isPlanned.current) return
    isPlanned.current = true
    const { week, rules, planned } = editor.store.getState()
    const { board, starts, weekMinutes, world } = week
    const predicted = { predictor: world.predictor, intervals: planned.expected, starts, weekMinutes }
    addOpenShifts(
      editor,
      plannedShifts(planAt, {
        week: board,
        limits: rules.plan.limits,
        gainsWith: (added) => hourGains(predicted, added),
      }),
    )
    change({ planAt: null }, 'replace')
  }, [planAt, editor, change])
}

/** Opens the suggestions that the address asks for. */
function useAskedSuggestions(): void {
  const { store, askSuggest } = useEditor()
  const { view, change } = usePlansView()
  const { suggest: moves } = view
  useEffect(() => {
    if (moves === null) return
    askSuggest({ ...firstQuestion(100 * store.getState().inputs.target), moves })
    change({ suggest: null }, 'replace')
  }, [moves, store, askSuggest, change])
}
