import { Option, type Command } from 'commander'
import type { CountryFilter } from '../../../shared/coverage/types.ts'
import { describeCoverage } from '../describe-coverage.ts'
import { readCoverage } from '../read-coverage.ts'
import type { TerminalTexts } from '../format.ts'
import { parseDate, usage, valueOption, type GlobalOptions } from '../options.ts'
import type { CommandContext } from '../context.ts'
import { createPrinter } from '../terminal.ts'

interface CoverageOptions extends GlobalOptions {
  readonly from?: string
  readonly to?: string
  readonly countryMode?: CountryFilter['mode']
  readonly countries?: string
  readonly pageClass?: string
  readonly weighted?: boolean
}

/** `covercast coverage`: the coverage figures of a range. */
export function addCoverageCommand(program: Command, context: CommandContext): void {
  const { texts } = context.format
  const { coverage: t, options: usual } = texts
  program
    .command('coverage')
    .description(t.description)
    .addOption(valueOption('--from <date>', usual.from, { parse: parseDate, texts }))
    .addOption(valueOption('--to <date>', usual.to, { parse: parseDate, texts }))
    .addOption(new Option('--country-mode <mode>', t.countryMode).choices(['blocklist', 'allowlist']))
    .option('--countries <codes>', t.countries)
    .option('--page-class <name>', t.pageClass)
    .option('--weighted', t.weighted)
    .action(async (options: CoverageOptions) => {
      const countryFilter = countryFilterOf(options, texts)
      await context.run(options, async (call) => {
        const answer = await readCoverage(
          call,
          {
            workspace: options.workspace ?? null,
            from: options.from ?? null,
            to: options.to ?? null,
            timeZone: options.timeZone ?? null,
            now: options.now ?? context.clock(),
            poolId: orNone(options.pool),
            organizationId: options.org ?? null,
            countryFilter,
            pageClass: orNone(options.pageClass),
            weighted: options.weighted === true,
          },
          texts,
        )
        const printer = createPrinter(context.terminal, options.json === true)
        printer.result(answer.output, () => describeCoverage(answer, context.format))
      })
    })
}

function orNone(option: string | undefined): string | null | undefined {
  return option === 'none' ? null : option
}

function countryFilterOf(options: CoverageOptions, { coverage: t }: TerminalTexts): CountryFilter | null {
  if (options.countries === undefined) {
    if (options.countryMode === undefined) return null
    throw usage(t.modeAlone, t.giveCountries)
  }
  const countries = options.countries
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '')
  if (countries.length > 0 && options.countryMode === undefined) {
    throw usage(t.countriesAlone, t.giveMode)
  }
  return { mode: options.countryMode ?? 'blocklist', countries }
}
