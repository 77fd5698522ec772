import { Argument, Option, type Command } from 'commander'
import { markKindSchema, type MarkOutput, type MarkSuggestion } from '../../../shared/contract/mark-output.ts'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { Formatter } from '../format.ts'
import { parseDate, usage, type GlobalOptions } from '../options.ts'
import type { CommandContext } from '../context.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import { resolveWeek } from '../read-week.ts'
import { resolveWorkspace } from '../resolve.ts'
import { renderTable } from '../table.ts'
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
    .addOption(new Option('--note <text>', 'a few words').default('').argParser(parseNote))
    .action(async (day: string, options: AddOptions) =>
      context.run(options, async (call) => {
        const done = await call.marks.save({
          ...(await workspaceOf(call, options)),
          date: day,
          kind: options.kind,
          note: options.note,
        })
        const format = context.format
        createPrinter(context.terminal, options.json === true).result(
          done,
          () => `${format.date(day)} is marked: ${markText(done.mark)}.`,
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
          () => `${format.date(day)} is no longer marked (it was: ${markText(done.removed)}).`,
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
        createPrinter(context.terminal, options.json === true).result({ suggestions }, () =>
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
    [{ title: 'Date' }, { title: '' }, { title: 'Kind' }, { title: 'Note' }],
    marks.map((mark) => [mark.date, format.date(mark.date), mark.kind, mark.note]),
  )
}

function describeSuggestions(suggestions: readonly MarkSuggestion[], format: Formatter): string {
  if (suggestions.length === 0) return 'No day stands out that is not marked already.'
  const table = renderTable(
    [{ title: 'Date' }, { title: '' }, { title: 'Perhaps' }, { title: 'Why' }],
    suggestions.map((one) => [one.date, format.date(one.date), one.kind, one.reason]),
  )
  const first = suggestions[0]!
  return `${table}\n\nNone of these is marked. To mark one: covercast marks add ${first.date} --kind ${first.kind}`
}

function markText({ kind, note }: MarkOutput): string {
  return note === '' ? kind : `${kind}, ${note}`
}
