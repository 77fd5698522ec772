import type { z } from 'zod'
import { AppError } from '../../../shared/foundation/errors.ts'
import type { BackendContext } from '../core/context.ts'
import { safeFileName } from '../../../shared/foundation/file-name.ts'
import { refuseUnknownPast } from '../prediction/unknown-past.ts'
import { weekQueryOf } from '../prediction/week-query.ts'
import { computeFromCache } from '../threads/read-cache.ts'
import { forecastColumns, pastColumns } from './forecast-columns.ts'
import { forecastCsvText, pastForecastsCsvText } from './forecast-csv.ts'
import type {
  forecastCsvInput,
  forecastInput,
  markInput,
  pastForecastsCsvInput,
  pastForecastsInput,
  suggestMarksInput,
} from './inputs.ts'
import { notRefused } from './marks.ts'
import { workspaceById } from '../workspaces/workspace-by-id.ts'

/** The visitors to expect in a week, with their ranges. */
export async function forecastWeek(
  context: BackendContext,
  { slotMinutes, ...request }: z.output<typeof forecastInput>,
) {
  const query = await weekQueryOf(context, request)
  return forecastColumns(
    await computeFromCache(context, query.workspaceId, (computer) => computer.forecast({ ...query, slotMinutes })),
  )
}

export async function forecastCsv(context: BackendContext, { table, ...request }: z.output<typeof forecastCsvInput>) {
  const columns = await forecastWeek(context, request)
  const { from, timeZone } = columns.range
  refuseUnknownPast(columns, from)
  return {
    fileName: csvName(['forecast', table, 'week', from, timeZone], columns.pool),
    text: forecastCsvText(columns, table),
  }
}

/** The last weeks before one as they were forecast one week ahead, what came, and how good the forecasts were. */
export async function pastForecasts(context: BackendContext, request: z.output<typeof pastForecastsInput>) {
  return (await pastOf(context, request)).columns
}

export async function pastForecastsCsv(
  context: BackendContext,
  { table, ...request }: z.output<typeof pastForecastsCsvInput>,
) {
  const { columns, pool, week } = await pastOf(context, request)
  return {
    fileName: csvName(['past-forecasts', table, 'before', week, columns.timeZone], pool),
    text: pastForecastsCsvText(columns, table),
  }
}

async function pastOf(
  context: BackendContext,
  { slotMinutes, weeks, ...request }: z.output<typeof pastForecastsInput>,
) {
  const query = await weekQueryOf(context, request)
  const { past, revision, pool } = await computeFromCache(context, query.workspaceId, (computer) =>
    computer.pastForecasts({ ...query, slotMinutes, weeks }),
  )
  return { columns: pastColumns(past, { timeZone: query.timeZone, slotMinutes, revision }), pool, week: query.week }
}

/** Days of the history that might be worth a mark, without those that were refused. */
export async function suggestMarks(context: BackendContext, request: z.output<typeof suggestMarksInput>) {
  const query = await weekQueryOf(context, request)
  return notRefused(
    context.data.work(),
    query.workspaceId,
    await computeFromCache(context, query.workspaceId, (computer) => computer.suggestMarks(query)),
  )
}

/** What past events did for which the user said what to expect; none before the first sync. */
export async function markOutcomes(context: BackendContext, request: z.output<typeof suggestMarksInput>) {
  const { now } = await workspaceById(context.data.work(), request.workspaceId)
  if (now === null) return []
  const query = await weekQueryOf(context, request)
  const outcomes = await computeFromCache(context, query.workspaceId, (computer) => computer.markOutcomes(query))
  return outcomes.map(({ share, visitors, ...outcome }) => ({
    ...outcome,
    share: Math.round(1000 * share) / 1000,
    visitors: Math.round(10 * visitors) / 10,
  }))
}

/** To be suggested again, where it still stands out. Throws 'not-found' where it was not refused. */
export async function unrefuseSuggestion(context: BackendContext, { workspaceId, date }: z.output<typeof markInput>) {
  if (await context.data.work().unrefuseSuggestion(workspaceId, date)) return { wanted: date }
  throw new AppError({
    code: 'not-found',
    message: `No suggestion for ${date} was refused, so nothing was changed.`,
    next: 'It is suggested if it is unusual.',
  })
}

/** Says what the file is of. */
function csvName(parts: readonly string[], pool: string | null): string {
  return safeFileName([...parts, pool ?? 'all pools'].join('-').replaceAll(/[\s/\\]+/gu, '-'), 'csv')
}
