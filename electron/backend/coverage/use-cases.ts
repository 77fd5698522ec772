import type { z } from 'zod'
import { addDays, countDays } from '../../../shared/time/local.ts'
import type { BackendContext } from '../core/context.ts'
import { namedDates, namesByDate } from '../holidays/named-dates.ts'
import { readCache } from '../threads/read-cache.ts'
import type { ReaderThread } from '../threads/reader-thread.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import { pageClassesOf } from '../../../shared/contract/page-rules.ts'
import type { WorkspaceSettings } from '../../../shared/contract/workspace-settings.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import { pageWeightsOf } from './page-values.ts'
import { withoutValue, type CoverageQuery } from './queries.ts'
import {
  classTable,
  coverageCsvName,
  coverageCsvText,
  coverageTable,
  coverageWorkbookName,
  hasAgentsOnline,
} from './coverage-csv.ts'
import type { cellInput, csvInput, CsvTable, figuresInput, reportInput } from './inputs.ts'

type ReportRequest = z.output<typeof reportInput>

/** The figures of a range of local dates, beside the totals of the period of the same length just before. Rates are 0-100. */
export async function coverageReport(context: BackendContext, request: ReportRequest) {
  const query = await queryOf(context, request)
  const before = periodBefore(query)
  const [counted, previous] = await readCache(context, query.workspaceId, (reader) =>
    Promise.all([reader.coverage(query), reader.coverage({ ...withoutValue(query), ...before })]),
  )
  return {
    ...describeFigures(query, counted),
    previous: { ...before, totals: previous.figures.totals, knownShare: previous.knownShare },
  }
}

/** The figures of a range of local dates. Rates are 0-100. */
export async function coverageFigures(context: BackendContext, request: z.output<typeof figuresInput>) {
  const query = await queryOf(context, request)
  return describeFigures(query, await readCache(context, query.workspaceId, (reader) => reader.coverage(query)))
}

type Counted = Awaited<ReturnType<ReaderThread['coverage']>>

/** In money, what the visitors who were missed were worth; null: nobody said what one is. */
function missedWorth({ totals }: NonNullable<Counted['value']>, pageWorth: number | null): number | null {
  return pageWorth === null ? null : totals.missedOpportunities * pageWorth
}

function describeFigures({ pageWorth, ...query }: ReportQuery, counted: Counted) {
  return {
    ...counted.figures,
    range: {
      from: query.from,
      to: query.to,
      timeZone: query.timeZone,
      now: new Date(counted.now).toISOString(),
      knownShare: counted.knownShare,
      agentData: counted.agentData,
      agentsOnline: counted.agentsOnline,
      /** Local dates of which nothing, or not all, is known. */
      unknownDates: counted.unknownDates,
    },
    /** null: not known. */
    organization: counted.organization,
    /** null: all. */
    pool: counted.pool,
    /** The filter in force; null: none. */
    countryFilter: counted.countryFilter,
    /** false: the source has no countries, and the filter is off. */
    hasCountry: counted.hasCountry,
    /** Of the pool that is shown, or of all: pools that look uncovered although their agents are online. */
    starvedPools: counted.starvedPools,
    /** What the last sync found doubtful in the source. */
    dataProblems: counted.problems,
    /** The same by what visits are worth; null: the workspace has no rules of pages. Counts are sums of weights. */
    value: counted.value === null ? null : { ...counted.value, missedWorth: missedWorth(counted.value, pageWorth) },
    /** Grows with every change of the cache. */
    revision: counted.revision,
  }
}

/** Each date behind one cell of the heatmap. */
export async function coverageCell(
  context: BackendContext,
  { dayOfWeek, hour, ...request }: z.output<typeof cellInput>,
) {
  const query = { ...(await queryOf(context, request)), dayOfWeek, hour }
  return readCache(context, query.workspaceId, (reader) => reader.cell(query))
}

/** One table of the report as CSV, and what its agents online are counted from; absent: the table has no agents. */
export async function coverageCsv(context: BackendContext, { table, weighted, ...request }: z.output<typeof csvInput>) {
  const query = await queryOf(context, request)
  const asked = weighted ? query : withoutValue(query)
  const report = await readCache(context, query.workspaceId, (reader) => reader.coverage(asked))
  const names = table === 'daily' ? namesByDate(await namedDates(context, query)) : undefined
  const agentsOnline = hasAgentsOnline(table) ? report.agentsOnline : undefined
  return {
    fileName: coverageCsvName(table, {
      ...query,
      pool: report.pool,
      agentsOnline,
      isWeighted: report.value !== null,
    }),
    text: coverageCsvText(report.value ?? report.figures, table, names),
    agentsOnline,
  }
}

/** Every table of the report, with the names of its sheets. */
export async function coverageTables(context: BackendContext, request: ReportRequest) {
  const query = await queryOf(context, request)
  const { figures, pool, agentsOnline, value } = await readCache(context, query.workspaceId, (reader) =>
    reader.coverage(query),
  )
  const names = namesByDate(await namedDates(context, query))
  return {
    fileName: coverageWorkbookName({ ...query, pool, agentsOnline }),
    tables: [
      ...SHEETS.map(([name, table]) => ({ name, ...coverageTable(figures, table, names) })),
      ...(value === null
        ? []
        : [
            { name: 'By class of page', ...classTable(value.byClass) },
            { name: 'By date, weighted', ...coverageTable(value, 'daily', names) },
            { name: 'By day and hour, weighted', ...coverageTable(value, 'heatmap', names) },
          ]),
    ],
    agentsOnline,
  }
}

const SHEETS: readonly (readonly [name: string, table: CsvTable])[] = [
  ['By date', 'daily'],
  ['By hour', 'hourly'],
  ['By day of the week', 'byDay'],
  ['By day and hour', 'heatmap'],
]

interface ReportQuery extends CoverageQuery {
  /** In money; null: nobody said. */
  readonly pageWorth: number | null
}

async function queryOf(context: BackendContext, request: ReportRequest): Promise<ReportQuery> {
  const { workspaceId, from, to, timeZone, poolId, organizationId, countryFilter, pageClass } = request
  const workspace = await workspaceById(context.data.work(), workspaceId)
  return {
    workspaceId,
    from,
    to,
    timeZone: timeZone ?? timeZoneOf(workspace, context),
    poolId,
    organizationId,
    countryFilter,
    clock: context.clock(),
    countAway: workspace.settings.countAwayAsOnline,
    ...pagesOf(workspace.settings, pageClass),
    pageWorth: workspace.settings.pageWorth,
  }
}

/** Throws 'not-found' for a class that no rule has. */
function pagesOf(
  settings: WorkspaceSettings,
  pageClass: string | null | undefined,
): Pick<CoverageQuery, 'pageClass' | 'pageWeights' | 'pageClassing'> {
  const classes = pageClassesOf(settings.pageRules)
  if (typeof pageClass === 'string' && !classes.has(pageClass)) {
    throw new AppError({
      code: 'not-found',
      message: `There is no class of pages "${pageClass}".`,
      next:
        classes.size === 0
          ? 'The workspace has no rules of pages.'
          : `There are: ${[...classes.keys()].join(', ')}; "none" means every other page.`,
    })
  }
  return { pageClass, ...pageWeightsOf(settings) }
}

/** As many dates, ending the day before. */
function periodBefore({ from, to }: CoverageQuery): { readonly from: string; readonly to: string } {
  return { from: addDays(from, -countDays(from, to)), to: addDays(from, -1) }
}
