import type { PrintPage } from '../../../../shared/contract/print-page.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import type { PreparedDownload } from '../app-services.ts'
import type { CompareCsvTable, CompareRequest } from '../compare-services.ts'
import type { CoverageRequest } from '../services.ts'
import type { PlanChoice } from '../prediction-services.ts'

/** shifts: CSV, a row a date; hours, slots: CSV of the predicted coverage of a week; calendar: iCalendar. */
export const PLAN_TEXT_KINDS = ['shifts', 'hours', 'slots', 'calendar'] as const
export type PlanTextKind = (typeof PLAN_TEXT_KINDS)[number]

/** Which weeks of a plan, and whose shifts. */
export interface PlanSpanRequest {
  /** Local date on which the first week begins; null: the first of a dated plan, the Monday after the present of a pattern. */
  readonly week: string | null
  /** null: all of a dated plan whose week is not given, else one. */
  readonly weeks: number | null
  /** Id or name; null: everybody's. */
  readonly agent: string | null
}

/** A file that is text. */
export interface TextFile {
  readonly fileName: string
  readonly text: string
}

export interface PlanTextAnswer extends TextFile {
  readonly planName: string
  /** Local dates, both inside. */
  readonly from: string
  readonly to: string
}

/** Exports of the app, of workspaces and plans by id. */
export interface AppExports {
  planText(request: PlanSpanRequest & { readonly workspaceId: string; readonly planId: string; readonly kind: PlanTextKind }): Promise<PlanTextAnswer>
  /** A document as PDF, to be fetched once. Throws 'printer-missing' on a host that makes none. */
  pdf(page: PrintPage): Promise<PreparedDownload>
}

interface NamedPlanRequest extends PlanSpanRequest {
  /** By name; null: the last used. */
  readonly workspace: string | null
  readonly plan: PlanChoice
  /** null: the clock. */
  readonly now: number | null
}

/** What is printed, and the plan where it is stored nowhere. */
export interface PrintRequest {
  readonly page: PrintPage
  readonly plan: Plan | null
}

export type CoverageTableKind = 'hourly' | 'byDay' | 'heatmap' | 'daily'

/** Exports of the command line. */
export interface ExportCommands {
  exportPlanText(request: NamedPlanRequest & { readonly kind: PlanTextKind }): Promise<PlanTextAnswer>
  exportCoverageCsv(request: CoverageRequest & { readonly table: CoverageTableKind }): Promise<PlanTextAnswer>
  /** Predicted and actual of a published plan as CSV, or how agents kept to it: every week that has begun and was predicted, or the one with a date. */
  exportCompareCsv(request: CompareRequest & { readonly table: CompareCsvTable }): Promise<string>
  /** What to print of a plan. */
  planToPrint(request: Omit<NamedPlanRequest, 'weeks' | 'agent'>): Promise<PrintRequest>
  /** What to print of a published plan's week beside what happened: `week` is a date of it; null: the newest that is over, else the newest. */
  compareToPrint(request: CompareRequest): Promise<PrintRequest>
  /** What to print of a range. */
  coverageToPrint(request: CoverageRequest): Promise<PrintRequest>
}
