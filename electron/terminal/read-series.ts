import { readFile } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'
import { AppError } from '../../shared/foundation/errors.ts'
import { DAY_MS, MINUTE_MS } from '../../shared/foundation/minutes.ts'
import type { SeriesRow } from '../../shared/predict/forecast/rolling-forecast.ts'
import { isLocalDate, parseLocalDate } from '../../shared/time/local.ts'
import { offsetAt } from '../../shared/time/zone.ts'
import type { TerminalTexts } from './format.ts'

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

/** The counts of a CSV file with a header. Throws AppError 'not-found' or 'invalid-input' that names the line. */
export async function readSeries(series: SeriesFile, texts: TerminalTexts): Promise<readonly SeriesRow[]> {
  const records = recordsOf(await textOf(series.file, texts), series.file, texts)
  const header = records[0]?.record ?? []
  const time = columnOf(header, series.timeColumn, texts)
  const value = columnOf(header, series.valueColumn, texts)
  return records.slice(1).map(({ record, info }) => {
    const place = { file: series.file, line: String(info.lines), t: texts.forecastSeries }
    return { ...timeOf(record[time] ?? '', series.timeZone, place), value: valueOf(record[value] ?? '', place) }
  })
}

async function textOf(file: string, { files: t }: TerminalTexts): Promise<string> {
  try {
    return decoded(await readFile(file))
  } catch (error) {
    throw new AppError({ code: 'not-found', message: t.notRead({ file }), next: t.checkName }, { cause: error })
  }
}

/** Spreadsheets save "Unicode text" as UTF-16, which begins with a byte order mark; everything else is UTF-8. */
function decoded(bytes: Buffer): string {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0)
  return new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8').decode(bytes)
}

interface CsvRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function recordsOf(text: string, file: string, { forecastSeries: t }: TerminalTexts): readonly CsvRecord[] {
  const common = { bom: true, skip_empty_lines: true, trim: true, info: true, relax_column_count: true } as const
  try {
    // What parts the header into most columns: a comma in a cell of a file with semicolons is part of the cell.
    const headers = DELIMITERS.map((delimiter) => ({
      delimiter,
      columns: parse(text, { ...common, info: false, relax_quotes: true, delimiter, to_line: 1 })[0]?.length ?? 0,
    }))
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

function columnOf(header: readonly string[], name: string, { forecastSeries: t }: TerminalTexts): number {
  const index = header.indexOf(name)
  if (index >= 0) return index
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

/** null: missing. */
function valueOf(text: string, { file, line, t }: CellPlace): number | null {
  if (MISSING.has(text.toLowerCase())) return null
  const value = Number(text)
  if (Number.isFinite(value) && value >= 0) return value
  throw new AppError({
    code: 'invalid-input',
    message: t.notACount({ file, line, text }),
    next: t.countForm,
  })
}
