import { Option, type Command } from 'commander'
import { addDays, localDateOf } from '../../../shared/time/local.ts'
import type { CommandContext } from '../context.ts'
import { describeCalendars, describeHolidays } from '../describe-holidays.ts'
import { parseDate, usage, type GlobalOptions } from '../options.ts'
import { resolveWeek } from '../read-week.ts'
import { resolveWorkspace } from '../resolve.ts'
import { createPrinter } from '../terminal.ts'

interface PlaceOptions extends GlobalOptions {
  readonly country?: readonly string[]
  readonly region?: string
}

interface ListOptions extends PlaceOptions {
  readonly from?: string
  readonly to?: string
}

interface UseOptions extends PlaceOptions {
  readonly none?: boolean
}

/** `covercast holidays ...`: public holidays, and what they do to the visitors. */
export function addHolidaysCommands(program: Command, context: CommandContext): void {
  const holidays = program
    .command('holidays')
    .description('Public holidays that forecasts know before they come, and what they do to the visitors.')
  addList(holidays, context)
  addUse(holidays, context)
}

function addList(holidays: Command, context: CommandContext): void {
  withPlace(
    holidays
      .command('list')
      .description('Holidays of a range of dates, with their effect as far as it is known.')
      .addOption(new Option('--from <date>', 'first local date (default: today)').argParser(parseDate))
      .addOption(new Option('--to <date>', 'last local date (default: a year after the first)').argParser(parseDate)),
  ).action(async (options: ListOptions) =>
    context.run(options, async (call) => {
      const { workspace, input } = await resolveWeek(call, options)
      const { timeZone } = await call.workspace.overview({ workspaceId: workspace.id })
      const from = options.from ?? localDateOf(options.now ?? context.clock(), input.timeZone ?? timeZone)
      const to = options.to ?? addDays(from, 365)
      if (to < from) throw usage(`--from ${from} is after --to ${to}.`, 'Give the earlier date first.')
      const { week: _week, organizationId: _organization, ...of } = input
      const found = await call.holidays.list({ ...of, from, to, calendars: placesOf(options) })
      createPrinter(context.terminal, options.json === true).result({ holidays: found }, () =>
        describeHolidays(found, { workspace: workspace.name, from, to }, context.format),
      )
    }),
  )
}

function addUse(holidays: Command, context: CommandContext): void {
  withPlace(
    holidays
      .command('use')
      .description("Chooses whose holidays the workspace's forecasts know.")
      .option('--none', "no calendar's"),
  ).action(async (options: UseOptions) => {
    const places = placesOf(options)
    if ((places === null) === (options.none !== true))
      throw usage('It is not said whose holidays.', 'Give --country US, --country US --region NY, or --none.')
    await context.run(options, async (call) => {
      const { id, name } = await resolveWorkspace(call, options.workspace ?? null)
      const done = await call.holidays.use({ workspaceId: id, calendars: [...(places ?? [])] })
      createPrinter(context.terminal, options.json === true).result(done, () => describeCalendars(done.calendars, name))
    })
  })
}

/** --country and --region. */
export function withPlace(command: Command): Command {
  return command
    .addOption(
      new Option('--country <code>', 'country whose holidays are meant, as US; may be given several times').argParser(
        (value: string, before: readonly string[] | undefined) => [...(before ?? []), parseCountry(value)],
      ),
    )
    .addOption(new Option('--region <code>', 'region of the country, as NY').argParser((value) => value.toUpperCase()))
}

/** null: none is named. Throws 'usage' for a region without its country. */
export function placesOf({ country = [], region }: PlaceOptions) {
  if (region !== undefined && country.length !== 1)
    throw usage('--region is of one country.', 'Give --country once with it, such as --country US --region NY.')
  return country.length === 0 ? null : country.map((code) => ({ country: code, region: region ?? null }))
}

function parseCountry(value: string): string {
  if (/^[a-z]{2}$/iu.test(value)) return value.toUpperCase()
  throw usage(`"${value}" is not the code of a country.`, 'Give its two letters, such as US, DE or JP.')
}
