import { basename } from 'node:path'
import { Option, type Command } from 'commander'
import { AppError } from '../../../shared/foundation/errors.ts'
import { DATE_ORDERS, type DateOrder } from '../../../shared/roster/date-text.ts'
import { usualDateOrder } from '../../../shared/roster/usual-order.ts'
import { PLAN_LIMITS } from '../../../shared/plan/validate-plan.ts'
import type { CommandContext } from '../context.ts'
import { describeImport } from '../describe-import.ts'
import type { TerminalTexts } from '../format.ts'
import { usage, valueOption, type GlobalOptions } from '../options.ts'
import { assertTableFile } from '../read-plan-file.ts'
import { agentsMeant, namesInFile, notStrict } from '../read-names.ts'
import { agentNames, resolvePlan, resolveWorkspace } from '../resolve.ts'
import { createPrinter } from '../terminal.ts'

interface ImportOptions extends GlobalOptions {
  readonly name?: string
  readonly into?: string
  readonly sheet?: string
  readonly dateOrder?: DateOrder
  readonly match?: string
  readonly rotation: boolean
  readonly absences?: boolean
  readonly strict?: boolean
  readonly dryRun?: boolean
}

/** `covercast plan import`: a roster, whatever it was made with, as a plan. */
export function addPlanImport(plan: Command, context: CommandContext): void {
  const { texts } = context.format
  const { imports: t } = texts
  plan
    .command('import <file>')
    .description(t.description)
    .addOption(valueOption('--name <name>', t.name, { parse: parseName, texts }))
    .option('--into <plan>', t.into)
    .option('--sheet <name>', t.sheet)
    .addOption(new Option('--date-order <order>', t.dateOrder).choices(DATE_ORDERS))
    .option('--match <file>', t.match)
    .option('--no-rotation', t.noRotation)
    .option('--absences', t.absences)
    .option('--strict', t.strict)
    .option('--dry-run', t.dryRun)
    .action(async (file: string, options: ImportOptions) => {
      assertTableFile(file, 'roster', texts)
      const names = options.match === undefined ? {} : namesInFile(options.match, texts)
      await context.run(options, async (call) => {
        const { id: workspaceId } = await resolveWorkspace(call, options.workspace ?? null, texts)
        const now = options.now ?? null
        const into =
          options.into === undefined ? null : await resolvePlan(call, { workspaceId, plan: options.into, now }, texts)
        const { report, stored, warnings, refusal } = await call.rosters.importFile({
          workspaceId,
          file,
          fileName: basename(file),
          name: options.name ?? null,
          into: into?.id ?? null,
          sheet: options.sheet ?? null,
          dateOrder: options.dateOrder ?? null,
          usualOrder: usualDateOrder(context.terminal.locale),
          timeZone: options.timeZone ?? null,
          datesOnly: !options.rotation,
          names: await agentsMeant(call, { workspaceId, names }, texts),
          withAbsences: options.absences === true,
          isStrict: options.strict === true,
          isDryRun: options.dryRun === true,
          now,
        })
        const { shown: _shown, notUnderstoodCount, changedCount: _changed, ...read } = report
        const { plan: made = null, change = null, absencesAdded = 0 } = stored ?? {}
        const nameOf = await agentNames(call, workspaceId)
        const printer = createPrinter(context.terminal, options.json === true)
        printer.result({ plan: made, warnings, ...read, change, absencesAdded }, () =>
          describeImport(
            { report, stored, into: into?.name ?? null, withAbsences: options.absences === true, nameOf },
            context.format,
          ),
        )
        for (const warning of warnings) printer.note(warning)
        if (refusal !== null) throw new AppError(refusal)
        if (options.strict === true && notUnderstoodCount > 0) throw notStrict(notUnderstoodCount, texts)
      })
    })
}

function parseName(value: string, { imports: t }: TerminalTexts): string {
  const name = value.trim()
  if (name !== '' && name.length <= PLAN_LIMITS.nameLength) return name
  throw usage(t.notAName, t.nameForm({ most: String(PLAN_LIMITS.nameLength) }))
}
