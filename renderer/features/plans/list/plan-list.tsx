import { useQuery } from '@tanstack/react-query'
import { Plus, Upload } from 'lucide-react'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { command, type Command } from '../../../app/commands/command.ts'
import { useCommands } from '../../../app/commands/use-commands.tsx'
import { Button } from '../../../kit/button.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { Skeleton } from '../../../kit/skeleton.tsx'
import { DropFrame } from '../../../app/files/drop-frame.tsx'
import { useBroughtFiles } from '../../../app/files/use-brought-files.ts'
import { useWaitingRoster, waitForPlans } from '../../../app/opening/waiting-roster.ts'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useTRPC } from '../../../app/rpc/client.ts'
import { FreeMoves } from '../../../app/staffing-blocks/free-moves.tsx'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../../app/workspace/workspace-types.ts'
import type { PlansView } from '../plan-route.ts'
import { ImportRoster } from '../import/import-roster.tsx'
import { rosterFile, type RosterFile } from '../import/import-types.ts'
import { NewPlan } from './new-plan.tsx'
import { PlanRow } from './plan-row.tsx'
import './plan-list.css'
import { useInvalidate } from '../../../app/rpc/what-changes-what.ts'
import { planAtText } from './plan-text.ts'

interface PlanListProps {
  readonly overview: Overview
  /** Hours for which shifts are to be planned, in a plan that is to be chosen; null: none. */
  readonly planAt: PlansView['planAt']
  /** Suggestions are to be looked for in a plan that is to be chosen. */
  readonly isSuggesting: boolean
  readonly onOpen: (planId: string) => void
  /** Shows plans side by side. */
  readonly onCompare: (planIds: readonly string[]) => void
}

/** Every plan of the workspace, and the ways to make another. */
export function PlanList({ overview, planAt, isSuggesting, onOpen, onCompare }: PlanListProps): ReactNode {
  const format = useFormat()
  const t = format.texts.planList
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const { workspaceId } = useWorkspace()
  const { data: plans, error, refetch } = useQuery(trpc.plans.list.queryOptions({ workspaceId }, { staleTime: 0 }))
  const [isMaking, setIsMaking] = useState(false)
  const [importing, setImporting] = useState<{ readonly file: RosterFile | null } | null>(null)
  const [showArchived, setShowArchived] = useState(false)
  const bring = useCallback((file: RosterFile) => {
    waitForPlans(null)
    setImporting({ file })
  }, [])
  const bringFile = useCallback((file: File) => bring(rosterFile(file)), [bring])
  const { isDragged } = useBroughtFiles(format.texts.rosterImport.pasted, bringFile)
  const waiting = useWaitingRoster(({ roster }) => roster)
  const shownImport = waiting === null ? importing : { file: waiting }
  const commands = useMemo<readonly Command[]>(
    () => [command('new-plan', () => setIsMaking(true)), command('import-roster', () => setImporting({ file: null }))],
    [],
  )
  useCommands('plan-list', commands)
  const refresh = (): Promise<void> => invalidate('plans')
  if (plans === undefined) {
    return error === null ? (
      <Skeleton label={t.loading} heights={[40, 64, 64, 64]} />
    ) : (
      <ErrorNotice report={reportOf(error)}>
        <Button onPress={() => void refetch()}>{format.texts.app.tryAgain}</Button>
      </ErrorNotice>
    )
  }
  const current = plans.filter(({ archived }) => !archived)
  const archived = plans.filter((plan) => plan.archived)
  const importButton = (
    <Button icon={<Upload size={16} aria-hidden />} onPress={() => setImporting({ file: null })}>
      {format.texts.rosterImport.open}
    </Button>
  )
  const newButton = (
    <Button kind="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setIsMaking(true)}>
      {t.newPlan}
    </Button>
  )
  return (
    <div className="plan-list-screen">
      <header className="plan-list-head">
        <h1>{t.title}</h1>
        {current.length === 0 ? null : (
          <>
            <Button kind="quiet" onPress={() => onCompare(current.slice(0, 3).map(({ id }) => id))}>
              {t.compare}
            </Button>
            {importButton}
            {newButton}
          </>
        )}
      </header>
      {planAt === null ? null : (
        <FreeMoves pool={planAt.poolId === null ? { kind: 'all' } : { kind: 'pool', id: planAt.poolId }} />
      )}
      {planAt === null ? null : (
        <output className="plan-list-hint">
          {planAtText(planAt, { overview, hasPlans: current.length > 0 }, format)}
        </output>
      )}
      {isSuggesting ? (
        <output className="plan-list-hint">
          {current.length === 0 ? format.texts.suggest.makePlan : format.texts.suggest.choosePlan}
        </output>
      ) : null}
      {current.length === 0 ? (
        <EmptyState
          title={t.noneTitle}
          actions={
            <>
              {newButton}
              {importButton}
            </>
          }
        >
          <p>{t.none}</p>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <ul className="plan-list">
          {current.map((plan) => (
            <PlanRow
              key={plan.id}
              plan={plan}
              pools={overview.pools}
              onOpen={() => onOpen(plan.id)}
              onChanged={refresh}
            />
          ))}
        </ul>
      )}
      {archived.length === 0 ? null : (
        <section>
          <Button kind="quiet" onPress={() => setShowArchived(!showArchived)} aria-expanded={showArchived}>
            {(showArchived ? t.hideArchived : t.showArchived)({ count: format.count(archived.length) })}
          </Button>
          {showArchived ? (
            <ul className="plan-list">
              {archived.map((plan) => (
                <PlanRow
                  key={plan.id}
                  plan={plan}
                  pools={overview.pools}
                  onOpen={() => onOpen(plan.id)}
                  onChanged={refresh}
                />
              ))}
            </ul>
          ) : null}
        </section>
      )}
      <DropFrame isDragged={isDragged} label={format.texts.rosterImport.drop} />
      {shownImport === null ? null : (
        <ImportRoster
          overview={overview}
          plans={current}
          file={shownImport.file}
          onFile={bring}
          onClose={() => {
            waitForPlans(null)
            setImporting(null)
          }}
          onOpen={onOpen}
        />
      )}
      {isMaking ? (
        <NewPlan
          overview={overview}
          plans={current}
          poolId={planAt?.poolId ?? null}
          onClose={() => setIsMaking(false)}
          onMade={onOpen}
        />
      ) : null}
    </div>
  )
}
