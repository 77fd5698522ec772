import { Option, type Command } from 'commander'
import type { CountryFilter } from '../../../shared/coverage/types.ts'
import { describeCoverage } from '../describe-coverage.ts'
import { readCoverage } from '../read-coverage.ts'
import { parseDate, usage, type GlobalOptions } from '../options.ts'
import type { CommandContext } from '../context.ts'
import { createPrinter } from '../terminal.ts'

interface CoverageOptions extends GlobalOptions {
  readonly from?: string
  readonly to?: string
  readonly countryMode?: CountryFilter['mode']
  readonly countries?: string
}

/** `covercast coverage`: the coverage figures of a range. */
export function addCoverageCommand(program: Command, context: CommandContext): void {
  program
    .command('coverage')
    .description('Coverage figures of a range of local dates (default: the last 30 days).')
    .addOption(new Option('--from <date>', 'first local date').argParser(parseDate))
    .addOption(new Option('--to <date>', 'last local date').argParser(parseDate))
    .addOption(new Option('--country-mode <mode>', 'what --countries means').choices(['blocklist', 'allowlist']))
    .option(
      '--countries <codes>',
      'country codes, such as US,CA; "" filters nothing (default: the organization\'s own rule)',
    )
    .action(async (options: CoverageOptions) => {
      const countryFilter = countryFilterOf(options)
      await context.run(options, async (call) => {
        const answer = await readCoverage(call, {
          workspace: options.workspace ?? null,
          from: options.from ?? null,
          to: options.to ?? null,
          timeZone: options.timeZone ?? null,
          now: options.now ?? context.clock(),
          poolId: poolOf(options.pool),
          organizationId: options.org ?? null,
          countryFilter,
        })
        const printer = createPrinter(context.terminal, options.json === true)
        printer.result(answer.output, () => describeCoverage(answer, context.format))
      })
    })
}

function poolOf(option: string | undefined): string | null | undefined {
  return option === 'none' ? null : option
}

function countryFilterOf(options: CoverageOptions): CountryFilter | null {
  if (options.countries === undefined) {
    if (options.countryMode === undefined) return null
    throw usage('--country-mode was given without --countries.', 'Say which countries: --countries US,CA')
  }
  const countries = options.countries
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '')
  if (countries.length > 0 && options.countryMode === undefined) {
    throw usage(
      '--countries was given without --country-mode.',
      'Say what the list means: --country-mode allowlist or --country-mode blocklist',
    )
  }
  return { mode: options.countryMode ?? 'blocklist', countries }
}
