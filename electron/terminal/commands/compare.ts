import { Option, type Command } from 'commander'
import type { CommandContext } from '../context.ts'
import { compareNotes, describeCompare } from '../describe-compare.ts'
import { parseDate, type GlobalOptions } from '../options.ts'
import { readComparison } from '../read-compare.ts'
import { createPrinter } from '../terminal.ts'

interface CompareOptions extends GlobalOptions {
  readonly plan: string
  readonly week?: string
}

/** `covercast compare`: what was predicted of a published plan, and what happened. */
export function addCompareCommand(program: Command, context: CommandContext): void {
  program
    .command('compare')
    .description(
      'What was predicted of a published plan and what happened, why they differ, and how agents kept to the plan.',
    )
    .requiredOption('--plan <id>', 'the id or name of a published plan')
    .addOption(
      new Option('--week <date>', 'only the week with this local date (default: every week that has begun)').argParser(
        parseDate,
      ),
    )
    .action(async (options: CompareOptions) =>
      context.run(options, async (call) => {
        const output = await readComparison(call, {
          workspace: options.workspace ?? null,
          plan: options.plan,
          week: options.week ?? null,
          now: options.now ?? null,
        })
        const format = context.format
        const printer = createPrinter(context.terminal, options.json === true)
        printer.result(output, () => describeCompare(output, format))
        for (const note of compareNotes(output, format)) printer.note(note)
      }),
    )
}
