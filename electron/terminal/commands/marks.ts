import { Argument, Option, type Command } from 'commander'
import {
  markKindSchema,
  markRepeatSchema,
  parseStatedEffect,
  type MarkOutput,
  type MarkSuggestion,
} from '../../../shared/contract/mark-output.ts'
import { formatWallTime, parseWallTime } from '../../../shared/plan/wall-time.ts'
import { shareText } from '../describe-holidays.ts'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { Formatter } from '../format.ts'
import { parseDate, usage, type GlobalOptions } from '../options.ts'
import type { CommandContext } from '../context.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import { resolveWeek } from '../read-week.ts'
import { resolveWorkspace } from '../resolve.ts'
import { renderTable } from '../table.ts'
import { markReasonText, type SuggestedMark } from '../../../shared/predict/forecast/suggest-marks.ts'
import { createPrinter } from '../terminal.ts'

/** `covercast marks ...`: days that a forecast should not take for usual ones. */
export function addMarksCommands(program: Command, context: CommandContext): void {
  const marks = program
    .command('marks')
    .description('Marks holidays, outages and events, so that forecasts do not take them for usual days.')
  addList(marks, context)
  addChanges(marks, context)
  addSuggest(marks, context)
}

function addList(marks: Command, context: CommandContext): void {
  marks
    .command('list')
    .description('The marked days.')
    .action(async (options: GlobalOptions) =>
      context.run(options, async (call) => {
        const found = await call.marks.list(await workspaceOf(call, options))
        createPrinter(context.terminal, options.json === true).result({ marks: found }, () =>
          describeMarks(found, context.format),
        )
      }),
    )
}

interface AddOptions extends GlobalOptions {
  readonly kind: MarkOutput['kind']
  readonly note: string
  readonly to?: string
  readonly hours?: NonNullable<MarkOutput['hours']>
  readonly repeat?: NonNullable<MarkOutput['repeat']>
  readonly until?: string
  readonly effect?: NonNullable<MarkOutput['effect']>
}

function addChanges(marks: Command, context: CommandContext): void {
  const date = () => new Argument('<date>', 'local date').argParser(parseDate)
  marks
    .command('add')
    .description('Marks a day, in the place of the mark it may have.')
    .addArgument(date())
    .addOption(
      new Option('--kind <kind>', 'what the day was, or will be').choices(markKindSchema.options).default('holiday'),
    )
    .addOption(
      new Option('--note <text>', 'a few words; by it the same day of other years is found')
        .default('')
        .argParser(parseNote),
    )
    .addOption(new Option('--to <date>', 'last local date, of several days').argParser(parseDate))
    .addOption(new Option('--hours <range>', 'only these hours of each day, as 10:00-14:00').argParser(parseHours))
    .addOption(
      new Option('--repeat <how>', 'comes again: monthly is the same weekday of the month').choices(
        markRepeatSchema.options,
      ),
    )
    .addOption(new Option('--until <date>', 'last local date on which a repetition begins').argParser(parseDate))
    .addOption(
      new Option(
        '--effect <change>',
        'what you expect of an event: +40% or -20% of visitors, or +200 visitors a day',
      ).argParser(parseEffect),
    )
    .action(async (day: string, options: AddOptions) =>
      context.run(options, async (call) => {
        const done = await call.marks.save({
          ...(await workspaceOf(call, options)),
          date: day,
          kind: options.kind,
          note: options.note,
          to: options.to ?? null,
          hours: options.hours ?? null,
          repeat: options.repeat ?? null,
          until: options.until ?? null,
          effect: options.effect ?? null,
        })
        const format = context.format
        createPrinter(context.terminal, options.json === true).result(
          done,
          () => `${format.date(day)} is marked: ${markText(done.mark, format)}.`,
        )
      }),
    )
  marks
    .command('remove')
    .description("Takes a day's mark away.")
    .addArgument(date())
    .action(async (day: string, options: GlobalOptions) =>
      context.run(options, async (call) => {
        const done = await call.marks.remove({ ...(await workspaceOf(call, options)), date: day })
        const format = context.format
        createPrinter(context.terminal, options.json === true).result(
          done,
          () => `${format.date(day)} is no longer marked (it was: ${markText(done.removed, format)}).`,
        )
      }),
    )
}

