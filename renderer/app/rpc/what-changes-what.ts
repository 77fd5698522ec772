import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { Outputs } from './procedures.ts'

type Paths<Router extends keyof Outputs> = Router | `${Router}.${Extract<keyof Outputs[Router], string>}`
/** A procedure of the backend, or all of a router's. */
export type AnswerPath = { readonly [Router in keyof Outputs]: Paths<Router> }[keyof Outputs]

/**
 * What can change, with every answer that it changes. The one place that says so: answers that rest on the history are kept until a row
 * names them. A test asks each of them of a real backend before and after each change.
 */
export const CHANGES = {
  /** A sync that still runs brought days. Learning from the history takes a while: only when it is all there. */
  'days-came': ['workspace.overview', 'coverage'],
  /** A sync ended: history, agents, pools, membership, the present; and the weeks of publications that it predicted. */
  synced: [
    'workspace.overview',
    'workspaces.list',
    'coverage',
    'forecast',
    'holidays',
    'marks.suggest',
    'marks.outcomes',
    'prediction',
    'recommend',
    'suggest.freeMoves',
    'capacity',
    'compare',
    'today',
    'alerts',
    'agents.list',
    'plans.list',
    'plans.publications',
  ],
  /** A plan was published or withdrawn: what is in force, and how agents are known to keep to it. */
  published: [
    'plans.list',
    'plans.publications',
    'plans.publishedShifts',
    'prediction',
    'recommend',
    'suggest.freeMoves',
    'capacity',
    'compare',
    'today',
  ],
  /** Days that forecasts do not take for usual ones. */
  marks: ['marks', 'holidays', 'forecast', 'prediction', 'recommend', 'suggest.freeMoves', 'capacity', 'today'],
  /** Whose public holidays forecasts know. */
  holidays: [
    'workspace.overview',
    'holidays',
    'forecast',
    'marks.suggest',
    'marks.outcomes',
    'prediction',
    'recommend',
    'suggest.freeMoves',
    'capacity',
    'today',
    'timeOff',
  ],
  /** Suggested marks that were refused, or no more. */
  suggestions: ['marks'],
  /** Names and rules of agents. */
  agents: ['agents', 'timeOff', 'today', 'compare', 'suggest.freeMoves'],
  /** When agents are away. */
  'time-off': ['timeOff', 'today', 'suggest.freeMoves'],
  /** How the workspace counts and shows. */
  settings: [
    'workspace.overview',
    'workspaces.list',
    'coverage',
    'forecast',
    'marks.suggest',
    'marks.outcomes',
    'recommend',
    'suggest.freeMoves',
    'capacity',
    'compare',
    'today',
    'timeOff',
    'alerts.active',
  ],
  /** What the app does by itself while it is open. */
  'live-settings': ['workspace.overview', 'workspaces.list', 'today', 'alerts'],
  /** Plans that were edited, made, archived or removed. */
  plans: ['plans', 'suggest.freeMoves', 'capacity'],
  templates: ['templates.list'],
  /** Workspaces that were made, renamed, restored or erased, or connected to a source. */
  workspaces: ['workspaces.list', 'workspace.overview', 'alerts.settings'],
  /** Reports of crashes were dismissed or removed. */
  'crash-reports': ['app.crashReports'],
  /** Another platform is shown, or one was forgotten. */
  platforms: ['health'],
  /** An alert was dismissed. */
  alert: ['alerts.active'],
  /** Rules of alerts, channels, the digest. */
  'alert-settings': ['alerts'],
} as const satisfies Readonly<Record<string, readonly AnswerPath[]>>

export type Change = keyof typeof CHANGES

/** Asks again for all that a change changes: at once for what is shown, else when it is next shown. */
export async function invalidateAfter(queries: QueryClient, change: Change): Promise<void> {
  await Promise.all(CHANGES[change].map((path) => queries.invalidateQueries({ queryKey: [path.split('.')] })))
}

export function useInvalidate(): (change: Change) => Promise<void> {
  const queries = useQueryClient()
  return useMemo(() => async (change) => invalidateAfter(queries, change), [queries])
}

interface Freshness {
  /** Of the answer that is shown; undefined: none yet. */
  readonly revision: number | undefined
  /** Of the cache; it grows with every change. */
  readonly newest: number
  readonly isSyncing: boolean
}

/** Asks again, once for each newer revision of the cache, where what is shown rests on an older one: another process may have synced. */
export function useNewerRevision({ revision, newest, isSyncing }: Freshness): void {
  const invalidate = useInvalidate()
  const askedFor = useRef(0)
  useEffect(() => {
    // While a sync brings days, each of them changes the cache.
    if (revision === undefined || isSyncing || newest <= revision || askedFor.current === newest) return
    askedFor.current = newest
    void invalidate('synced')
  }, [revision, newest, isSyncing, invalidate])
}
