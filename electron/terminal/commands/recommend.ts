import { Option, type Command } from 'commander'
import type { CommandContext } from '../context.ts'
import { describeRecommendations } from '../describe-recommendations.ts'
import { createFormatter } from '../format.ts'
import { parseCount, parseDate, usage, type GlobalOptions } from '../options.ts'
import { createPrinter } from '../terminal.ts'

interface RecommendOptions extends GlobalOptions {
  readonly from?: string
  readonly to?: string
  readonly target?: number
}

const TARGETS = { lowest: 50, highest: 100 }

/** `covercast recommend`: which hours to staff better. */
export function addRecommendCommand(program: Command, context: CommandContext): void {
  program
    .command('recommend')
    .description('Which hours to staff better, with how many agents, and what that would give (default: from the last 30 days).')
    .addOption(new Option('--from <date>', 'first local date').argParser(parseDate))
    .addOption(new Option('--to <date>', 'last local date').argParser(parseDate))
    .addOption(new Option('--target <percent>', "coverage to reach, 50-100 (default: the workspace's, else 90)").argParser(parseTarget))
    .action(async (options: RecommendOptions) =>
      context.run(options, async (services) => {
        const answer = await services.recommend({
          workspace: options.workspace ?? null,
          from: options.from ?? null,
          to: options.to ?? null,
          timeZone: options.timeZone ?? null,
          now: options.now ?? null,
          poolId: options.pool === 'none' ? null : options.pool,
          organizationId: options.org ?? null,
          target: options.target ?? null,
        })
        createPrinter(context.terminal, options.json === true).result(answer.output, () => describeRecommendations(answer, createFormatter(context.terminal.locale)))
      }),
    )
}

function parseTarget(value: string): number {
  const percent = parseCount(value)
  if (percent >= TARGETS.lowest && percent <= TARGETS.highest) return percent
  throw usage(`A target of ${percent} % is not possible.`, `Give --target ${TARGETS.lowest} to ${TARGETS.highest}.`)
}
