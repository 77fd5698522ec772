import { Argument, Option, type Command } from 'commander'
import { AppError } from '../../../shared/foundation/errors.ts'
import { LIMITS } from '../../../shared/contract/limits.ts'
import {
  MOST_WEIGHT,
  pageClassesOf,
  pageMatchSchema,
  pageRuleSchema,
  type PageRule,
} from '../../../shared/contract/page-rules.ts'
import type { PagesOutput } from '../../../shared/contract/pages-output.ts'
import { dataProblemText } from '../../../shared/coverage/data-problem-text.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import type { CommandContext } from '../context.ts'
import type { Formatter, TerminalTexts } from '../format.ts'
import { parseCount, usage, valueOption, type GlobalOptions } from '../options.ts'
import { resolveWorkspace } from '../resolve.ts'
import { renderTable } from '../table.ts'
import { createPrinter, onOneLine } from '../terminal.ts'
import { weightText } from '../weight-text.ts'

/** `covercast pages ...`: rules that say what a visit is worth by its page. */
export function addPagesCommands(program: Command, context: CommandContext): void {
  const { texts } = context.format
  const pages = program.command('pages').description(texts.pages.description)
  pages
    .command('list')
    .description(texts.pages.list)
    .action(async (options: GlobalOptions) => change(context, options, () => null))
  addAdd(pages, context)
  addRemove(pages, context)
  addSet(pages, context)
  addTest(pages, context)
}

interface AddOptions extends GlobalOptions, Partial<Record<PageRule['match'], string>> {
  readonly weight?: number
  readonly at?: number
}

function addAdd(pages: Command, context: CommandContext): void {
  const { texts } = context.format
  const { pages: t } = texts
  pages
    .command('add')
    .description(t.add)
    .addArgument(new Argument('<class>', t.pageClass))
    .option('--prefix <text>', t.prefix)
    .option('--contains <text>', t.contains)
    .option('--path <path>', t.path)
    .option('--pattern <regex>', t.pattern)
    .addOption(valueOption('--weight <number>', t.weight, { parse: parseWeight, texts }))
    .addOption(valueOption('--at <number>', t.at, { parse: parseCount, texts }))
    .action(async (pageClass: string, options: AddOptions) => {
      const [given, another] = pageMatchSchema.options.flatMap((match) => {
        const text = options[match]
        return text === undefined ? [] : [{ match, text }]
      })
      if (given === undefined || another !== undefined) throw usage(t.oneMatch, t.oneMatchNext)
      await change(context, options, (rules) => {
        const name = pageClass.trim()
        const weight = options.weight ?? pageClassesOf(rules).get(name) ?? 1
        const added = checkedRule({ pageClass: name, ...given, weight }, texts)
        return {
          pageRules: rules
            .map((rule) => (rule.pageClass === name ? { ...rule, weight } : rule))
            .toSpliced((options.at ?? rules.length + 1) - 1, 0, added),
        }
      })
    })
}

function addRemove(pages: Command, context: CommandContext): void {
  const { texts } = context.format
  const { pages: t } = texts
  pages
    .command('remove')
    .description(t.remove)
    .addArgument(new Argument('<number>', t.number).argParser((value) => parseCount(value, texts)))
    .action(async (number: number, options: GlobalOptions) =>
      change(context, options, (rules) => {
        if (rules[number - 1] === undefined)
          throw new AppError({ code: 'not-found', message: t.noRule({ number: String(number) }), next: t.seeRules })
        return { pageRules: rules.toSpliced(number - 1, 1) }
      }),
    )
}

interface SetOptions extends GlobalOptions {
  readonly weight?: readonly ClassWeight[]
  readonly column?: string
  readonly worth?: number | null
}

function addSet(pages: Command, context: CommandContext): void {
  const { texts } = context.format
  const { pages: t } = texts
  pages
    .command('set')
    .description(t.set)
    .addOption(
      new Option('--weight <class=number>', t.weightOf).argParser((value: string, before: SetOptions['weight']) => [
        ...(before ?? []),
        parseClassWeight(value, texts),
      ]),
    )
    .option('--column <name>', t.column)
    .addOption(valueOption('--worth <money>', t.worth, { parse: parseWorth, texts }))
    .action(async (options: SetOptions) => {
      const { weight: weights = [], column, worth } = options
      if (weights.length === 0 && column === undefined && worth === undefined) throw usage(t.nothingToSet, t.set)
      await change(context, options, (rules) => {
        const classes = pageClassesOf(rules)
        const unknown = weights.find(({ pageClass }) => !classes.has(pageClass))
        if (unknown !== undefined)
          throw new AppError({ code: 'not-found', message: t.noClass({ name: unknown.pageClass }), next: t.seeRules })
        const given = new Map(weights.map(({ pageClass, weight }) => [pageClass, weight]))
        return {
          pageRules: rules.map((rule) => ({ ...rule, weight: given.get(rule.pageClass) ?? rule.weight })),
          ...(column === undefined ? {} : { pageColumn: column }),
          ...(worth === undefined ? {} : { pageWorth: worth }),
        }
      })
    })
}

