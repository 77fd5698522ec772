import type { PresenceState } from '../../../shared/compare/today/who-is-here.ts'
import type { TodayFigures } from '../../../shared/compare/today/today-figures.ts'

/** An agent of today. Instants are ISO. */
export interface TodayAgent {
  readonly agentId: string
  readonly name: string
  readonly state: PresenceState
  readonly shift: { readonly start: string; readonly end: string } | null
  readonly onlineSince: string | null
  readonly wasHere: boolean
}

/** Low coverage that goes on. */
export interface LowCoverage {
  readonly since: string
  /** Figures are of the 60 minutes before; ISO. */
  readonly until: string
  readonly visitors: number
  readonly covered: number
  /** 0-100. */
  readonly target: number
  /** Whether it is to be said aloud: not in quiet hours, nor once it was dismissed. */
  readonly isAlert: boolean
}

export interface AutoSyncState {
  /** null: off. */
  readonly minutes: number | null
  /** How many syncs have failed in a row; each makes the next wait longer. */
  readonly failures: number
  /** Why the last one failed, in words. */
  readonly failure: string | null
  /** When the next one is due, ISO, never in the past; null: never. */
  readonly nextAt: string | null
}

export interface Today {
  readonly timeZone: string
  readonly figures: TodayFigures
  /** Name of the plan in force for all pools; null: the rest of the day rests on the typical week. */
  readonly planName: string | null
  readonly agents: readonly TodayAgent[]
  readonly low: LowCoverage | null
  readonly autoSync: AutoSyncState
  readonly revision: number
}

/** How today goes, for the app. */
export interface AppToday {
  get(workspaceId: string): Promise<Today>
  /** What is to be said aloud; null: nothing. */
  alert(workspaceId: string): Promise<LowCoverage | null>
  /** No more is said of the alert that goes on. */
  dismissAlert(workspaceId: string): Promise<void>
}
