import { fairnessOutputSchema } from './fairness-output.ts'
import { z } from 'zod'
import { DAY_NAMES } from '../foundation/hour-of-week.ts'
import {
  availabilityExportOutputSchema,
  availabilityImportOutputSchema,
  timeOffImportOutputSchema,
} from './agent-file-output.ts'
import { compareOutputSchema } from './compare-output.ts'
import { forecastSeriesOutputSchema } from './forecast-series-output.ts'
import { bundleOutputSchema, changesOutputSchema } from './handout-output.ts'
import {
  timeOffAddOutputSchema,
  timeOffExportOutputSchema,
  timeOffHolidaysOutputSchema,
  timeOffListOutputSchema,
  timeOffRemoveOutputSchema,
} from './time-off-output.ts'
import { holidaysListOutputSchema, holidaysUseOutputSchema } from './known-day-output.ts'
import {
  marksAddOutputSchema,
  marksListOutputSchema,
  marksRemoveOutputSchema,
  marksSuggestOutputSchema,
} from './mark-output.ts'
import {
  planExportOutputSchema,
  planImportOutputSchema,
  planListOutputSchema,
  planPublishOutputSchema,
  planShowOutputSchema,
  planWithdrawOutputSchema,
} from './plan-output.ts'
import { forecastOutputSchema, predictOutputSchema } from './prediction-output.ts'
import { sourceMappingSchema } from './source/mapping.ts'
import { suggestOutputSchema } from './suggest-output.ts'
import { recommendOutputSchema } from './recommend-output.ts'
import { capacityDocumentSchema } from './capacity-output.ts'
import { healthOutputSchema, platformForgottenSchema, platformsOutputSchema } from './health-output.ts'
import { replayOutputSchema } from './replay-output.ts'
import { todayOutputSchema } from './today-output.ts'
import { watchOutputSchema } from './watch-output.ts'
import { pagesOutputSchema, pagesTestOutputSchema } from './pages-output.ts'
import { starvedPoolSchema } from './starved-output.ts'

/**
 * What `covercast <command> --json` prints: a promise to scripts. Add to these shapes, never break them.
 * Rates are 0-100; coverageGap and knownShare are fractions; times are ISO instants, dates are local unless said otherwise.
 */
const date = z.iso.date()
const instant = z.iso.datetime({ offset: true })
const count = z.int().nonnegative()
const rate = z.number().min(0).max(100)
const average = z.number().nonnegative()

const summary = { totalPageviews: count, pageviewsWithAgent: count, missedOpportunities: count }

const hourlyStatsSchema = z.strictObject({ hour: z.int().min(0).max(23), ...summary, avgAgentsOnline: average })

const dayHourStatsSchema = z.strictObject({
  dayOfWeek: z.int().min(0).max(6),
  dayName: z.enum(DAY_NAMES),
  ...hourlyStatsSchema.shape,
  coverageGap: z.number().min(0).max(1),
})

const dayOfWeekStatsSchema = z.strictObject({
  dayOfWeek: z.int().min(0).max(6),
  dayName: dayHourStatsSchema.shape.dayName,
  ...summary,
  coverageRate: rate,
})

const dataProblemSchema = z.strictObject({
  kind: z.string(),
  count,
  note: z.string(),
  /** Which of several of the kind. */
  variant: z.string().optional(),
  /** Of covered visits, 0-1. */
  share: z.number().min(0).max(1).optional(),
  /** Why it could not be read. */
  reason: z.string().optional(),
})

export const coverageOutputSchema = z.strictObject({
  range: z.strictObject({
    from: date,
    to: date,
    timeZone: z.string(),
    /** The clock of the last sync: nothing at or after it counts. */
    now: instant,
    knownShare: z.number().min(0).max(1),
    agentData: z.boolean(),
    /** What agents online are counted from: sessions as recorded, or without the time in which agents were away. */
    agentsOnline: z.enum(['sessions', 'present']),
  }),
  totals: z.strictObject({ ...summary, coverageRate: rate, avgAgentsOnline: average }),
  hourly: z.array(hourlyStatsSchema).length(24),
  byDayHour: z.array(z.array(dayHourStatsSchema).length(24)).length(7),
  byDayOfWeek: z.array(dayOfWeekStatsSchema).length(7),
  daily: z.array(z.strictObject({ date, ...summary, coverageRate: rate, avgAgentsOnline: average })),
  problemHours: z.array(z.int().min(0).max(23)),
  /** Of the pool that was asked for, or of all: pools that look uncovered although their agents are online. */
  starvedPools: z.array(starvedPoolSchema),
  /** What the last sync found missing, impossible or doubtful in the source, over all of its history. */
  dataProblems: z.array(dataProblemSchema),
  /** Only with --weighted: the same totals by what visits are worth; null: there are no rules of pages. */
  weighted: z
    .strictObject({
      totalPageviews: average,
      pageviewsWithAgent: average,
      missedOpportunities: average,
      coverageRate: rate,
      avgAgentsOnline: average,
      /** In order of the rules, last the visits of pages that none of them names (null). Visits, not weights. */
      byClass: z.array(
        z.strictObject({ pageClass: z.string().nullable(), weight: average, ...summary, coverageRate: rate }),
      ),
      /** Of the visits, the share that was counted by rules so far, 0-1. */
      countedShare: z.number().min(0).max(1),
      /** What missed visitors were worth in money; null: nobody said what one is. */
      missedWorth: average.nullable(),
    })
    .nullable()
    .optional(),
})

const dayFigures = z.strictObject({ visitors: count, covered: count })

