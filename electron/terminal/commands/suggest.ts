import { Option, type Command } from 'commander'
import { MOVES, type AllowedMoves } from '../../../shared/optimise/problem.ts'
import type { CommandContext } from '../context.ts'
import { describeSuggestion } from '../describe-suggestion.ts'
import { suggestDocument } from '../suggest-document.ts'
import type { TerminalTexts } from '../format.ts'
import { parseCount, usage, valueOption } from '../options.ts'
import { addAssumptionOptions, type AssumptionOptions, assumptionsOf } from '../read-assumptions.ts'
import { readPlanChoice } from '../read-plan.ts'
import { readRulesFile } from '../read-plan-file.ts'
import { readSuggestion } from '../read-suggestion.ts'
import type { WeekOptions } from '../read-week.ts'
import { createPrinter } from '../terminal.ts'
import { weekOption } from './forecast.ts'

interface SuggestCommandOptions extends WeekOptions, AssumptionOptions {
  readonly plan: string
  readonly rules?: string
  readonly goal: 'cover' | 'target'
  readonly target: number
  readonly targetPer: 'hour' | 'week'
  readonly moves: AllowedMoves
  readonly addHours: number
  readonly pin?: readonly string[]
  readonly maxChanges?: number
  readonly gap: number
  readonly fair?: number | true
  readonly timeLimit: number
  readonly save?: string
  readonly weighted?: boolean
}

const TYPICAL = 'typical'
const LONGEST_SECONDS = 3_600
/** So much of the covered visitors may be lost to a fair share of nights and weekends, unless it is said. */
const USUAL_FAIR_PERCENT = 0.2

/** `covercast suggest`: the schedule that covers most visitors, with a bound on what is possible. */
export function addSuggestCommand(program: Command, context: CommandContext): void {
  const { texts } = context.format
  const { suggest: t } = texts
  const command = program
    .command('suggest')
    .description(t.description)
    .requiredOption('--plan <file|id|typical>', t.plan)
    .addOption(weekOption(texts))
    .option('--rules <file>', t.rules)
    .addOption(new Option('--goal <goal>', t.goal).choices(['cover', 'target']).default('cover'))
    .addOption(valueOption('--target <percent>', t.target, { parse: parsePercent, texts }).default(90))
    .addOption(new Option('--target-per <span>', t.targetPer).choices(['hour', 'week']).default('week'))
    .addOption(new Option('--moves <what>', t.moves).choices([...MOVES]).default('all'))
    .addOption(valueOption('--add-hours <hours>', t.addHours, { parse: parseNumber, texts }).default(0))
    .option('--pin <shift...>', t.pin)
    .addOption(valueOption('--max-changes <n>', t.maxChanges, { parse: parseCount, texts }))
    .addOption(valueOption('--gap <share>', t.gap, { parse: parseGap, texts }).default(0.005))
    .addOption(valueOption('--time-limit <seconds>', t.timeLimit, { parse: parseSeconds, texts }).default(30))
    .addOption(valueOption('--fair [percent]', t.fair, { parse: parseFair, texts }))
    .option('--weighted', t.weighted)
    .option('--save <name>', t.save)
  addAssumptionOptions(command, texts).action(async (options: SuggestCommandOptions) => {
    const plan = options.plan === TYPICAL ? TYPICAL : readPlanChoice(options.plan, texts)
    const rulesFile = options.rules === undefined ? null : readRulesFile(options.rules, texts)
    const { moves, addHours, gap, pin = [], maxChanges = null, timeLimit, save } = options
    await context.run(options, async (call) => {
      const printer = createPrinter(context.terminal, options.json === true)
      const answer = await readSuggestion(call, options, {
        request: {
          plan,
          rulesFile,
          goal:
            options.goal === 'cover'
              ? { kind: 'cover' }
              : { kind: 'target', rate: options.target / 100, per: options.targetPer },
          moves,
          addHours,
          pinnedShifts: pin,
          maxChanges,
          gap,
          fairLoss:
            options.fair === undefined ? null : (options.fair === true ? USUAL_FAIR_PERCENT : options.fair) / 100,
          timeLimitSeconds: timeLimit,
          saveAs: save ?? null,
          weighted: options.weighted === true,
          assumptions: assumptionsOf(options),
        },
        session: { signal: context.signal, onProgress: () => undefined, texts },
      })
      printer.result(suggestDocument(answer.output, context.documentFormat), () =>
        describeSuggestion(answer, context.format),
      )
    })
  })
}

function parseNumber(value: string, { options: t }: TerminalTexts): number {
  const number = /^\d{1,6}(?:\.\d+)?$/u.test(value) ? Number(value) : Number.NaN
  if (Number.isFinite(number)) return number
  throw usage(t.notANumber({ value }), t.numberForm)
}

function parsePercent(value: string, texts: TerminalTexts): number {
  const percent = parseNumber(value, texts)
  if (percent > 0 && percent <= 100) return percent
  throw usage(texts.suggest.targetProblem({ target: String(percent) }), texts.suggest.targetRange)
}

function parseFair(value: string, texts: TerminalTexts): number {
  const percent = parseNumber(value, texts)
  if (percent <= 100) return percent
  throw usage(texts.suggest.fairProblem({ percent: String(percent) }), texts.suggest.fairForm)
}

function parseGap(value: string, texts: TerminalTexts): number {
  const share = parseNumber(value, texts)
  if (share <= 1) return share
  throw usage(texts.suggest.gapProblem({ gap: String(share) }), texts.suggest.gapForm)
}

function parseSeconds(value: string, texts: TerminalTexts): number {
  const seconds = parseNumber(value, texts)
  if (seconds > 0 && seconds <= LONGEST_SECONDS) return Math.max(0.1, seconds)
  throw usage(
    texts.suggest.timeProblem({ seconds: String(seconds) }),
    texts.suggest.timeRange({ most: String(LONGEST_SECONDS) }),
  )
}
