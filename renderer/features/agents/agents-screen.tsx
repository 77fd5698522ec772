import { useQuery } from '@tanstack/react-query'
import { CalendarOff, Plus, Scale } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { command, type Command } from '../../app/commands/command.ts'
import { useCommands } from '../../app/commands/use-commands.tsx'
import { useFind } from '../../app/commands/use-find.ts'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { SearchLine } from '../../kit/search-line.tsx'
import { Skeleton } from '../../kit/skeleton.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useRouting } from '../../app/routing/use-route.tsx'
import { useTRPC } from '../../app/rpc/client.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import { WorkspaceFailure } from '../../app/workspace/workspace-failure.tsx'
import type { Overview } from '../../app/workspace/workspace-types.ts'
import { AgentPanel } from './agent-panel.tsx'
import { agentRows } from './agent-rows.ts'
import { AgentTable } from './agent-table.tsx'
import type { AgentEntry } from './agent-types.ts'
import { formatAgentView, parseAgentView, type AgentView } from './agent-view.ts'
import { FairnessView } from './fairness/fairness-view.tsx'
import { RulesFileButtons } from './rules-file.tsx'
import { TimeOffYear } from './time-off/time-off-year.tsx'
import './agents.css'

/** Who can be planned, and the rules for each. */
export function AgentsScreen(): ReactNode {
  const { agents: t, app } = useFormat().texts
  const trpc = useTRPC()
  const { workspaceId, overview, error: failure, retry } = useWorkspace()
  const { data: agents, error, refetch } = useQuery(trpc.agents.list.queryOptions({ workspaceId }, { staleTime: 0 }))
  if (failure !== null) return <WorkspaceFailure error={failure} retry={retry} />
  if (agents === undefined && error !== null) {
    return (
      <>
        <h1>{t.title}</h1>
        <ErrorNotice report={reportOf(error)}>
          <Button onPress={() => void refetch()}>{app.tryAgain}</Button>
        </ErrorNotice>
      </>
    )
  }
  if (overview === undefined || agents === undefined)
    return <Skeleton label={t.loading} heights={[40, 32, 40, 40, 40, 40]} />
  return <Agents agents={agents} overview={overview} />
}

interface AgentsProps {
  readonly agents: readonly AgentEntry[]
  readonly overview: Overview
}

function Agents({ agents, overview }: AgentsProps): ReactNode {
  const { workspaceId } = useWorkspace()
  const format = useFormat()
  const t = format.texts.agents
  const { route, go } = useRouting()
  const params = route.page === 'workspace' && route.screen === 'agents' ? route.params : null
  const view = useMemo(() => parseAgentView(params ?? {}), [params])
  const [typed, setTyped] = useState('')
  const [opened, setOpened] = useState<AgentView>({ kind: 'none' })
  const [savedId, setSavedId] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const rows = useMemo(
    () => agentRows(agents, { pools: overview.pools, timeZone: overview.timeZone, format, typed }),
    [agents, overview.pools, overview.timeZone, format, typed],
  )
  const show = useCallback(
    (next: AgentView, how: 'push' | 'replace' = 'push') =>
      go({ page: 'workspace', workspaceId, screen: 'agents', params: formatAgentView(next) }, how),
    [go, workspaceId],
  )
  const open = useCallback(
    (next: AgentView) => {
      setOpened(next)
      setSavedId(null)
      show(next)
    },
    [show],
  )
  const openAgent = useCallback(
    (id: string) => {
      open({ kind: 'agent', id })
      // The one that is open already: on into its form.
      document.getElementById('agent-title')?.focus()
    },
    [open],
  )
  const commands = useMemo<readonly Command[]>(() => [command('new-agent', () => open({ kind: 'new' }))], [open])
  useCommands('agents', commands)
  const field = useFind()
  const chosen = view.kind === 'agent' ? (agents.find(({ id }) => id === view.id) ?? null) : null
  const isOpen = chosen !== null || view.kind === 'new'
  const close = useFocusAfterClose(list, isOpen, () => show({ kind: 'none' }))
  const addButton = (
    <Button kind="primary" icon={<Plus size={16} aria-hidden />} onPress={() => open({ kind: 'new' })}>
      {t.add}
    </Button>
  )
  if (view.kind === 'fairness')
    return (
      <div className="agents">
        <div className="agents-list">
          <FairnessView timeZone={overview.timeZone} onClose={() => show({ kind: 'none' })} />
        </div>
      </div>
    )
  if (view.kind === 'time-off')
    return (
      <div className="agents">
        <div className="agents-list">
          <TimeOffYear
            agents={agents}
            timeZone={overview.timeZone}
            settings={overview.settings}
            onClose={() => show({ kind: 'none' })}
          />
        </div>
      </div>
    )
  return (
    <div className={isOpen ? 'agents agents-open' : 'agents'}>
      <div className="agents-list" ref={list}>
        <header className="agents-head">
          <h1>{t.title}</h1>
          {agents.length === 0 ? null : (
            <>
              <SearchLine id={field} label={t.search} value={typed} onChange={setTyped} />
              <Button icon={<CalendarOff size={16} aria-hidden />} onPress={() => show({ kind: 'time-off' })}>
                {format.texts.timeOff.open}
              </Button>
              <Button icon={<Scale size={16} aria-hidden />} onPress={() => show({ kind: 'fairness' })}>
                {format.texts.fairness.open}
              </Button>
              {addButton}
            </>
          )}
        </header>
        {agents.length === 0 ? (
          <EmptyState title={t.emptyTitle} actions={addButton}>
            <p>{t.empty}</p>
          </EmptyState>
        ) : (
          <>
            <div className="agents-table-frame">
              {rows.length === 0 ? (
                <p className="agents-none">{t.noneFound({ text: typed.trim() })}</p>
              ) : (
                <AgentTable rows={rows} openId={chosen?.id ?? null} onOpen={openAgent} />
              )}
            </div>
            <p className="field-hint">{t.listHint}</p>
          </>
        )}
        <RulesFileButtons agents={agents} isEmpty={agents.every(({ edited }) => !edited)} />
      </div>
      {isOpen ? (
        <AgentPanel
          key={chosen?.id ?? 'new'}
          agent={chosen}
          overview={overview}
          takesFocus={opened.kind === view.kind && (opened.kind !== 'agent' || opened.id === chosen?.id)}
          isSaved={savedId !== null && savedId === chosen?.id}
          onChanged={() => setSavedId(null)}
          onSaved={(agentId) => {
            setSavedId(agentId)
            if (chosen === null) {
              setOpened({ kind: 'agent', id: agentId })
              show({ kind: 'agent', id: agentId }, 'replace')
            }
          }}
          onClose={close}
        />
      ) : null}
    </div>
  )
}

/** Closes the panel, and leads the focus back to the row it was opened from. */
function useFocusAfterClose(
  list: { readonly current: HTMLElement | null },
  isOpen: boolean,
  close: () => void,
): () => void {
  const returnTo = useRef<HTMLElement | null>(null)
  useEffect(() => {
    if (isOpen) return
    returnTo.current?.focus()
    returnTo.current = null
  }, [isOpen])
  return () => {
    returnTo.current =
      list.current?.querySelector<HTMLElement>('.agents-name[aria-current]') ??
      list.current?.querySelector<HTMLElement>('.agents-head .button') ??
      null
    close()
  }
}
