import { Argument, Option, type Command } from 'commander'
import { AppError } from '../../../shared/foundation/errors.ts'
import {
  markKindSchema,
  markRepeatSchema,
  parseStatedEffect,
  STATED_EFFECT_LIMITS,
  type MarkOutput,
  type MarkSuggestion,
} from '../../../shared/contract/mark-output.ts'
import { formatWallTime, parseWallTime } from '../../../shared/plan/wall-time.ts'
import { shareText } from '../describe-holidays.ts'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { Formatter, TerminalTexts } from '../format.ts'
import { parseDate, usage, valueOption, type GlobalOptions } from '../options.ts'
import type { CommandContext } from '../context.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import { resolveWeek } from '../read-week.ts'
import { resolveWorkspace } from '../resolve.ts'
import { renderTable } from '../table.ts'
import { usualFrom } from '../../../shared/predict/forecast/mark-days.ts'
import { markReasonText, type SuggestedMark } from '../../../shared/predict/forecast/suggest-marks.ts'
import { createPrinter } from '../terminal.ts'

/** `covercast marks ...`: days that forecasts treat separately. */
export function addMarksCommands(program: Command, context: CommandContext): void {
  const marks = program.command('marks').description(context.format.texts.marks.description)
  addList(marks, context)
  addChanges(marks, context)
  addSuggest(marks, context)
}

