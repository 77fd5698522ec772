import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { USUAL_LIMITS } from '../../../../../shared/plan/rules/packs/packs.ts'
import type { Violation } from '../../../../../shared/plan/rules/violation.ts'
import { reportOf } from '../../../../app/errors/error-report.ts'
import { useTRPC } from '../../../../app/rpc/client.ts'
import { useWorkspace } from '../../../../app/workspace/workspace-context.tsx'
import { useFormat } from '../../../../format/format-context.tsx'
import { Button } from '../../../../kit/button.tsx'
import { ErrorNotice } from '../../../../kit/error-notice.tsx'
import { asSetting, checkedRules, storedPlanRules, withUsualLimits } from '../../rules/plan-rules.ts'
import { usePlansView } from '../../use-plans-view.ts'
import type { BoardRow } from '../board/board-rows.ts'
import { focusShift } from '../board/focus-shift.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { agentName } from '../store/editor-state.ts'

/** The rules that the week breaks, or those that were checked, or that none is set. */
export function Violations({ planId }: { readonly planId: string }): ReactNode {
  const editor = useEditor()
  const rules = useEditorState((state) => state.rules)
  const { allRows: rows, ruleReport } = useEditorState(({ planned }) => planned)
  const { violations } = ruleReport
  const checked = checkedRules(rules)
  const show = ([first, ...others]: readonly string[]): void => {
    if (first === undefined) return
    editor.select([first, ...others], 'only')
    focusShift(editor, first)
  }
  if (violations.length === 0)
    return (
      <div className="panel-part">
        {checked.length === 0 ? <NoRules planId={planId} /> : <p className="quiet">No rule violations</p>}
        <Checked names={checked} />
        <OtherWeeks />
      </div>
    )
  return (
    <details className="panel-part" open>
      <summary>
        {violations.length} rule {violations.length === 1 ? 'violation' : 'violations'}
      </summary>
      <ul className="violations">
        {violations.map((violation, index) => (
          // The same rule may be broken twice in the same words.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${violation.kind} ${violation.agentId} ${index}`}>
            <button type="button" className="violation" onClick={() => show(violation.shiftIds)}>
              <strong>{subjectOf(violation, rows)}</strong> {violation.text}
            </button>
          </li>
        ))}
      </ul>
      {checked.length === 0 ? <NoRules planId={planId} /> : null}
      <Checked names={checked} />
      <OtherWeeks />
    </details>
  )
}

/** Of whom a violation is; minimum staff is of nobody. */
function subjectOf({ kind, agentId }: Violation, rows: readonly BoardRow[]): string {
  return kind === 'under-staffed' ? 'Minimum staff' : agentName(rows, agentId)
}

function Checked({ names }: { readonly names: readonly string[] }): ReactNode {
  return names.length === 0 ? null : <p className="quiet">Checked: {names.join(', ')}.</p>
}

/** Nothing is set: limits that most teams keep are one click away. */
function NoRules({ planId }: { readonly planId: string }): ReactNode {
  const editor = useEditor()
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const settings = useEditorState((state) => state.settings)
  const save = useMutation(trpc.plans.saveSettings.mutationOptions({ onSuccess: editor.setSettings }))
  const { limits, owedBreak } = USUAL_LIMITS
  const usual = `${limits.maxHoursPerWeek} h a week, ${limits.maxShiftHours} h a shift, ${limits.minRestHours} h of rest, ${limits.maxConsecutiveDays} days in a row, ${owedBreak!.minutes} min of breaks after ${owedBreak!.afterHours} h`
  return (
    <>
      <p className="quiet">
        No work rules set.{' '}
        <Button
          kind="link"
          isDisabled={save.isPending}
          onPress={() =>
            save.mutate({
              workspaceId,
              planId,
              patch: { rules: asSetting(withUsualLimits(storedPlanRules(settings))) },
            })
          }
        >
          Use usual limits
        </Button>{' '}
        <Button kind="link" onPress={() => editor.openDialog({ kind: 'rules' })}>
          Set rules
        </Button>
      </p>
      <p className="quiet">Usual: {usual}.</p>
      {save.error === null ? null : <ErrorNotice report={reportOf(save.error)} />}
    </>
  )
}

/** Other weeks of a dated plan that break rules; a press shows one. */
function OtherWeeks(): ReactNode {
  const format = useFormat()
  const { change } = usePlansView()
  const firstDate = useEditorState(({ week }) => week.firstDate)
  const { weekReports } = useEditorState(({ planned }) => planned)
  const others = weekReports.filter(({ clock, violations }) => violations.length > 0 && clock.firstDate !== firstDate)
  if (others.length === 0) return null
  return (
    <p className="quiet">
      Other weeks:{' '}
      {others.map(({ clock, violations }, index) => (
        <span key={clock.firstDate}>
          {index === 0 ? '' : ', '}
          <Button kind="link" onPress={() => change({ week: clock.firstDate }, 'replace')}>
            {format.date(clock.firstDate)}: {violations.length}
          </Button>
        </span>
      ))}
    </p>
  )
}
