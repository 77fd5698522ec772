import { CsvError, parse } from 'csv-parse/sync'
import { AppError } from '../../shared/foundation/errors.ts'
import { DAY_MS, MINUTE_MS } from '../../shared/foundation/minutes.ts'
import type { SeriesRow } from '../../shared/predict/forecast/rolling-forecast.ts'
import { isLocalDate, parseLocalDate } from '../../shared/time/local.ts'
import { offsetAt } from '../../shared/time/zone.ts'
import type { TerminalTexts } from './format.ts'
import { readTextFile } from './read-text-file.ts'

export interface SeriesFile {
  readonly file: string
  readonly timeColumn: string
  readonly valueColumn: string
  /** Times with an offset are read on this zone's clock; null: on the clock they are written in. */
  readonly timeZone: string | null
}

const TIME =
  /^(?<date>\d{4}-\d{2}-\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2}(?:\.\d+)?))?)?\s*(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?$/iu
const DELIMITERS = [',', ';', '\t'] as const
const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null'])
const COUNT = /^\+?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu

export interface Series {
  readonly rows: readonly SeriesRow[]
  /** Every count has three decimals, as thousands with a dot would. */
  readonly looksLikeThousands: boolean
}

/** The counts of a CSV file with a header. Throws AppError 'not-found' or 'invalid-input' that names the line. */
export async function readSeries(series: SeriesFile, texts: TerminalTexts): Promise<Series> {
  const records = recordsOf(await readTextFile(series.file, texts), series.file, texts)
  const header = records[0]?.record ?? []
  const time = columnOf(header, series.timeColumn, texts)
  const value = columnOf(header, series.valueColumn, texts)
  const rows = records.slice(1).map(({ record, info }) => {
    const place = { file: series.file, line: String(info.lines), t: texts.forecastSeries }
    const { length } = record
    if (length > header.length)
      throw new AppError({
        code: 'invalid-input',
        message: texts.forecastSeries.tooManyFields({
          file: series.file,
          line: place.line,
          fields: length,
          columns: String(header.length),
        }),
        next: texts.forecastSeries.quoteFields,
      })
    return { ...timeOf(record[time] ?? '', series.timeZone, place), value: valueOf(record[value] ?? '', place) }
  })
  const written = records.slice(1).map(({ record }) => record[value] ?? '')
  const counts = written.filter((text) => !isMissing(text))
  return { rows, looksLikeThousands: counts.length > 0 && counts.every((text) => /^\d{1,3}\.\d{3}$/u.test(text)) }
}

interface CsvRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function recordsOf(text: string, file: string, { forecastSeries: t }: TerminalTexts): readonly CsvRecord[] {
  const common = { bom: true, skip_empty_lines: true, trim: true, info: true, relax_column_count: true } as const
  try {
    // What parts the header into most columns: a comma in a cell of a file with semicolons is part of the cell.
    const headers = DELIMITERS.map((delimiter) => ({ delimiter, columns: columnsBy(delimiter, text) }))
    const { delimiter } = headers.reduce((best, one) => (one.columns > best.columns ? one : best))
    return parse(text, { ...common, delimiter }) as unknown as readonly CsvRecord[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new AppError(
      {
        code: 'invalid-input',
        message: t.notCsv({ file, why: error.message }),
        next: t.csvForm,
      },
      { cause: error },
    )
  }
}

/** Into how many columns a delimiter parts the header; 0: quotes end where it does not part. */
function columnsBy(delimiter: string, text: string): number {
  try {
    const [header] = parse(text, { bom: true, trim: true, relax_quotes: true, delimiter, to: 1 })
    return header?.length ?? 0
  } catch (error) {
    if (error instanceof CsvError) return 0
    throw error
  }
}

function columnOf(header: readonly string[], name: string, { forecastSeries: t }: TerminalTexts): number {
  const index = header.indexOf(name)
  if (index >= 0 && header.lastIndexOf(name) === index) return index
  if (index >= 0) throw new AppError({ code: 'invalid-input', message: t.columnTwice({ name }), next: t.renameColumn })
  throw new AppError({
    code: 'invalid-input',
    message: t.noColumn({ name }),
    next: header.length === 0 ? t.isEmpty : t.columns({ names: header.join(', ') }),
  })
}

/** Where in the file a cell is, for what is wrong with it. */
interface CellPlace {
  readonly file: string
  readonly line: string
  readonly t: TerminalTexts['forecastSeries']
}

function timeOf(
  text: string,
  timeZone: string | null,
  { file, line, t }: CellPlace,
): Pick<SeriesRow, 'localTime' | 'offsetMinutes'> {
  const { date, hour = '0', minute = '0', second = '0', offset } = TIME.exec(text)?.groups ?? {}
  if (date === undefined || !isLocalDate(date) || Number(hour) > 24 || Number(minute) > 59 || Number(second) >= 61) {
    throw new AppError({
      code: 'invalid-input',
      message: t.notATime({ file, line, text }),
      next: t.timeForm,
    })
  }
  const localTime =
    parseLocalDate(date) * DAY_MS + (Number(hour) * 60 + Number(minute)) * MINUTE_MS + Number(second) * 1000
  if (offset === undefined) return { localTime }
  const offsetMs = offsetOf(offset) * MINUTE_MS
  if (timeZone === null) return { localTime, offsetMinutes: offsetMs / MINUTE_MS }
  const instant = localTime - offsetMs
  const zoneMs = offsetAt(instant, timeZone)
  return { localTime: instant + zoneMs, offsetMinutes: zoneMs / MINUTE_MS }
}

/** Minutes east of UTC. */
function offsetOf(text: string): number {
  if (text.toUpperCase() === 'Z') return 0
  const digits = text.slice(1).replace(':', '')
  return (text.startsWith('-') ? -1 : 1) * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || '0'))
}

function isMissing(text: string): boolean {
  return MISSING.has(text.toLowerCase())
}

/** null: missing. */
function valueOf(text: string, { file, line, t }: CellPlace): number | null {
  if (isMissing(text)) return null
  const value = COUNT.test(text) ? Number(text) : Number.NaN
  if (Number.isFinite(value)) return value
  throw new AppError({
    code: 'invalid-input',
    message: t.notACount({ file, line, text }),
    next: t.countForm,
  })
}
