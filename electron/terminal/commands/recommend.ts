import { Option, type Command } from 'commander'
import type { CommandContext } from '../context.ts'
import { recommendDocument } from '../recommend-document.ts'
import { describeRecommendations } from '../describe-recommendations.ts'
import { parseCount, parseDate, usage } from '../options.ts'
import { readRecommendations, type RecommendOptions } from '../read-recommendations.ts'
import { createPrinter } from '../terminal.ts'

const TARGETS = { lowest: 50, highest: 100 }

/** `covercast recommend`: which hours to staff better. */
export function addRecommendCommand(program: Command, context: CommandContext): void {
  program
    .command('recommend')
    .description(
      'Which hours to staff better, with how many agents, and what that would give (default: from the last 30 days).',
    )
    .addOption(new Option('--from <date>', 'first local date').argParser(parseDate))
    .addOption(new Option('--to <date>', 'last local date').argParser(parseDate))
    .addOption(
      new Option('--target <percent>', "coverage to reach, 50-100 (default: the workspace's, else 90)").argParser(
        parseTarget,
      ),
    )
    .action(async (options: RecommendOptions) =>
      context.run(options, async (call) => {
        const answer = await readRecommendations(call, options, context.clock)
        createPrinter(context.terminal, options.json === true).result(
          recommendDocument(answer.output, context.documentFormat),
          () => describeRecommendations(answer, context.format),
        )
      }),
    )
}

function parseTarget(value: string): number {
  const percent = parseCount(value)
  if (percent >= TARGETS.lowest && percent <= TARGETS.highest) return percent
  throw usage(`A target of ${percent}% is not possible.`, `Give --target ${TARGETS.lowest} to ${TARGETS.highest}.`)
}
