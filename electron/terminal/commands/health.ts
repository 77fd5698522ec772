import type { Command } from 'commander'
import { reportOfThrown } from '../../backend/core/error-reports.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import type { CommandContext } from '../context.ts'
import { describeHealth, healthDocument } from '../describe-health.ts'
import type { GlobalOptions } from '../options.ts'
import { createPrinter } from '../terminal.ts'
import { hasPassword, readMapping, sourceUrlOf } from './source-options.ts'

interface HealthOptions extends GlobalOptions {
  readonly source?: string
  readonly sourceFile?: string
  readonly mapping?: string
  readonly full?: boolean
}

/** `covercast health`: every organization of a platform. */
export function addHealthCommand(program: Command, context: CommandContext): void {
  const { texts } = context.format
  const { healthCommand: t } = texts
  program
    .command('health')
    .description(t.description)
    .option('--source <url>', t.source)
    .option('--source-file <file>', t.sourceFile)
    .option('--mapping <file>', t.mapping)
    .option('--full', t.full)
    .action(async (options: HealthOptions) => {
      const url = sourceUrlOf(options, texts)
      const mapping = options.mapping === undefined ? null : readMapping(options.mapping, texts)
      const printer = createPrinter(context.terminal, options.json === true)
      if (options.source !== undefined && hasPassword(options.source)) printer.note(texts.sync.passwordSeen)
      await context.run(options, async (call, { interruptible }) => {
        const asked = {
          source: url === null ? null : ({ connection: { kind: 'url', url }, mapping } as const),
          timeZone: options.timeZone ?? null,
          now: options.now ?? null,
          full: options.full === true,
        }
        const report = await interruptible.health.count(asked).catch(async (thrown: unknown) => {
          const known = url === null ? await countedBefore(call, thrown) : null
          if (known === null) throw thrown
          printer.note(
            t.notCounted({
              time: context.format.instant(known.now, known.timeZone),
              why: reportOfThrown(thrown).message,
            }),
          )
          return known
        })
        printer.result(healthDocument(report), () => describeHealth(report, context.format))
      })
    })
}

/** What is kept where the source cannot be reached. */
async function countedBefore(call: AppCaller, thrown: unknown) {
  return reportOfThrown(thrown).code.startsWith('source-') ? call.health.report() : null
}