function addSuggest(marks: Command, context: CommandContext): void {
  marks
    .command('suggest')
    .description('Days that look unlike others and might be worth a mark. Nothing is marked.')
    .action(async (options: GlobalOptions) =>
      context.run(options, async (call) => {
        const { week: _week, ...input } = (await resolveWeek(call, options)).input
        const suggestions = await call.marks.suggest(input)
        const document = {
          suggestions: suggestions.map(({ date, kind, ...facts }): MarkSuggestion => ({
            date,
            kind,
            reason: markReasonText(facts, context.documentFormat),
          })),
        }
        createPrinter(context.terminal, options.json === true).result(document, () =>
          describeSuggestions(suggestions, context.format),
        )
      }),
    )
}

async function workspaceOf(call: AppCaller, { workspace }: GlobalOptions): Promise<{ readonly workspaceId: string }> {
  return { workspaceId: (await resolveWorkspace(call, workspace ?? null)).id }
}

function parseNote(text: string): string {
  if (text.length <= LIMITS.noteLength) return text.trim()
  throw usage(`The note is longer than ${LIMITS.noteLength} characters.`, 'Give a few words.')
}

function describeMarks(marks: readonly MarkOutput[], format: Formatter): string {
  if (marks.length === 0)
    return 'No day is marked. Ask for ideas with "covercast marks suggest", or mark one: covercast marks add 2026-12-25 --kind holiday'
  return renderTable(
    [{ title: 'Date' }, { title: '' }, { title: 'Kind' }, { title: 'Note' }, { title: '' }],
    marks.map((mark) => [mark.date, format.date(mark.date), mark.kind, mark.note, detailText(mark, format)]),
  )
}

function describeSuggestions(suggestions: readonly SuggestedMark[], format: Formatter): string {
  if (suggestions.length === 0) return 'No day stands out that is not marked already.'
  const table = renderTable(
    [{ title: 'Date' }, { title: '' }, { title: 'Perhaps' }, { title: 'Why' }],
    suggestions.map((one) => [one.date, format.date(one.date), one.kind, markReasonText(one, format)]),
  )
  const first = suggestions[0]!
  return `${table}\n\nNone of these is marked. To mark one: covercast marks add ${first.date} --kind ${first.kind}`
}

function markText(mark: MarkOutput, format: Formatter): string {
  return [mark.kind, mark.note, detailText(mark, format)].filter((part) => part !== '').join(', ')
}

function detailText({ to, hours, repeat, until, effect }: MarkOutput, format: Formatter): string {
  return [
    to === null ? '' : `to ${format.date(to)}`,
    hours === null ? '' : `${formatWallTime(hours.start)}-${formatWallTime(hours.end)}`,
    repeat ?? '',
    until === null ? '' : `until ${format.date(until)}`,
    effect === null
      ? ''
      : effect.kind === 'share'
        ? `${shareText(effect.value, format)} expected`
        : `${effect.value > 0 ? '+' : ''}${format.count(effect.value)} visitors a day expected`,
  ]
    .filter((part) => part !== '')
    .join(', ')
}

function parseHours(value: string): NonNullable<MarkOutput['hours']> {
  const [, from, to] = /^([^-]+)-([^-]+)$/u.exec(value.trim()) ?? []
  const [start, end] = [from, to].map((time) => (time === undefined ? null : parseWallTime(time.trim())))
  if (typeof start === 'number' && typeof end === 'number' && start < end) return { start, end }
  throw usage(`"${value}" are no hours of a day.`, 'Give them as 10:00-14:00.')
}

function parseEffect(value: string): NonNullable<MarkOutput['effect']> {
  const effect = parseStatedEffect(value)
  if (effect !== null) return effect
  throw usage(
    `"${value}" is no effect.`,
    'Give a change in percent, such as +40% or -20%, or in visitors a day, such as +200.',
  )
}
