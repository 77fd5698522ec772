import { basename } from 'node:path'
import { Option, type Command } from 'commander'
import { AppError } from '../../../shared/foundation/errors.ts'
import { formatWallTime } from '../../../shared/plan/wall-time.ts'
import { DATE_ORDERS, type DateOrder } from '../../../shared/roster/date-text.ts'
import { usualDateOrder } from '../../../shared/roster/usual-order.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import type { CommandContext } from '../context.ts'
import { describeAgentFile } from '../describe-agent-file.ts'
import type { GlobalOptions } from '../options.ts'
import { agentsMeant, namesInFile, notStrict } from '../read-names.ts'
import { assertTableFile } from '../read-plan-file.ts'
import { agentNames, resolveWorkspace } from '../resolve.ts'
import { createPrinter } from '../terminal.ts'

interface ImportOptions extends GlobalOptions {
  readonly dateOrder?: DateOrder
  readonly match?: string
  readonly strict?: boolean
  readonly dryRun?: boolean
}

/** `covercast timeoff import` and `covercast availability import`: a table about agents. */
export function addAgentFileImport(parent: Command, kind: 'time-off' | 'availability', context: CommandContext): void {
  const { texts } = context.format
  const { imports: t } = texts
  const own = kind === 'time-off' ? texts.timeOff : texts.availability
  const command = parent
    .command('import')
    .description(own.import)
    .argument('<file>', own.fileArgument)
    .option('--match <file>', texts.timeOff.match)
    .option('--strict', t.strict)
    .option('--dry-run', t.dryRun)
  if (kind === 'time-off') command.addOption(new Option('--date-order <order>', t.dateOrder).choices(DATE_ORDERS))
  command.action(async (file: string, options: ImportOptions) => {
    assertTableFile(file, kind === 'time-off' ? 'timeOff' : 'availability', texts)
    const names = options.match === undefined ? {} : namesInFile(options.match, texts)
    await context.run(options, async (call) => {
      const { id: workspaceId } = await resolveWorkspace(call, options.workspace ?? null, texts)
      const read = await call.agentFiles.importFile({
        workspaceId,
        file,
        fileName: basename(file),
        kind,
        dateOrder: options.dateOrder ?? null,
        usualOrder: usualDateOrder(context.terminal.locale),
        names: await agentsMeant(call, { workspaceId, names }, texts),
        isDryRun: options.dryRun === true,
        isStrict: options.strict === true,
        now: options.now ?? null,
      })
      // A file of the other kind has nothing to show here.
      if (read.kind !== kind) throw new AppError(read.refusal!)
      const nameOf = await agentNames(call, workspaceId)
      createPrinter(context.terminal, options.json === true).result(documentOf(read), () =>
        describeAgentFile(read, nameOf, context.format),
      )
      if (read.refusal !== null) throw new AppError(read.refusal)
      if (options.strict === true && read.notUnderstoodCount > 0) throw notStrict(read.notUnderstoodCount, texts)
    })
  })
}

type Read = Awaited<ReturnType<AppCaller['agentFiles']['importFile']>>

function documentOf(read: Read) {
  const { isStored: stored, matches, notUnderstood, notUnderstoodCount, changed, unusedColumns } = read
  const rows = { stored, matches, notUnderstood, notUnderstoodCount, changed, unusedColumns }
  if (read.kind === 'availability')
    return {
      agents: read.agents,
      availability: read.entries.map(({ row, column, agentId, availability }) => ({
        row,
        column,
        agentId,
        ranges:
          availability?.map(({ dayOfWeek, startMinute, endMinute }) => ({
            dayOfWeek,
            start: formatWallTime(startMinute),
            end: formatWallTime(endMinute),
          })) ?? null,
      })),
      ...rows,
    }
  const { added, known, dateOrder, dateOrderBy, entries } = read
  return {
    added,
    known,
    dateOrder,
    dateOrderBy,
    timeOff: entries.map(({ inFile: _inFile, isKnown, ...entry }) => ({ ...entry, known: isKnown })),
    ...rows,
  }
}
