import type { CoverageOutput } from '../../shared/contract/command-output.ts'
import type { CountryFilter } from '../../shared/coverage/types.ts'
import { addDays, localDateOf } from '../../shared/time/local.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { TerminalTexts } from './format.ts'
import { resolveWorkspace } from './resolve.ts'

/** Days of a report whose dates were not given, today among them. */
const DEFAULT_DAYS = 30

/** Which visits, as the options of a command say it. */
export interface CoverageRequest {
  /** By name; null: the last used. */
  readonly workspace: string | null
  /** Local dates; null: the last 30 days. */
  readonly from: string | null
  readonly to: string | null
  /** null: the workspace's. */
  readonly timeZone: string | null
  /** The present, epoch milliseconds. */
  readonly now: number
  /** undefined: all pools; null: "No pool". */
  readonly poolId: string | null | undefined
  readonly organizationId: string | null
  /** null: the organization's own rule. */
  readonly countryFilter: CountryFilter | null
  /** Only visits of pages of this class, null: of those that no rule names; absent: of all. */
  readonly pageClass?: string | null | undefined
  /** Whether figures by what visits are worth are wanted too. */
  readonly weighted?: boolean
}

/** A document whose lists nobody changes. */
type Unchanged<Document> = Document extends readonly (infer Element)[]
  ? readonly Unchanged<Element>[]
  : Document extends object
    ? { readonly [Key in keyof Document]: Unchanged<Document[Key]> }
    : Document

export type CoverageAnswer = Awaited<ReturnType<typeof readCoverage>>

/** The document of `covercast coverage`, and what a person needs beside it. */
export async function readCoverage(call: AppCaller, request: CoverageRequest, texts: TerminalTexts) {
  const { input, workspace } = await resolveRange(call, request, texts)
  const {
    range,
    totals,
    hourly,
    byDayHour,
    byDayOfWeek,
    daily,
    problemHours,
    starvedPools,
    dataProblems,
    organization,
    pool,
    countryFilter,
    hasCountry,
    value,
  } = await call.coverage.figures({ ...input, mayBeEmpty: true })
  const { unknownDates, ...shown } = range
  return {
    output: {
      range: shown,
      totals,
      hourly,
      byDayHour,
      byDayOfWeek,
      daily,
      problemHours,
      starvedPools,
      dataProblems,
      ...(request.weighted === true ? { weighted: weightedOutput(value) } : {}),
    } satisfies Unchanged<CoverageOutput>,
    workspace: workspace.name,
    organization,
    pageClass: request.pageClass,
    pool,
    unknownDates,
    countryFilter,
    hasCountry,
  }
}

function weightedOutput(
  value: Awaited<ReturnType<AppCaller['coverage']['figures']>>['value'],
): CoverageOutput['weighted'] {
  if (value === null) return null
  const { totals, byClass, countedShare, missedWorth } = value
  return { ...totals, byClass: [...byClass], countedShare, missedWorth }
}

/** The procedure's input for a range: names as ids, dates that were left out filled in. */
export async function resolveRange(
  call: AppCaller,
  { workspace: name, from, to, timeZone, now, poolId, organizationId, countryFilter, pageClass }: CoverageRequest,
  texts: TerminalTexts,
) {
  const workspace = await resolveWorkspace(call, name, texts)
  const zone = timeZone ?? (await call.workspace.overview({ workspaceId: workspace.id })).timeZone
  const last = to ?? localDateOf(now, zone)
  const first = from ?? addDays(last, 1 - DEFAULT_DAYS)
  const filter = countryFilter === null ? null : { mode: countryFilter.mode, countries: [...countryFilter.countries] }
  return {
    workspace,
    input: {
      workspaceId: workspace.id,
      from: first,
      to: last,
      timeZone: zone,
      organizationId,
      countryFilter: filter,
      ...(poolId === undefined ? {} : { poolId }),
      ...(pageClass === undefined ? {} : { pageClass }),
    },
  }
}
