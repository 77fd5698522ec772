import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { USUAL_LIMITS } from '../../../../../shared/plan/rules/packs/packs.ts'
import { violationText } from '../../../../../shared/plan/rules/violation-text.ts'
import type { Violation } from '../../../../../shared/plan/rules/violation.ts'
import { reportOf } from '../../../../app/errors/error-report.ts'
import { useTRPC } from '../../../../app/rpc/client.ts'
import { useWorkspace } from '../../../../app/workspace/workspace-context.tsx'
import { useFormat } from '../../../../format/format-context.tsx'
import type { Formatter } from '../../../../format/formatter.ts'
import { Rich } from '../../../../format/rich.ts'
import { Button } from '../../../../kit/button.tsx'
import { ErrorNotice } from '../../../../kit/error-notice.tsx'
import { asSetting, checkedRules, storedPlanRules, withUsualLimits, type RuleCheck } from '../../rules/plan-rules.ts'
import { usePlansView } from '../../use-plans-view.ts'
import type { BoardRow } from '../board/board-rows.ts'
import { focusShift } from '../board/focus-shift.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { agentName, openPlan } from '../store/editor-state.ts'

/** The rules that the week breaks, or those that were checked, or that none is set. */
export function Violations({ planId }: { readonly planId: string }): ReactNode {
  const editor = useEditor()
  const format = useFormat()
  const { planPanel: t } = format.texts
  const { overview } = useWorkspace()
  const { kind, timeZone, poolId } = useEditorState(openPlan)
  const nameOfPool = (id: string): string => overview?.pools.find((pool) => pool.id === id)?.name ?? id
  const rules = useEditorState((state) => state.rules)
  const { allRows: rows, ruleReport } = useEditorState(({ planned }) => planned)
  const { violations } = ruleReport
  const checked = checkedRules(rules, poolId)
  const show = ([first, ...others]: readonly string[]): void => {
    if (first === undefined) return
    editor.select([first, ...others], 'only')
    focusShift(editor, first)
  }
  if (violations.length === 0)
    return (
      <div className="panel-part">
        {checked.length === 0 ? <NoRules planId={planId} /> : <p className="quiet">{t.noViolations}</p>}
        <Checked checks={checked} />
        <OtherWeeks />
      </div>
    )
  return (
    <details className="panel-part" open>
      <summary>{t.violations({ count: violations.length })}</summary>
      <ul className="violations">
        {violations.map((violation, index) => (
          // The same rule may be broken twice in the same words.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${violation.kind} ${violation.agentId} ${index}`}>
            <button type="button" className="violation" onClick={() => show(violation.shiftIds)}>
              <Rich
                parts={t.violation({
                  name: subjectOf(violation, rows, format),
                  text: violationText(violation, { kind, timeZone, poolName: nameOfPool }, format),
                  who: (text) => <strong>{text}</strong>,
                })}
              />
            </button>
          </li>
        ))}
      </ul>
      {checked.length === 0 ? <NoRules planId={planId} /> : null}
      <Checked checks={checked} />
      <OtherWeeks />
    </details>
  )
}

/** Of whom a violation is; minimum staff is of nobody. */
function subjectOf({ kind, agentId }: Violation, rows: readonly BoardRow[], { texts }: Formatter): string {
  if (kind === 'under-staffed') return texts.planPanel.minimumStaff
  return agentId === null ? texts.planBoard.unassignedRow : agentName(rows, agentId)
}

function Checked({ checks }: { readonly checks: readonly RuleCheck[] }): ReactNode {
  const format = useFormat()
  if (checks.length === 0) return null
  const names = checks.map((check) => format.texts.planRules.checks[check])
  return <p className="quiet">{format.texts.planPanel.checked({ rules: format.list(names) })}</p>
}

/** Nothing is set: limits that most teams keep are one click away. */
function NoRules({ planId }: { readonly planId: string }): ReactNode {
  const editor = useEditor()
  const format = useFormat()
  const { planPanel: t } = format.texts
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const settings = useEditorState((state) => state.settings)
  const save = useMutation(trpc.plans.saveSettings.mutationOptions({ onSuccess: editor.setSettings }))
  const { limits, owedBreak } = USUAL_LIMITS
  const usual = t.usual({
    week: format.hours(limits.maxHoursPerWeek!),
    shift: format.hours(limits.maxShiftHours!),
    rest: format.hours(limits.minRestHours!),
    days: format.count(limits.maxConsecutiveDays!),
    minutes: format.count(owedBreak!.minutes),
    hours: format.hours(owedBreak!.afterHours),
  })
  return (
    <>
      <p className="quiet">
        {t.noRules}{' '}
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
          {t.useUsual}
        </Button>{' '}
        <Button kind="link" onPress={() => editor.openDialog({ kind: 'rules' })}>
          {t.setRules}
        </Button>
      </p>
      <p className="quiet">{usual}</p>
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
      {format.texts.planPanel.otherWeeks}{' '}
      {others.map(({ clock, violations }, index) => (
        <span key={clock.firstDate}>
          {index === 0 ? '' : ' · '}
          <Button kind="link" onPress={() => change({ week: clock.firstDate }, 'replace')}>
            {format.texts.planPanel.weekViolations({
              date: format.date(clock.firstDate),
              count: format.count(violations.length),
            })}
          </Button>
        </span>
      ))}
    </p>
  )
}
