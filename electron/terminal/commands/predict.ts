import { Option, type Command } from 'commander'
import type { CommandContext } from '../context.ts'
import { describePrediction, predictionNotes } from '../describe-prediction.ts'
import { parseCount, usage } from '../options.ts'
import { readPlanChoice } from '../read-plan.ts'
import { createPrinter } from '../terminal.ts'
import { readPrediction, type WeekOptions } from '../read-week.ts'
import { weekOption } from './forecast.ts'

interface PredictOptions extends WeekOptions {
  readonly plan: string
  readonly baseline: string
  readonly visitorsPerAgent?: number
}

const TYPICAL = 'typical'
/** As many as are looked for in the history. */
const MOST_PER_AGENT = 5

/** `covercast predict`: the coverage that a plan would give. */
export function addPredictCommand(program: Command, context: CommandContext): void {
  program
    .command('predict')
    .description('The coverage that a plan would give in a local week, and how sure that is.')
    .requiredOption('--plan <file|id>', 'a plan file, or the id of a stored plan')
    .addOption(weekOption())
    .option(
      '--baseline <file|id|typical>',
      'what to compare with: another plan, or the typical week of the history',
      TYPICAL,
    )
    .addOption(
      new Option(
        '--visitors-per-agent <n>',
        'how many visitors an agent may serve at once, 1-5 (default: what the history says)',
      ).argParser(parsePerAgent),
    )
    .action(async (options: PredictOptions) => {
      const plan = readPlanChoice(options.plan)
      const baseline = options.baseline === TYPICAL ? TYPICAL : readPlanChoice(options.baseline)
      await context.run(options, async (call) => {
        const answer = await readPrediction(call, options, {
          plan,
          baseline,
          visitorsPerAgent: options.visitorsPerAgent ?? null,
        })
        const printer = createPrinter(context.terminal, options.json === true)
        printer.result(answer.output, () => describePrediction(answer, context.format))
        for (const note of predictionNotes(answer)) printer.note(note)
      })
    })
}

function parsePerAgent(value: string): number {
  const count = parseCount(value)
  if (count >= 1 && count <= MOST_PER_AGENT) return count
  throw usage(
    `An agent cannot serve ${count} visitors at once here.`,
    `Give --visitors-per-agent 1 to ${MOST_PER_AGENT}.`,
  )
}
