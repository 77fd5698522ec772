import type { Command } from 'commander'
import type { CommandContext } from '../context.ts'
import { recommendDocument } from '../recommend-document.ts'
import { describeRecommendations } from '../describe-recommendations.ts'
import type { TerminalTexts } from '../format.ts'
import { parseCount, parseDate, usage, valueOption } from '../options.ts'
import { readRecommendations, type RecommendOptions } from '../read-recommendations.ts'
import { createPrinter } from '../terminal.ts'

const TARGETS = { lowest: 50, highest: 100 }

/** `covercast recommend`: which hours to staff better. */
export function addRecommendCommand(program: Command, context: CommandContext): void {
  const { texts } = context.format
  const { recommend: t, options: usual } = texts
  program
    .command('recommend')
    .description(t.description)
    .addOption(valueOption('--from <date>', usual.from, { parse: parseDate, texts }))
    .addOption(valueOption('--to <date>', usual.to, { parse: parseDate, texts }))
    .addOption(valueOption('--target <percent>', t.target, { parse: parseTarget, texts }))
    .option('--weighted', t.weighted)
    .action(async (options: RecommendOptions) =>
      context.run(options, async (call) => {
        const answer = await readRecommendations(call, options, context)
        createPrinter(context.terminal, options.json === true).result(
          recommendDocument(answer.output, context.documentFormat),
          () => describeRecommendations(answer, context.format),
        )
      }),
    )
}

function parseTarget(value: string, texts: TerminalTexts): number {
  const { recommend: t } = texts
  const percent = parseCount(value, texts)
  if (percent >= TARGETS.lowest && percent <= TARGETS.highest) return percent
  throw usage(
    t.targetProblem({ target: String(percent) }),
    t.targetRange({ lowest: String(TARGETS.lowest), highest: String(TARGETS.highest) }),
  )
}
