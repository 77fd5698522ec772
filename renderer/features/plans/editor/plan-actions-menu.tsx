import { ListChecks } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { planToText } from '../../../../shared/contract/plan-file.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { command, type Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.tsx'
import { Button } from '../../../components/button.tsx'
import { saveJson } from '../../../files/transfer.ts'
import { ExportMenu } from '../export/export-menu.tsx'
import { planFileName } from './plan-file-name.ts'

interface PlanActionsProps {
  readonly planId: string
  readonly plan: Plan
  /** Names of those whom the source has. */
  readonly agents: readonly { readonly id: string; readonly name: string }[]
  /** Local date on which the week begins that is shown. */
  readonly week: string
  readonly onPublish: () => void
  readonly onRules: () => void
  readonly onTable: () => void
}

/** What can be done with a whole plan. */
export function PlanActions({ planId, plan, agents, week, onPublish, onRules, onTable }: PlanActionsProps): ReactNode {
  const commands = useMemo<readonly Command[]>(
    () => [
      command('publish-plan', onPublish),
      command('save-plan-file', () => saveJson(planFileName(plan.name), planToText(plan))),
      command('plan-rules', onRules),
      command('week-table', onTable),
    ],
    [plan, onPublish, onRules, onTable],
  )
  useCommands('plan-actions', commands)
  const people = useMemo(() => plannedPeople(plan, agents), [plan, agents])
  return (
    <>
      <Button kind="quiet" icon={<ListChecks size={16} aria-hidden />} onPress={onRules}>
        Rules
      </Button>
      <ExportMenu planId={planId} planName={plan.name} kind={plan.kind} week={week} people={people} more={[commands[1]!]} />
      <Button kind="primary" onPress={onPublish}>
        Publish
      </Button>
    </>
  )
}

/** Who has a shift in the plan, in the order of the board. */
function plannedPeople({ shifts }: Plan, agents: PlanActionsProps['agents']): PlanActionsProps['agents'] {
  const planned = new Set(shifts.map(({ agentId }) => agentId))
  const known = agents.filter(({ id }) => planned.delete(id))
  return [...known, ...[...planned].filter((id) => id !== null).toSorted().map((id) => ({ id, name: id }))]
}
