import type { Command } from 'commander'
import type { CommandContext } from '../context.ts'
import { describeReplay } from '../describe-replay.ts'
import { parseDate, refusePool, valueOption, type GlobalOptions } from '../options.ts'
import { readPlanChoice } from '../read-plan.ts'
import { readReplay } from '../read-replay.ts'
import { createPrinter } from '../terminal.ts'

interface ReplayOptions extends GlobalOptions {
  readonly plan: string
  readonly from?: string
  readonly to?: string
  readonly learnEachWeek?: boolean
}

/** `covercast replay`: what past days would have been under a plan. */
export function addReplayCommand(program: Command, context: CommandContext): void {
  const { texts } = context.format
  const { replay: t } = texts
  program
    .command('replay')
    .description(t.description)
    .requiredOption('--plan <file|id>', t.plan)
    .addOption(valueOption('--from <date>', t.from, { parse: parseDate, texts }))
    .addOption(valueOption('--to <date>', t.to, { parse: parseDate, texts }))
    .option('--learn-each-week', t.eachWeek)
    .action(async (options: ReplayOptions) => {
      refusePool(options, texts)
      const plan = readPlanChoice(options.plan, texts)
      await context.run(options, async (call, { interruptible }) => {
        const answer = await readReplay(
          call,
          {
            workspace: options.workspace ?? null,
            plan,
            from: options.from ?? null,
            to: options.to ?? null,
            timeZone: options.timeZone ?? null,
            organizationId: options.org ?? null,
            learned: options.learnEachWeek === true ? 'before-each-week' : 'before-range',
            until: options.now ?? null,
            now: options.now ?? context.clock(),
          },
          { interruptible, texts },
        )
        createPrinter(context.terminal, options.json === true).result(answer.output, () =>
          describeReplay(answer, context.format),
        )
      })
    })
}