function addList(marks: Command, context: CommandContext): void {
  marks
    .command('list')
    .description(context.format.texts.marks.list)
    .action(async (options: GlobalOptions) =>
      context.run(options, async (call) => {
        const input = await workspaceOf(call, options, context)
        const [marks, outcomes] = await Promise.all([
          call.marks.list(input),
          call.marks.outcomes({ ...input, timeZone: options.timeZone ?? null, until: options.now ?? null }),
        ])
        const outcomeOf = new Map(outcomes.map(({ date, ...outcome }) => [date, outcome]))
        const found = marks.map((mark) => ({ ...mark, outcome: outcomeOf.get(mark.date) ?? null }))
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
  readonly replace?: boolean
}

function addChanges(marks: Command, context: CommandContext): void {
  const { texts } = context.format
  const { marks: t, options: usual } = texts
  const date = () => new Argument('<date>', usual.localDate).argParser((value) => parseDate(value, texts))
  marks
    .command('add')
    .description(t.add)
    .addArgument(date())
    .addOption(new Option('--kind <kind>', t.kind).choices(markKindSchema.options).default('holiday'))
    .addOption(valueOption('--note <text>', t.note, { parse: parseNote, texts }).default(''))
    .addOption(valueOption('--to <date>', t.to, { parse: parseDate, texts }))
    .addOption(valueOption('--hours <range>', t.hours, { parse: parseHours, texts }))
    .addOption(new Option('--repeat <how>', t.repeat).choices(markRepeatSchema.options))
    .addOption(valueOption('--until <date>', t.until, { parse: parseDate, texts }))
    .addOption(valueOption('--effect <change>', t.effect, { parse: parseEffect, texts }))
    .option('--replace', t.replace)
    .action(async (day: string, options: AddOptions) =>
      context.run(options, async (call) => {
        const format = context.format
        const workspace = await workspaceOf(call, options, context)
        if (options.replace !== true) refuseRepeating(await call.marks.list(workspace), day, format)
        const done = await call.marks.save({
          ...workspace,
          date: day,
          kind: options.kind,
          note: options.note,
          to: options.to ?? null,
          hours: options.hours ?? null,
          repeat: options.repeat ?? null,
          until: options.until ?? null,
          effect: options.effect ?? null,
        })
        createPrinter(context.terminal, options.json === true).result(done, () => markedText(done, format))
      }),
    )
  marks
    .command('remove')
    .description(t.remove)
    .addArgument(date())
    .action(async (day: string, options: GlobalOptions) =>
      context.run(options, async (call) => {
        const done = await call.marks.remove({ ...(await workspaceOf(call, options, context)), date: day })
        const format = context.format
        createPrinter(context.terminal, options.json === true).result(done, () =>
          t.unmarked({ date: format.date(day), mark: markText(done.removed, format) }),
        )
      }),
    )
}

function addSuggest(marks: Command, context: CommandContext): void {
  marks
    .command('suggest')
    .description(context.format.texts.marks.suggest)
    .action(async (options: GlobalOptions) =>
      context.run(options, async (call) => {
        const { week: _week, ...input } = (await resolveWeek(call, options, context.format.texts)).input
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

/** Throws 'conflict' where a mark that repeats begins on the date: with it all its repetitions would be gone. */
export function refuseRepeating(marks: readonly MarkOutput[], date: string, format: Formatter): void {
  const { marks: t } = format.texts
  const before = marks.find((mark) => mark.date === date && mark.repeat !== null)
  if (before === undefined) return
  throw new AppError({
    code: 'conflict',
    message: t.alreadyRepeats({ date: format.date(date), mark: markText(before, format) }),
    next: t.replaceRepeating,
  })
}

/** What a day is marked as now, and what it was before. */
export function markedText(
  { mark, replaced }: { readonly mark: MarkOutput; readonly replaced: MarkOutput | null },
  format: Formatter,
): string {
  const { marks: t } = format.texts
  const facts = { date: format.date(mark.date), mark: markText(mark, format) }
  return replaced === null ? t.marked(facts) : t.markedAnew({ ...facts, before: markText(replaced, format) })
}

async function workspaceOf(
  call: AppCaller,
  { workspace }: GlobalOptions,
  { format }: CommandContext,
): Promise<{ readonly workspaceId: string }> {
  return { workspaceId: (await resolveWorkspace(call, workspace ?? null, format.texts)).id }
}

type MarkOutcome = Awaited<ReturnType<AppCaller['marks']['outcomes']>>[number]
type ListedMark = MarkOutput & { readonly outcome: Omit<MarkOutcome, 'date'> | null }

function describeMarks(marks: readonly ListedMark[], format: Formatter): string {
  const { marks: t } = format.texts
  if (marks.length === 0) return t.none
  return renderTable(
    [{ title: t.date }, { title: '' }, { title: t.kindTitle }, { title: t.noteTitle }, { title: '' }],
    marks.map((mark) => [
      mark.date,
      format.date(mark.date, 'weekday'),
      t.kinds[mark.kind],
      mark.note,
      detailText(mark, format, mark.outcome),
    ]),
  )
}

function describeSuggestions(suggestions: readonly SuggestedMark[], format: Formatter): string {
  const { marks: t } = format.texts
  if (suggestions.length === 0) return t.noSuggestions
  const table = renderTable(
    [{ title: t.date }, { title: '' }, { title: t.looksLike }, { title: t.why }],
    suggestions.map((one) => [
      one.date,
      format.date(one.date, 'weekday'),
      t.kinds[one.kind],
      markReasonText(one, format),
    ]),
  )
  const first = suggestions[0]!
  return `${table}\n\n${t.notMarked({ command: `covercast marks add ${first.date} --kind ${first.kind}` })}`
}

/** A mark in a few words: "event, Fair, every week, usual from Feb 2, 2026". */
export function markText(mark: MarkOutput, format: Formatter): string {
  return [format.texts.marks.kinds[mark.kind], mark.note, detailText(mark, format)]
    .filter((part) => part !== '')
    .join(', ')
}

function detailText(
  { date, to, hours, repeat, until, effect }: MarkOutput,
  format: Formatter,
  outcome: ListedMark['outcome'] = null,
): string {
  const { marks: t } = format.texts
  const usual = usualFrom({ date, repeat, until })
  return [
    to === null ? '' : t.toDate({ date: format.date(to) }),
    hours === null ? '' : `${formatWallTime(hours.start)}-${formatWallTime(hours.end)}`,
    repeat === null ? '' : t.repeats[repeat],
    until === null ? '' : t.untilDate({ date: format.date(until) }),
    usual === null ? '' : t.usualFrom({ date: format.date(usual) }),
    effect === null ? '' : effectText(effect, outcome, format),
  ]
    .filter((part) => part !== '')
    .join(', ')
}

function effectText(
  effect: NonNullable<MarkOutput['effect']>,
  outcome: ListedMark['outcome'],
  format: Formatter,
): string {
  const { marks: t } = format.texts
  const isShare = effect.kind === 'share'
  const said = isShare ? shareText(effect.value, format) : format.signed(effect.value)
  const expected = isShare ? t.expected({ effect: said }) : t.visitorsADay({ effect: said })
  if (outcome === null) return expected
  return t.came({
    expected,
    came: isShare ? shareText(outcome.share, format) : format.signed(Math.round(outcome.visitors)),
  })
}

function parseNote(text: string, { options: t }: TerminalTexts): string {
  if (text.length <= LIMITS.noteLength) return text.trim()
  throw usage(t.noteTooLong({ count: LIMITS.noteLength }), t.fewWords)
}

function parseHours(value: string, { marks: t }: TerminalTexts): NonNullable<MarkOutput['hours']> {
  const [, from, to] = /^([^-]+)-([^-]+)$/u.exec(value.trim()) ?? []
  const [start, end] = [from, to].map((time) => (time === undefined ? null : parseWallTime(time.trim())))
  if (typeof start === 'number' && typeof end === 'number' && start < end) return { start, end }
  throw usage(t.notHours({ value }), t.hoursForm)
}

/** Throws 'usage' for what is no change, or goes too far. */
export function parseEffect(value: string, { marks: t }: TerminalTexts): NonNullable<MarkOutput['effect']> {
  const effect = parseStatedEffect(value)
  if (effect === 'none') throw usage(t.notAnEffect({ value }), t.effectForm)
  if (effect !== 'too-far') return effect
  const { leastShare, mostShare, visitors } = STATED_EFFECT_LIMITS
  throw usage(
    t.effectTooFar({ value }),
    t.effectLimits({
      leastPercent: String(100 * leastShare),
      mostPercent: String(100 * mostShare),
      visitors: String(visitors),
    }),
  )
}
