import { homedir } from 'node:os'
import { parseArgs } from 'node:util'
import { Option, type Command } from 'commander'
import { AppError } from '../../shared/foundation/errors.ts'
import { LIMITS } from '../../shared/contract/limits.ts'
import { isLocalDate } from '../../shared/time/local.ts'
import { isIanaZone } from '../../shared/time/zone.ts'
import { LANGUAGE_CODES, OFFERED_LANGUAGES, type LanguageCode } from '../../shared/language/languages.ts'
import type { TerminalTexts } from './format.ts'

/** Options of every command. */
export interface GlobalOptions {
  readonly dataDir?: string
  readonly json?: boolean
  readonly timeZone?: string
  readonly org?: string
  readonly pool?: string
  readonly workspace?: string
  readonly now?: number
  readonly lang?: LanguageCode
}

/** Reads the value of an option. Throws 'usage'. */
export type ParseOption<Value> = (value: string, texts: TerminalTexts) => Value

/** An option with a value. */
export function valueOption<Value>(
  flags: string,
  description: string,
  { parse, texts }: { readonly parse: ParseOption<Value>; readonly texts: TerminalTexts },
): Option {
  return new Option(flags, description).argParser((value) => parse(value, texts))
}

export function addGlobalOptions(command: Command, texts: TerminalTexts): void {
  const { options: t } = texts
  const codes = OFFERED_LANGUAGES.join(', ')
  command
    .addOption(valueOption('--data-dir <folder>', t.dataDir, { parse: parseDataFolder, texts }))
    .option('--json', t.json)
    .addOption(valueOption('--time-zone <zone>', t.timeZone, { parse: parseTimeZone, texts }))
    .option('--org <id>', t.org)
    .option('--pool <id>', t.pool)
    .option('--workspace <name>', t.workspace)
    .addOption(valueOption('--now <instant>', t.now, { parse: parseInstant, texts }))
    .addOption(valueOption('--lang <code>', t.lang({ codes }), { parse: parseLanguage, texts }))
}

/** The language that a command line asks for. Help and failures are in it too, so it is known before the options are read. */
export function askedLanguage(args: readonly string[]): LanguageCode | 'system' {
  const { lang } = parseArgs({ args: [...args], options: { lang: { type: 'string' } }, strict: false }).values
  return LANGUAGE_CODES.find((code) => code === lang) ?? 'system'
}

function parseLanguage(value: string, { options: t }: TerminalTexts): LanguageCode {
  const found = LANGUAGE_CODES.find((code) => code === value)
  if (found !== undefined) return found
  throw usage(t.noLanguage({ code: value }), t.languages({ codes: OFFERED_LANGUAGES.join(', ') }))
}

export function parseDate(value: string, { options: t }: TerminalTexts): string {
  if (isLocalDate(value)) return value
  throw usage(t.notADate({ value }), t.dateForm)
}

export function parseInstant(value: string, { options: t }: TerminalTexts): number {
  const [, date] = /^(\d{4}-\d{2}-\d{2})T.*(?:Z|[+-]\d{2}:?\d{2})$/iu.exec(value) ?? []
  // The built-in parser reads 30 February as 2 March.
  const instant = date !== undefined && isLocalDate(date) ? Date.parse(value) : Number.NaN
  if (instant >= LIMITS.earliestNow && instant <= LIMITS.latestNow) return instant
  throw usage(t.notAnInstant({ value }), t.instantForm)
}

/** An empty name, as of a variable that is not set in a script, would mean the folder one happens to be in. */
export function parseDataFolder(value: string, { options: t }: TerminalTexts): string {
  // After --data-dir= a shell leaves the tilde as it is.
  if (value.trim() !== '') return value.replace(/^~(?=$|[/\\])/u, homedir())
  throw usage(t.noDataFolder, t.nameDataFolder)
}

export function parseCount(value: string, { options: t }: TerminalTexts): number {
  if (/^\d{1,9}$/u.test(value)) return Number(value)
  throw usage(t.notACount({ value }), t.countForm)
}

function parseTimeZone(value: string, { options: t }: TerminalTexts): string {
  if (isIanaZone(value)) return value
  throw usage(t.notATimeZone({ value }), t.timeZoneForm)
}

/** Of commands that look at the pool of their plan. Throws 'usage' where another is asked for. */
export function refusePool({ pool }: GlobalOptions, { options: t }: TerminalTexts): void {
  if (pool !== undefined) throw usage(t.poolOfPlan, t.poolOfPlanNext)
}

export function usage(message: string, next: string): AppError {
  return new AppError({ code: 'usage', message, next })
}
