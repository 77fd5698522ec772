import type { Command } from 'commander'
import type { CommandContext } from '../context.ts'
import { describeFairness } from '../describe-fairness.ts'
import { type GlobalOptions, parseDate, refusePool, valueOption } from '../options.ts'
import { readPlanChoice } from '../read-plan.ts'
import { resolveChoice, resolveWorkspace } from '../resolve.ts'
import { createPrinter } from '../terminal.ts'

interface FairnessOptions extends GlobalOptions {
  readonly from?: string
  readonly to?: string
  readonly plan?: string
}

/** `covercast fairness`: how nights and weekends are shared. */
export function addFairnessCommand(program: Command, context: CommandContext): void {
  const { texts } = context.format
  const { fairness: t } = texts
  program
    .command('fairness')
    .description(t.description)
    .addOption(valueOption('--from <date>', t.from, { parse: parseDate, texts }))
    .addOption(valueOption('--to <date>', t.to, { parse: parseDate, texts }))
    .option('--plan <file|id>', t.plan)
    .action(async (options: FairnessOptions) => {
      refusePool(options, texts)
      const plan = options.plan === undefined ? null : readPlanChoice(options.plan, texts)
      await context.run(options, async (call) => {
        const { id: workspaceId } = await resolveWorkspace(call, options.workspace ?? null, texts)
        const output = await call.compare.fairness({
          workspaceId,
          from: options.from ?? null,
          to: options.to ?? null,
          timeZone: options.timeZone ?? null,
          plan: plan === null ? null : await resolveChoice(call, { workspaceId, choice: plan }, texts),
          until: options.now ?? null,
        })
        createPrinter(context.terminal, options.json === true).result(output, () =>
          describeFairness(output, context.format),
        )
      })
    })
}
