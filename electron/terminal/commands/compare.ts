import type { Command } from 'commander'
import type { CommandContext } from '../context.ts'
import { compareNotes, describeCompare } from '../describe-compare.ts'
import { parseDate, valueOption, type GlobalOptions } from '../options.ts'
import { readComparison } from '../read-compare.ts'
import { createPrinter } from '../terminal.ts'

interface CompareOptions extends GlobalOptions {
  readonly plan: string
  readonly week?: string
}

/** `covercast compare`: the prediction of a published plan, and what happened. */
export function addCompareCommand(program: Command, context: CommandContext): void {
  const { texts } = context.format
  const { compare: t } = texts
  program
    .command('compare')
    .description(t.description)
    .requiredOption('--plan <id>', t.plan)
    .addOption(valueOption('--week <date>', t.week, { parse: parseDate, texts }))
    .action(async (options: CompareOptions) =>
      context.run(options, async (call) => {
        const isJson = options.json === true
        const output = await readComparison(
          call,
          {
            workspace: options.workspace ?? null,
            plan: options.plan,
            week: options.week ?? null,
            now: options.now ?? null,
          },
          isJson ? context.documentFormat : context.format,
        )
        const printer = createPrinter(context.terminal, isJson)
        printer.result(output, () => describeCompare(output, context.format))
        for (const note of compareNotes(output, context.format)) printer.note(note)
      }),
    )
}
