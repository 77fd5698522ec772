import type { Command } from 'commander'
import type { ForecastSeriesOutput } from '../../../shared/contract/forecast-series-output.ts'
import { DAY_MINUTES, DAY_MS } from '../../../shared/foundation/minutes.ts'
import type { WeightedHolidays } from '../../../shared/predict/forecast/holiday-days.ts'
import type { KnownDay } from '../../../shared/predict/forecast/known-days.ts'
import { knownDaysOf } from '../../../shared/predict/forecast/mark-days.ts'
import { formatLocalDate } from '../../../shared/time/local.ts'
import { rollingForecast, type SeriesRow } from '../../../shared/predict/forecast/rolling-forecast.ts'
import type { CommandContext } from '../context.ts'
import { placesOf, withPlace } from './holidays.ts'
import { describeForecastSeries } from '../describe-forecast-series.ts'
import type { TerminalTexts } from '../format.ts'
import { parseCount, usage, valueOption, type GlobalOptions } from '../options.ts'
import { readSeries } from '../read-series.ts'
import { createPrinter } from '../terminal.ts'

interface ForecastSeriesOptions extends GlobalOptions {
  readonly country?: readonly string[]
  readonly region?: string
  readonly csv: string
  readonly time: string
  readonly value: string
  readonly slot: number
  readonly fromWeek: number
  readonly horizonWeeks: number
}

const MOST_WEEKS_AHEAD = 26

/** `covercast forecast-series`: the forecaster tried on any series of counts. It needs no workspace. */
export function addForecastSeriesCommand(program: Command, context: CommandContext): void {
  const { texts } = context.format
  const { forecastSeries: t } = texts
  withPlace(
    program
      .command('forecast-series')
      .description(t.description)
      .requiredOption('--csv <file>', t.csv)
      .requiredOption('--time <column>', t.time)
      .requiredOption('--value <column>', t.value)
      .addOption(valueOption('--slot <minutes>', t.slot, { parse: parseSlot, texts }).makeOptionMandatory())
      .addOption(valueOption('--from-week <number>', t.fromWeek, { parse: parseWeek, texts }).default(9))
      .addOption(valueOption('--horizon-weeks <number>', t.horizonWeeks, { parse: parseHorizon, texts }).default(1)),
    texts,
  ).action(async (options: ForecastSeriesOptions) => {
    const { rows, looksLikeThousands } = await readSeries(
      {
        file: options.csv,
        timeColumn: options.time,
        valueColumn: options.value,
        timeZone: options.timeZone ?? null,
      },
      texts,
    )
    const output: ForecastSeriesOutput = rollingForecast(rows, {
      slotMinutes: options.slot,
      fromWeek: options.fromWeek,
      horizonWeeks: options.horizonWeeks,
      knownDays: await knownDaysOfSeries(context, options, rows),
    })
    const printer = createPrinter(context.terminal, options.json === true)
    if (looksLikeThousands) printer.note(t.maybeThousands)
    printer.result(output, () => describeForecastSeries(output, context.format))
  })
}

/** The holidays of the country that is named, if one is, as far as the series reaches. */
async function knownDaysOfSeries(
  context: CommandContext,
  options: ForecastSeriesOptions,
  rows: readonly SeriesRow[],
): Promise<readonly KnownDay[]> {
  const places = placesOf(options, context.format.texts)
  if (places === null || rows.length === 0) return []
  const range = {
    from: formatLocalDate(Math.floor(rows.reduce((least, row) => Math.min(least, row.localTime), Infinity) / DAY_MS)),
    to: formatLocalDate(Math.floor(rows.reduce((most, row) => Math.max(most, row.localTime), -Infinity) / DAY_MS)),
  }
  let calendars: readonly WeightedHolidays[] = []
  await context.run(options, async (call) => {
    const found = await call.holidays.ofPlaces({ ...range, calendars: places })
    calendars = found.map(({ holidays }) => ({ weight: 1 / found.length, holidays }))
  })
  return knownDaysOf({ calendars, marks: [], observedBefore: null }, range)
}

function parseSlot(value: string, texts: TerminalTexts): number {
  const { forecastSeries: t } = texts
  const minutes = parseCount(value, texts)
  if (minutes >= 1 && DAY_MINUTES % minutes === 0) return minutes
  throw usage(t.slotProblem({ value }), t.slotForm)
}

function parseWeek(value: string, texts: TerminalTexts): number {
  const { forecastSeries: t } = texts
  const week = parseCount(value, texts)
  if (week >= 2) return week
  throw usage(t.weekProblem({ value }), t.weekForm)
}

function parseHorizon(value: string, texts: TerminalTexts): number {
  const { forecastSeries: t } = texts
  const weeks = parseCount(value, texts)
  if (weeks >= 1 && weeks <= MOST_WEEKS_AHEAD) return weeks
  throw usage(t.horizonProblem({ value }), t.horizonRange({ most: String(MOST_WEEKS_AHEAD) }))
}
