import type { Command } from 'commander'
import type { CommandContext } from '../context.ts'
import { describePrediction, predictDocument, predictionNotes } from '../describe-prediction.ts'
import type { TerminalTexts } from '../format.ts'
import { parseCount, usage, valueOption } from '../options.ts'
import { addAssumptionOptions, type AssumptionOptions, assumptionsOf } from '../read-assumptions.ts'
import { readPlanChoice } from '../read-plan.ts'
import { createPrinter } from '../terminal.ts'
import { readPrediction, type WeekOptions } from '../read-week.ts'
import { weekOption } from './forecast.ts'

interface PredictOptions extends WeekOptions, AssumptionOptions {
  readonly plan: string
  readonly baseline: string
  readonly visitorsPerAgent?: number
  readonly sensitivity?: boolean
}

const TYPICAL = 'typical'
/** As many as are looked for in the history. */
const MOST_PER_AGENT = 5

/** `covercast predict`: the coverage that a plan would give. */
export function addPredictCommand(program: Command, context: CommandContext): void {
  const { texts } = context.format
  const { predict: t } = texts
  const command = program
    .command('predict')
    .description(t.description)
    .requiredOption('--plan <file|id>', t.plan)
    .addOption(weekOption(texts))
    .option('--baseline <file|id|typical>', t.baseline, TYPICAL)
    .addOption(valueOption('--visitors-per-agent <n>', t.perAgent, { parse: parsePerAgent, texts }))
  command.option('--sensitivity', t.sensitivity)
  addAssumptionOptions(command, texts).action(async (options: PredictOptions) => {
    const plan = readPlanChoice(options.plan, texts)
    const baseline = options.baseline === TYPICAL ? TYPICAL : readPlanChoice(options.baseline, texts)
    await context.run(options, async (call) => {
      const answer = await readPrediction(call, options, {
        request: {
          plan,
          baseline,
          visitorsPerAgent: options.visitorsPerAgent ?? null,
          assumptions: assumptionsOf(options),
          hasSensitivity: options.sensitivity === true,
        },
        texts,
      })
      const printer = createPrinter(context.terminal, options.json === true)
      printer.result(predictDocument(answer, context.documentFormat), () => describePrediction(answer, context.format))
      for (const note of predictionNotes(answer, context.format)) printer.note(note)
    })
  })
}

function parsePerAgent(value: string, texts: TerminalTexts): number {
  const { predict: t } = texts
  const count = parseCount(value, texts)
  if (count >= 1 && count <= MOST_PER_AGENT) return count
  throw usage(t.perAgentProblem({ count: String(count) }), t.perAgentRange({ most: String(MOST_PER_AGENT) }))
}
