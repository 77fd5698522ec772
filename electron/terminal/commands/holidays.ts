import { Option, type Command } from 'commander'
import { addDays, localDateOf } from '../../../shared/time/local.ts'
import type { CommandContext } from '../context.ts'
import { describeCalendars, describeHolidays, likelyCountry } from '../describe-holidays.ts'
import type { TerminalTexts } from '../format.ts'
import { parseDate, usage, valueOption, type GlobalOptions } from '../options.ts'
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
  const holidays = program.command('holidays').description(context.format.texts.holidays.description)
  addList(holidays, context)
  addUse(holidays, context)
}

function addList(holidays: Command, context: CommandContext): void {
  const { texts } = context.format
  const { holidays: t, options: usual } = texts
  withPlace(
    holidays
      .command('list')
      .description(t.list)
      .addOption(valueOption('--from <date>', t.from, { parse: parseDate, texts }))
      .addOption(valueOption('--to <date>', t.to, { parse: parseDate, texts })),
    texts,
  ).action(async (options: ListOptions) =>
    context.run(options, async (call) => {
      const { workspace, input } = await resolveWeek(call, options, texts)
      const { timeZone, settings } = await call.workspace.overview({ workspaceId: workspace.id })
      const from = options.from ?? localDateOf(options.now ?? context.clock(), input.timeZone ?? timeZone)
      const to = options.to ?? addDays(from, 365)
      if (to < from) throw usage(usual.fromAfterTo({ from, to }), usual.earlierFirst)
      const { week: _week, organizationId: _organization, ...of } = input
      const found = await call.holidays.list({ ...of, from, to, calendars: placesOf(options, texts) })
      const isAsked = options.country !== undefined || settings.holidayCalendars.length > 0
      const country =
        found.length > 0 || isAsked
          ? null
          : likelyCountry(await call.holidays.proposed({ workspaceId: workspace.id }), context.terminal.locale)
      createPrinter(context.terminal, options.json === true).result({ holidays: found }, () =>
        describeHolidays(found, { workspace: workspace.name, from, to, country }, context.format),
      )
    }),
  )
}

function addUse(holidays: Command, context: CommandContext): void {
  const { texts } = context.format
  const { holidays: t } = texts
  withPlace(holidays.command('use').description(t.use).option('--none', t.none), texts).action(
    async (options: UseOptions) => {
      const places = placesOf(options, texts)
      if (places !== null && options.none === true) throw usage(t.bothChoices, t.choices)
      if (places === null && options.none !== true) throw usage(t.noChoice, t.choices)
      await context.run(options, async (call) => {
        const { id, name } = await resolveWorkspace(call, options.workspace ?? null, texts)
        const done = await call.holidays.use({ workspaceId: id, calendars: [...(places ?? [])] })
        createPrinter(context.terminal, options.json === true).result(done, () =>
          describeCalendars(done.calendars, name, texts),
        )
      })
    },
  )
}

/** --country and --region. */
export function withPlace(command: Command, texts: TerminalTexts): Command {
  const { holidays: t } = texts
  return command
    .addOption(
      new Option('--country <code>', t.country).argParser((value: string, before: readonly string[] | undefined) => [
        ...(before ?? []),
        parseCountry(value, texts),
      ]),
    )
    .addOption(new Option('--region <code>', t.region).argParser((value) => value.toUpperCase()))
}

/** null: none is named. Throws 'usage' for a region without its country. */
export function placesOf({ country = [], region }: PlaceOptions, { holidays: t }: TerminalTexts) {
  if (region !== undefined && country.length !== 1) throw usage(t.regionAlone, t.regionForm)
  return country.length === 0 ? null : country.map((code) => ({ country: code, region: region ?? null }))
}

function parseCountry(value: string, { holidays: t }: TerminalTexts): string {
  if (/^[a-z]{2}$/iu.test(value)) return value.toUpperCase()
  throw usage(t.notACountry({ value }), t.countryForm)
}
