import { Option, type Command } from 'commander'
import { MOVES, type AllowedMoves } from '../../../shared/optimise/problem.ts'
import type { CommandContext } from '../context.ts'
import { describeSuggestion } from '../describe-suggestion.ts'
import { suggestDocument } from '../suggest-document.ts'
import { parseCount, usage } from '../options.ts'
import { readPlanChoice } from '../read-plan.ts'
import { readRulesFile } from '../read-plan-file.ts'
import { readSuggestion } from '../read-suggestion.ts'
import type { WeekOptions } from '../read-week.ts'
import { createPrinter } from '../terminal.ts'
import { weekOption } from './forecast.ts'

interface SuggestCommandOptions extends WeekOptions {
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
  readonly timeLimit: number
  readonly save?: string
}

const TYPICAL = 'typical'
const LONGEST_SECONDS = 3_600

/** `covercast suggest`: the schedule that covers most visitors, with a bound on what is possible. */
export function addSuggestCommand(program: Command, context: CommandContext): void {
  program
    .command('suggest')
    .description(
      'The changes of a plan that cover most visitors of a local week, and how much more is possible at most.',
    )
    .requiredOption(
      '--plan <file|id|typical>',
      'a plan file, the id of a stored plan, or the typical week of the history',
    )
    .addOption(weekOption())
    .option(
      '--rules <file>',
      "a rules file, every rule of which is kept (default: the workspace's; none is broken that the plan keeps)",
    )
    .addOption(
      new Option('--goal <goal>', 'cover as many visitors as possible, or reach a target with the fewest hours')
        .choices(['cover', 'target'])
        .default('cover'),
    )
    .addOption(new Option('--target <percent>', 'coverage to reach').argParser(parsePercent).default(90))
    .addOption(
      new Option('--target-per <span>', 'reach it over the week, or in every hour')
        .choices(['hour', 'week'])
        .default('week'),
    )
    .addOption(new Option('--moves <what>', 'what may change').choices([...MOVES]).default('all'))
    .addOption(
      new Option('--add-hours <hours>', 'worked hours that may be added')
        .argParser((value) => parseNumber(value, 'hours'))
        .default(0),
    )
    .option('--pin <shift...>', 'ids of shifts that stay as they are')
    .addOption(new Option('--max-changes <n>', 'at most so many shifts change').argParser(parseCount))
    .addOption(
      new Option('--gap <share>', 'end where the bound is so near, as a share of what is covered')
        .argParser(parseGap)
        .default(0.005),
    )
    .addOption(new Option('--time-limit <seconds>', 'end after so long').argParser(parseSeconds).default(30))
    .option('--save <name>', 'store the suggested plan under this name')
    .action(async (options: SuggestCommandOptions) => {
      const plan = options.plan === TYPICAL ? TYPICAL : readPlanChoice(options.plan)
      const rulesFile = options.rules === undefined ? null : readRulesFile(options.rules)
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
            timeLimitSeconds: timeLimit,
            saveAs: save ?? null,
          },
          session: { signal: context.signal, onProgress: () => undefined },
        })
        printer.result(suggestDocument(answer.output, context.documentFormat), () =>
          describeSuggestion(answer, context.format),
        )
      })
    })
}

function parseNumber(value: string, what: string): number {
  const number = /^\d{1,6}(?:\.\d+)?$/u.test(value) ? Number(value) : Number.NaN
  if (Number.isFinite(number)) return number
  throw usage(`"${value}" is not a number of ${what}.`, 'Give a number such as 8 or 7.5.')
}

function parsePercent(value: string): number {
  const percent = parseNumber(value, 'percent')
  if (percent > 0 && percent <= 100) return percent
  throw usage(`A target of ${percent} % is not possible.`, 'Give --target more than 0, at most 100.')
}

function parseGap(value: string): number {
  const share = parseNumber(value, 'parts')
  if (share <= 1) return share
  throw usage(`A gap of ${share} is more than everything.`, 'Give --gap as a share such as 0.005.')
}

function parseSeconds(value: string): number {
  const seconds = parseNumber(value, 'seconds')
  if (seconds > 0 && seconds <= LONGEST_SECONDS) return Math.max(0.1, seconds)
  throw usage(`A time limit of ${seconds} s is not possible.`, `Give --time-limit 1 to ${LONGEST_SECONDS}.`)
}
