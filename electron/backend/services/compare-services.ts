import type { AgentAdherence } from '../../../shared/compare/adherence.ts'
import type { SlotAdherence } from '../../../shared/compare/adherence-slots.ts'
import type { Calibration } from '../../../shared/compare/calibration.ts'
import type { WeekDetail } from '../../../shared/compare/compare-week.ts'
import type { Compared, WeekState } from '../../../shared/compare/compared.ts'
import type { CompareOutput } from '../../../shared/contract/compare-output.ts'
import type { CsvFile } from './app-services.ts'

/** A week of a published plan that has begun. */
export interface PublishedWeekEntry {
  readonly planId: string
  readonly planName: string
  readonly publicationId: string
  /** 1 is the plan's first. */
  readonly version: number
  readonly poolId: string | null
  readonly timeZone: string
  /** Local date on which it begins. */
  readonly week: string
}

/** The same beside what happened. Rates and parts are fractions of 1. */
export interface ComparedWeek extends PublishedWeekEntry {
  readonly state: WeekState
  readonly total: Compared
  /** Visitors of pools that are newer than the prediction. */
  readonly elsewhere: number
}

export interface CompareList {
  /** The clock of the last sync; null: none was finished. */
  readonly now: string | null
  /** Of every plan the weeks in which it is in force, the newest first. */
  readonly weeks: readonly ComparedWeek[]
  /** Weeks that have begun and were never predicted. */
  readonly notPredicted: readonly PublishedWeekEntry[]
  /** The publication that begins next; null: none is to come. */
  readonly next: Omit<PublishedWeekEntry, 'timeZone' | 'version'> | null
  /** Over all plans. */
  readonly calibration: Calibration
  readonly revision: number
}

export interface NamedAdherence extends AgentAdherence {
  readonly name: string
  /** Quarter-hours in which something was planned, or the agent was online, in order. */
  readonly slots: readonly SlotAdherence[]
}

export interface ComparedWeekDetail extends ComparedWeek, WeekDetail {
  readonly publishedAt: string
  /** When it was predicted. */
  readonly frozenAt: string
  /** Nothing at or after it is known. */
  readonly now: string
  readonly adherence: readonly NamedAdherence[]
  /** Hours of the week inside their own 80 % band. */
  readonly cellCalibration: Calibration
  readonly revision: number
}

export interface CompareListRequest {
  readonly workspaceId: string
  /** Nothing at or after it counts as past, epoch milliseconds; null: all that was synced does. */
  readonly until: number | null
}

export interface CompareWeekRequest extends CompareListRequest {
  readonly publicationId: string
  readonly week: string
}

export type CompareCsvTable = 'hours' | 'adherence' | 'adherence-slots'

/** Predicted and actual, for the app. */
export interface AppCompare {
  list(request: CompareListRequest): Promise<CompareList>
  week(request: CompareWeekRequest): Promise<ComparedWeekDetail>
  csv(request: CompareWeekRequest & { readonly table: CompareCsvTable }): Promise<CsvFile>
}

export interface CompareRequest {
  readonly workspace: string | null
  /** Id or name. */
  readonly plan: string
  /** A date of the week; null: every week that has begun. */
  readonly week: string | null
  /** null: all that was synced counts as past. */
  readonly now: number | null
}

export interface CompareAnswer {
  readonly output: CompareOutput
  readonly workspace: string
}

/** Predicted and actual, for the command line. */
export interface CompareCommands {
  compare(request: CompareRequest): Promise<CompareAnswer>
}