function addTest(pages: Command, context: CommandContext): void {
  const { format } = context
  const { pages: t } = format.texts
  pages
    .command('test')
    .description(t.test)
    .action(async (options: GlobalOptions) =>
      context.run(options, async (call) => {
        const { workspaceId, settings } = await rulesOf(call, options, context)
        const rules = settings.pageRules
        if (rules.length === 0) throw new AppError({ code: 'not-found', message: t.none })
        const { problem, visitors, ...range } = await call.pages.test({ workspaceId, rules: [...rules] })
        const document = { ...range, visitors, problem: problem === null ? null : problem.note }
        createPrinter(context.terminal, options.json === true).result(document, () =>
          problem !== null
            ? dataProblemText(problem, format)
            : [
                t.visits,
                renderTable(
                  [{ title: t.className }, ...countTitles(format).map((title) => ({ title, align: 'right' as const }))],
                  (visitors ?? []).map((one) => [
                    onOneLine(one.pageClass ?? t.otherPages),
                    format.count(one.visitors),
                    format.count(one.covered),
                    format.count(one.visitors - one.covered),
                  ]),
                ),
              ].join('\n'),
        )
      }),
    )
}

function countTitles({ texts: { coverage: t } }: Formatter): readonly string[] {
  return [t.visitors, t.covered, t.missed]
}

type Settings = Awaited<ReturnType<AppCaller['settings']['save']>>
type Patch = Parameters<AppCaller['settings']['save']>[0]['patch']

/** Shows the rules after a change; null changes nothing, so that rules can be read where nothing can be written. */
async function change(
  context: CommandContext,
  options: GlobalOptions,
  patchOf: (rules: PageRule[]) => Patch | null,
): Promise<void> {
  await context.run(options, async (call) => {
    const { workspaceId, settings: before } = await rulesOf(call, options, context)
    const rules = before.pageRules
    const patch = patchOf(rules)
    const settings = patch === null ? before : await call.settings.save({ workspaceId, patch })
    const document: PagesOutput = {
      rules: settings.pageRules,
      column: settings.pageColumn,
      worth: settings.pageWorth,
    }
    const isChanged = JSON.stringify(rules) !== JSON.stringify(settings.pageRules)
    createPrinter(context.terminal, options.json === true).result(document, () =>
      describeRules(settings, isChanged, context.format),
    )
  })
}

async function rulesOf(call: AppCaller, { workspace }: GlobalOptions, { format }: CommandContext) {
  const { id: workspaceId } = await resolveWorkspace(call, workspace ?? null, format.texts)
  const { settings } = await call.workspace.overview({ workspaceId })
  return { workspaceId, settings }
}

function describeRules({ pageRules, pageColumn, pageWorth }: Settings, isChanged: boolean, format: Formatter): string {
  const { pages: t } = format.texts
  const right = { align: 'right' as const }
  return [
    pageRules.length === 0
      ? t.none
      : renderTable(
          [
            { title: t.rule, ...right },
            { title: t.className },
            { title: t.pagesTitle },
            { title: t.weightTitle, ...right },
          ],
          pageRules.map(({ pageClass, match, text, weight }, index) => [
            format.count(index + 1),
            onOneLine(pageClass),
            t.matches[match]({ text: onOneLine(text) }),
            weightText(weight, format),
          ]),
        ),
    ...(pageRules.length === 0 ? [] : [t.addressColumn({ column: onOneLine(pageColumn) })]),
    ...(pageWorth === null ? [] : [t.visitorWorth({ money: format.money(pageWorth) })]),
    ...(isChanged ? [t.nextSync] : []),
  ].join('\n')
}

interface ClassWeight {
  readonly pageClass: string
  readonly weight: number
}

function parseClassWeight(value: string, texts: TerminalTexts): ClassWeight {
  const cut = value.lastIndexOf('=')
  if (cut < 1) throw notAWeight(value, texts)
  return { pageClass: value.slice(0, cut).trim(), weight: parseWeight(value.slice(cut + 1), texts) }
}

function parseWeight(value: string, texts: TerminalTexts): number {
  const weight = decimalIn(value)
  if (weight <= MOST_WEIGHT) return weight
  throw notAWeight(value, texts)
}

/** NaN for anything but plain digits, with a point or without. */
function decimalIn(value: string): number {
  return /^\d+(?:\.\d+)?$/u.test(value.trim()) ? Number(value) : Number.NaN
}

function notAWeight(value: string, { pages: t }: TerminalTexts): AppError {
  return usage(t.notAWeight({ value }), t.weightForm({ most: String(MOST_WEIGHT) }))
}

function parseWorth(value: string, { options: usual, capacityCommand: t }: TerminalTexts): number | null {
  if (value === 'none') return null
  const worth = decimalIn(value)
  if (worth > 0 && worth <= LIMITS.capacity.money) return worth
  throw usage(usual.notANumber({ value }), t.moneyForm({ most: String(LIMITS.capacity.money) }))
}

/** Throws 'usage', so that a typing error is found before anything is stored. */
function checkedRule(rule: PageRule, texts: TerminalTexts): PageRule {
  const parsed = pageRuleSchema.safeParse(rule)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw usage(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(), texts.pages.oneMatchNext)
}
