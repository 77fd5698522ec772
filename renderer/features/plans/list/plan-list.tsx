import { useMutation, useQuery } from '@tanstack/react-query'
import { Plus, Upload } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { command, type Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.tsx'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { reportOf } from '../../../errors/error-report.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useTRPC } from '../../../rpc.ts'
import { useWorkspace } from '../../../workspace/workspace-context.tsx'
import type { Overview } from '../../../workspace/workspace-types.ts'
import type { PlansView } from '../plan-route.ts'
import { ImportedPlan } from './imported-plan.tsx'
import { NewPlan } from './new-plan.tsx'
import { PlanRow } from './plan-row.tsx'
import { planAtWords } from './plan-at-words.ts'
import './plan-list.css'
import { useInvalidate } from '../../../workspace/what-changes-what.ts'

interface PlanListProps {
  readonly overview: Overview
  /** Hours for which shifts are to be planned, in a plan that is to be chosen; null: none. */
  readonly planAt: PlansView['planAt']
  readonly onOpen: (planId: string) => void
  /** Shows plans side by side. */
  readonly onCompare: (planIds: readonly string[]) => void
}

/** Every plan of the workspace, and the ways to make another. */
export function PlanList({ overview, planAt, onOpen, onCompare }: PlanListProps): ReactNode {
  const format = useFormat()
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const { workspaceId } = useWorkspace()
  const { data: plans, error, refetch } = useQuery(trpc.plans.list.queryOptions({ workspaceId }, { staleTime: 0 }))
  const [isMaking, setIsMaking] = useState(false)
  const [showArchived, setShowArchived] = useState(false)
  const commands = useMemo<readonly Command[]>(() => [command('new-plan', () => setIsMaking(true))], [])
  useCommands('plan-list', commands)
  const refresh = (): Promise<void> => invalidate('plans')
  const fromFile = useMutation(
    trpc.plans.importFile.mutationOptions({
      onSuccess: ({ id, warnings }) => {
        if (warnings.length === 0) return onOpen(id)
        return refresh()
      },
    }),
  )
  if (plans === undefined) {
    return error === null ? (
      <Skeleton words="Reading the plans" heights={[40, 64, 64, 64]} />
    ) : (
      <ErrorNotice report={reportOf(error)}>
        <Button onPress={() => void refetch()}>Try again</Button>
      </ErrorNotice>
    )
  }
  const current = plans.filter(({ archived }) => !archived)
  const archived = plans.filter((plan) => plan.archived)
  const importButton = (
    <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => (files?.[0] ? void files[0].text().then((text) => fromFile.mutate({ workspaceId, text })) : undefined)}>
      <Button icon={<Upload size={16} aria-hidden />} isDisabled={fromFile.isPending}>
        Open a plan file
      </Button>
    </FileTrigger>
  )
  const newButton = (
    <Button kind="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setIsMaking(true)}>
      New plan
    </Button>
  )
  return (
    <div className="plan-list-screen">
      <header className="plan-list-head">
        <h1>Plans</h1>
        {current.length === 0 ? null : (
          <>
            <Button kind="quiet" onPress={() => onCompare(current.slice(0, 3).map(({ id }) => id))}>
              Side by side
            </Button>
            {importButton}
            {newButton}
          </>
        )}
      </header>
      {fromFile.error === null ? null : <ErrorNotice report={reportOf(fromFile.error)} />}
      {planAt === null ? null : (
        <output className="plan-list-hint">
          {current.length === 0 ? 'Make a plan' : 'Choose the plan'} for {planAtWords(planAt, overview, format)}
        </output>
      )}
      {current.length === 0 ? (
        <EmptyState title="No plan yet" actions={<>{newButton}{importButton}</>}>
          <p>A plan says who works when. Change it, and see at once what it does to coverage: how many visitors would find an agent, before anybody works a shift of it.</p>
          <p>The best start is the week your team works now.</p>
        </EmptyState>
      ) : (
        <ul className="plan-list">
          {current.map((plan) => (
            <PlanRow key={plan.id} plan={plan} pools={overview.pools} onOpen={() => onOpen(plan.id)} onChanged={refresh} />
          ))}
        </ul>
      )}
      {archived.length === 0 ? null : (
        <section>
          <Button kind="quiet" onPress={() => setShowArchived(!showArchived)} aria-expanded={showArchived}>
            {showArchived ? 'Hide' : 'Show'} {archived.length} archived
          </Button>
          {showArchived ? (
            <ul className="plan-list">
              {archived.map((plan) => (
                <PlanRow key={plan.id} plan={plan} pools={overview.pools} onOpen={() => onOpen(plan.id)} onChanged={refresh} />
              ))}
            </ul>
          ) : null}
        </section>
      )}
      {fromFile.data === undefined || fromFile.data.warnings.length === 0 ? null : <ImportedPlan plan={fromFile.data} onOpen={onOpen} onClose={fromFile.reset} />}
      {isMaking ? <NewPlan overview={overview} plans={current} poolId={planAt?.poolId ?? null} onClose={() => setIsMaking(false)} onMade={onOpen} /> : null}
    </div>
  )
}
