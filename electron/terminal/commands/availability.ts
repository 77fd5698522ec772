import type { Command } from 'commander'
import type { CommandContext } from '../context.ts'
import type { GlobalOptions } from '../options.ts'
import { assertWritable, writeOutFile } from '../out-file.ts'
import { resolveWorkspace } from '../resolve.ts'
import { createPrinter } from '../terminal.ts'
import { addAgentFileImport } from './agent-file-import.ts'

interface ExportOptions extends GlobalOptions {
  readonly out: string
  readonly overwrite?: boolean
}

/** `covercast availability ...`: when agents can work. */
export function addAvailabilityCommands(program: Command, context: CommandContext): void {
  const { texts } = context.format
  const availability = program.command('availability').description(texts.availability.description)
  addAgentFileImport(availability, 'availability', context)
  availability
    .command('export')
    .description(texts.availability.export)
    .requiredOption('--out <file>', texts.options.out)
    .option('--overwrite', texts.options.overwrite)
    .action(async (options: ExportOptions) =>
      context.run(options, async (call) => {
        const write = { overwrite: options.overwrite === true, texts }
        assertWritable(options.out, write)
        const { id: workspaceId } = await resolveWorkspace(call, options.workspace ?? null, texts)
        const { text, rows } = await call.agents.exportAvailability({ workspaceId })
        const bytes = await writeOutFile(options.out, text, write)
        createPrinter(context.terminal, options.json === true).result({ file: options.out, bytes, rows }, () =>
          texts.files.writtenRows({ file: options.out, count: rows }),
        )
      }),
    )
}
