import { parseArgs } from 'node:util'
import { Option, type Command } from 'commander'
import { AppError } from '../../shared/foundation/errors.ts'
import { LIMITS } from '../../shared/contract/limits.ts'
import { isLocalDate } from '../../shared/time/local.ts'
import { isIanaZone } from '../../shared/time/zone.ts'
import { LANGUAGE_CODES, OFFERED_LANGUAGES, type LanguageCode } from '../../shared/language/languages.ts'

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

export function addGlobalOptions(command: Command): void {
  command
    .addOption(
      new Option(
        '--data-dir <folder>',
        "where Covercast keeps its data (default: the app's own data folder)",
      ).argParser(parseDataFolder),
    )
    .option('--json', 'print one JSON document instead of tables')
    .addOption(
      new Option('--time-zone <zone>', "IANA time zone (default: the workspace's, else the system's)").argParser(
        parseTimeZone,
      ),
    )
    .option('--org <id>', 'organization, where the source has several')
    .option('--pool <id>', 'only this pool; "none" for visits without a pool')
    .option('--workspace <name>', 'workspace (default: the last used)')
    .addOption(
      new Option('--now <instant>', 'an ISO instant to take as the present, for reproducible runs').argParser(
        parseInstant,
      ),
    )
    .addOption(
      new Option(
        '--lang <code>',
        `language of texts: ${OFFERED_LANGUAGES.join(', ')} (default: the system's)`,
      ).argParser(parseLanguage),
    )
}

/** The language that a command line asks for. Help and failures are in it too, so it is known before the options are read. */
export function askedLanguage(args: readonly string[]): LanguageCode | 'system' {
  const { lang } = parseArgs({ args: [...args], options: { lang: { type: 'string' } }, strict: false }).values
  return LANGUAGE_CODES.find((code) => code === lang) ?? 'system'
}

function parseLanguage(value: string): LanguageCode {
  const found = LANGUAGE_CODES.find((code) => code === value)
  if (found !== undefined) return found
  throw usage(`Covercast has no texts in "${value}" yet.`, `Give a language it has: ${OFFERED_LANGUAGES.join(', ')}.`)
}

export function parseDate(value: string): string {
  if (isLocalDate(value)) return value
  throw usage(`"${value}" is not a date.`, 'Give dates as YYYY-MM-DD, such as 2026-03-01.')
}

export function parseInstant(value: string): number {
  const [, date] = /^(\d{4}-\d{2}-\d{2})T.*(?:Z|[+-]\d{2}:?\d{2})$/iu.exec(value) ?? []
  // The built-in parser reads 30 February as 2 March.
  const instant = date !== undefined && isLocalDate(date) ? Date.parse(value) : Number.NaN
  if (instant >= LIMITS.earliestNow && instant <= LIMITS.latestNow) return instant
  throw usage(`"${value}" is not an instant.`, 'Give it as ISO 8601 with its offset, such as 2026-03-01T09:15:00Z.')
}

/** An empty name, as of a variable that is not set in a script, would mean the folder one happens to be in. */
export function parseDataFolder(value: string): string {
  if (value.trim() !== '') return value
  throw usage('The data folder has no name.', 'Name it after --data-dir, or leave --data-dir out for the default one.')
}

export function parseCount(value: string): number {
  if (/^\d{1,9}$/u.test(value)) return Number(value)
  throw usage(`"${value}" is not a whole number.`, 'Give a number such as 120.')
}

function parseTimeZone(value: string): string {
  if (isIanaZone(value)) return value
  throw usage(`"${value}" is not a time zone.`, 'Give an IANA name such as America/New_York or Europe/Berlin.')
}

export function usage(message: string, next: string): AppError {
  return new AppError({ code: 'usage', message, next })
}
