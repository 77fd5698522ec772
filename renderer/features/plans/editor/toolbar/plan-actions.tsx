import { ListChecks, Sparkles } from 'lucide-react'
import { useCallback, useMemo, type ReactNode } from 'react'
import { OWN_EXTENSION } from '../../../../../shared/contract/opened-files.ts'
import { planToText } from '../../../../../shared/contract/plan-file.ts'
import type { Plan } from '../../../../../shared/plan/plan.ts'
import { command, type Command } from '../../../../app/commands/command.ts'
import { useCommands } from '../../../../app/commands/use-commands.tsx'
import { useFormat } from '../../../../format/format-context.tsx'
import { Button } from '../../../../kit/button.tsx'
import { saveJson } from '../../../../app/files/transfer.ts'
import { ExportMenu } from '../../export/export-menu.tsx'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { firstQuestion } from '../suggest/question.ts'
import { openPlan } from '../store/editor-state.ts'
import { safeFileName } from '../../../../../shared/foundation/file-name.ts'

/** What can be done with a whole plan. */
export function PlanActions({ planId }: { readonly planId: string }): ReactNode {
  const { openDialog, askSuggest } = useEditor()
  const plan = useEditorState(openPlan)
  const { firstDate } = useEditorState(({ week }) => week)
  const agents = useEditorState(({ planned }) => planned.agents)
  const { suggest, plan: t } = useFormat().texts
  const isSuggesting = useEditorState(({ suggest }) => suggest !== null)
  const target = useEditorState(({ inputs }) => inputs.target)
  const openSuggest = useCallback(() => askSuggest(firstQuestion(100 * target)), [askSuggest, target])
  const commands = useMemo<readonly Command[]>(
    () => [
      command('publish-plan', () => openDialog({ kind: 'publish' })),
      command('save-plan-file', () => saveJson(safeFileName(plan.name, OWN_EXTENSION), planToText(plan))),
      command('suggest-changes', openSuggest),
      command('plan-rules', () => openDialog({ kind: 'rules' })),
      command('replay-days', () => openDialog({ kind: 'replay' })),
      command('week-table', () => openDialog({ kind: 'table' })),
    ],
    [plan, openDialog, openSuggest],
  )
  useCommands('plan-actions', commands)
  const people = useMemo(() => plannedPeople(plan, agents), [plan, agents])
  return (
    <>
      <Button
        kind="quiet"
        icon={<Sparkles size={16} aria-hidden />}
        aria-expanded={isSuggesting}
        onPress={() => (isSuggesting ? askSuggest(null) : openSuggest())}
      >
        {suggest.open}
      </Button>
      <Button kind="quiet" icon={<ListChecks size={16} aria-hidden />} onPress={() => openDialog({ kind: 'rules' })}>
        {t.rules}
      </Button>
      <ExportMenu
        planId={planId}
        planName={plan.name}
        kind={plan.kind}
        week={firstDate}
        people={people}
        more={commands.slice(1, 2)}
      />
      <Button kind="primary" onPress={() => openDialog({ kind: 'publish' })}>
        {t.publish}
      </Button>
    </>
  )
}

interface Person {
  readonly id: string
  readonly name: string
}

/** Who has a shift in the plan, in the order of the board. */
function plannedPeople({ shifts }: Plan, agents: readonly Person[]): readonly Person[] {
  const planned = new Set(shifts.map(({ agentId }) => agentId))
  const known = agents.filter(({ id }) => planned.delete(id))
  return [
    ...known,
    ...[...planned]
      .filter((id) => id !== null)
      .toSorted()
      .map((id) => ({ id, name: id })),
  ]
}
