import type { Command } from 'commander'
import type { CommandContext } from '../context.ts'
import { describeToday } from '../describe-today.ts'
import { type GlobalOptions, usage } from '../options.ts'
import { readToday } from '../read-today.ts'
import { createPrinter } from '../terminal.ts'

interface TodayOptions extends GlobalOptions {
  readonly absent?: string
}

/** `covercast today`: how today goes, and the chance that the next visitor is covered. */
export function addTodayCommand(program: Command, context: CommandContext): void {
  const { texts } = context.format
  program
    .command('today')
    .description(texts.today.description)
    .option('--absent <id|name>', texts.today.absent)
    .action(async (options: TodayOptions) => {
      if (options.pool === 'none') throw usage(texts.today.noneProblem, texts.today.noneNext)
      return context.run(options, async (call) => {
        const answer = await readToday(
          call,
          {
            workspace: options.workspace ?? null,
            timeZone: options.timeZone ?? null,
            now: options.now ?? null,
            poolId: options.pool ?? null,
            organizationId: options.org ?? null,
            absent: options.absent ?? null,
            clock: context.clock,
          },
          options.json === true ? context.documentFormat : context.format,
        )
        createPrinter(context.terminal, options.json === true).result(answer.output, () =>
          describeToday(answer, context.format),
        )
      })
    })
}