export const syncOutputSchema = z.strictObject({
  /** UTC days, both inside. */
  from: date,
  to: date,
  windows: count,
  cells: count,
  sessionRows: count,
  visitors: count,
  durationMs: z.number().nonnegative(),
  changedDays: z.array(z.strictObject({ date, before: dayFigures, after: dayFigures, kept: z.boolean() })),
  dataProblems: z.array(dataProblemSchema),
  workspace: z.string(),
  organizationId: z.string(),
  now: instant,
})

export const workspaceSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** null: never connected, or not readable. */
  source: z.enum(['postgres', 'demo']).nullable(),
  organization: z.string().nullable(),
  /** The clock of the last sync. */
  now: instant.nullable(),
  lastUsed: instant.nullable(),
  bytes: count,
  /** Why it cannot be opened, in words. */
  problem: z.string().nullable(),
})

const workspaceListOutputSchema = z.strictObject({ workspaces: z.array(workspaceSchema) })
const workspaceRenameOutputSchema = z.strictObject({ workspace: workspaceSchema, before: z.string() })
const workspaceBackupOutputSchema = z.strictObject({ file: z.string(), bytes: count, workspace: z.string() })
const workspaceRestoreOutputSchema = z.strictObject({ workspace: workspaceSchema, file: z.string() })
const workspaceEraseOutputSchema = z.strictObject({ erased: z.string() })

const exportOutputSchema = z.strictObject({ file: z.string(), bytes: count })
const csvOutputSchema = z.strictObject({
  ...exportOutputSchema.shape,
  /** What `agents_online` of a range's table is counted from; absent: the table has no such column. */
  agentsOnline: z.enum(['sessions', 'present']).optional(),
})
const pdfOutputSchema = z.strictObject({ ...exportOutputSchema.shape, pages: z.int().positive() })

const tablesOutputSchema = z.strictObject({
  tables: z.array(
    z.strictObject({
      schema: z.string(),
      table: z.string(),
      kind: z.enum(['table', 'view', 'materialized view', 'foreign table']),
      schemaUsable: z.boolean(),
      estimatedRows: z.number().nonnegative().nullable(),
      columns: z.array(
        z.strictObject({ name: z.string(), type: z.string(), readable: z.boolean(), nullable: z.boolean() }),
      ),
    }),
  ),
  /** There are more than are listed. */
  isCut: z.boolean(),
})

export const mappingOutputSchema = z.strictObject({
  /** As a file for --mapping. */
  mapping: sourceMappingSchema,
  /** Whether all that is required was found and can be read. */
  isReady: z.boolean(),
  /** By the mapping's keys; column null: the table as a whole. */
  problems: z.array(z.strictObject({ table: z.string(), column: z.string().nullable(), problem: z.string() })),
  /** Optional tables of which nothing was found. */
  notRead: z.array(z.string()),
})

export type MappingOutput = z.infer<typeof mappingOutputSchema>
export type CoverageOutput = z.infer<typeof coverageOutputSchema>
export type SyncOutput = z.infer<typeof syncOutputSchema>
export type WorkspaceOutput = z.infer<typeof workspaceSchema>

/** The schema of every command's document, by the command as it is typed. */
export const COMMAND_OUTPUTS = {
  sync: syncOutputSchema,
  'sync --tables': tablesOutputSchema,
  'sync --print-mapping': mappingOutputSchema,
  demo: syncOutputSchema,
  coverage: coverageOutputSchema,
  'pages list': pagesOutputSchema,
  'pages add': pagesOutputSchema,
  'pages remove': pagesOutputSchema,
  'pages set': pagesOutputSchema,
  'pages test': pagesTestOutputSchema,
  recommend: recommendOutputSchema,
  forecast: forecastOutputSchema,
  predict: predictOutputSchema,
  suggest: suggestOutputSchema,
  'timeoff list': timeOffListOutputSchema,
  'timeoff add': timeOffAddOutputSchema,
  'timeoff remove': timeOffRemoveOutputSchema,
  'timeoff import': timeOffImportOutputSchema,
  'timeoff export': timeOffExportOutputSchema,
  'timeoff holidays': timeOffHolidaysOutputSchema,
  'availability import': availabilityImportOutputSchema,
  'availability export': availabilityExportOutputSchema,
  'holidays list': holidaysListOutputSchema,
  'holidays use': holidaysUseOutputSchema,
  'marks list': marksListOutputSchema,
  'marks add': marksAddOutputSchema,
  'marks remove': marksRemoveOutputSchema,
  'marks suggest': marksSuggestOutputSchema,
  'forecast-series': forecastSeriesOutputSchema,
  'plan list': planListOutputSchema,
  'plan show': planShowOutputSchema,
  'plan import': planImportOutputSchema,
  'plan export': planExportOutputSchema,
  'plan publish': planPublishOutputSchema,
  'plan withdraw': planWithdrawOutputSchema,
  compare: compareOutputSchema,
  replay: replayOutputSchema,
  fairness: fairnessOutputSchema,
  today: todayOutputSchema,
  watch: watchOutputSchema,
  capacity: capacityDocumentSchema,
  health: healthOutputSchema,
  'health --list': platformsOutputSchema,
  'health --forget': platformForgottenSchema,
  'health --out': z.strictObject({ ...exportOutputSchema.shape, pages: z.int().positive().optional() }),
  'export pdf': pdfOutputSchema,
  'export csv': csvOutputSchema,
  'export ics': exportOutputSchema,
  'export xlsx': csvOutputSchema,
  'export html': exportOutputSchema,
  'export changes': changesOutputSchema,
  'export all': bundleOutputSchema,
  'workspace list': workspaceListOutputSchema,
  'workspace rename': workspaceRenameOutputSchema,
  'workspace backup': workspaceBackupOutputSchema,
  'workspace restore': workspaceRestoreOutputSchema,
  'workspace erase': workspaceEraseOutputSchema,
} as const

export type CommandName = keyof typeof COMMAND_OUTPUTS
