import { Option, type Command } from 'commander'
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
import { parseCount, usage, type GlobalOptions } from '../options.ts'
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
  withPlace(
    program
      .command('forecast-series')
      .description(
        'Tries the forecaster on a CSV file of counts: every week from a given one on is forecast from what came before it.',
      )
      .requiredOption('--csv <file>', 'CSV file with a header')
      .requiredOption('--time <column>', 'column with the time at which each count begins')
      .requiredOption('--value <column>', 'column with the counts; an empty cell is missing')
      .addOption(
        new Option('--slot <minutes>', 'width of the slots; finer rows are summed')
          .argParser(parseSlot)
          .makeOptionMandatory(),
      )
      .addOption(
        new Option('--from-week <number>', 'first week that is forecast; the first Monday week is 1')
          .argParser(parseWeek)
          .default(9),
      )
      .addOption(new Option('--horizon-weeks <number>', 'how many weeks ahead').argParser(parseHorizon).default(1)),
  ).action(async (options: ForecastSeriesOptions) => {
    const rows = await readSeries({
      file: options.csv,
      timeColumn: options.time,
      valueColumn: options.value,
      timeZone: options.timeZone ?? null,
    })
    const output: ForecastSeriesOutput = rollingForecast(rows, {
      slotMinutes: options.slot,
      fromWeek: options.fromWeek,
      horizonWeeks: options.horizonWeeks,
      knownDays: await knownDaysOfSeries(context, options, rows),
    })
    createPrinter(context.terminal, options.json === true).result(output, () =>
      describeForecastSeries(output, context.format),
    )
  })
}

/** The holidays of the country that is named, if one is, as far as the series reaches. */
async function knownDaysOfSeries(
  context: CommandContext,
  options: ForecastSeriesOptions,
  rows: readonly SeriesRow[],
): Promise<readonly KnownDay[]> {
  const places = placesOf(options)
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
  return knownDaysOf({ calendars, marks: [] }, range)
}

function parseSlot(value: string): number {
  const minutes = parseCount(value)
  if (minutes >= 1 && DAY_MINUTES % minutes === 0) return minutes
  throw usage(`Slots of ${value} minutes do not fill a day.`, 'Give a divisor of 1440, such as 15, 30 or 60.')
}

function parseWeek(value: string): number {
  const week = parseCount(value)
  if (week >= 2) return week
  throw usage(`Week ${value} has no week before it.`, 'Give --from-week 2 or later.')
}

function parseHorizon(value: string): number {
  const weeks = parseCount(value)
  if (weeks >= 1 && weeks <= MOST_WEEKS_AHEAD) return weeks
  throw usage(`${value} weeks ahead cannot be forecast.`, `Give 1 to ${MOST_WEEKS_AHEAD}.`)
}
