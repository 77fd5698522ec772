import { basename } from 'node:path'
import { Option, type Command } from 'commander'
import { z } from 'zod'
import { AppError } from '../../../shared/foundation/errors.ts'
import { DATE_ORDERS, type DateOrder } from '../../../shared/roster/date-text.ts'
import { usualDateOrder } from '../../../shared/roster/usual-order.ts'
import { PLAN_LIMITS } from '../../../shared/plan/validate-plan.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import type { CommandContext } from '../context.ts'
import { describeImport } from '../describe-import.ts'
import { usage, type GlobalOptions } from '../options.ts'
import { assertRosterFile, readNamesFile } from '../read-plan-file.ts'
import { agentNamed, resolvePlan, resolveWorkspace } from '../resolve.ts'
import { createPrinter } from '../terminal.ts'

interface ImportOptions extends GlobalOptions {
  readonly name?: string
  readonly into?: string
  readonly sheet?: string
  readonly dateOrder?: DateOrder
  readonly match?: string
  readonly absences?: boolean
  readonly strict?: boolean
  readonly dryRun?: boolean
}

/** `covercast plan import`: a roster, whatever it was made with, as a plan. */
export function addPlanImport(plan: Command, context: CommandContext): void {
  plan
    .command('import <file>')
    .description(
      'Stores a roster (CSV, TSV, XLSX, ODS, iCalendar) or a plan file as a new plan, or puts its weeks into one.',
    )
    .addOption(new Option('--name <name>', "name of the new plan (default: the file's)").argParser(parseName))
    .option('--into <plan>', 'replaces the weeks of the file in this plan, by its id or name')
    .option('--sheet <name>', 'sheet of a workbook (default: the first with a roster)')
    .addOption(
      new Option('--date-order <order>', 'how dates such as 02/03/2026 are read (default: as the file shows)').choices(
        DATE_ORDERS,
      ),
    )
    .option('--match <file>', 'JSON file that says whom names mean')
    .option('--absences', 'enters absences as time off')
    .option('--strict', 'stores nothing where anything was not understood')
    .option('--dry-run', 'shows what would be stored')
    .action(async (file: string, options: ImportOptions) => {
      assertRosterFile(file)
      const names = options.match === undefined ? {} : namesOf(options.match)
      await context.run(options, async (call) => {
        const { id: workspaceId } = await resolveWorkspace(call, options.workspace ?? null)
        const now = options.now ?? null
        const into =
          options.into === undefined ? null : await resolvePlan(call, { workspaceId, plan: options.into, now })
        const { report, stored, warnings } = await call.rosters.importFile({
          workspaceId,
          file,
          fileName: basename(file),
          name: options.name ?? null,
          into: into?.id ?? null,
          sheet: options.sheet ?? null,
          dateOrder: options.dateOrder ?? null,
          usualOrder: usualDateOrder(context.terminal.locale),
          timeZone: options.timeZone ?? null,
          names: await agentsOf(call, { workspaceId, names }),
          withAbsences: options.absences === true,
          isStrict: options.strict === true,
          isDryRun: options.dryRun === true,
          now,
        })
        const { shown: _shown, notUnderstoodCount, changedCount: _changed, ...read } = report
        const { plan: made = null, change = null, absencesAdded = 0 } = stored ?? {}
        const printer = createPrinter(context.terminal, options.json === true)
        printer.result({ plan: made, warnings, ...read, change, absencesAdded }, () =>
          describeImport(
            { report, stored, into: into?.name ?? null, withAbsences: options.absences === true },
            context.format,
          ),
        )
        for (const warning of warnings) printer.note(warning)
        if (options.strict === true && notUnderstoodCount > 0) throw notStrict(notUnderstoodCount)
      })
    })
}

const namesSchema = z.record(z.string(), z.string().min(1).nullable())

function namesOf(file: string): Readonly<Record<string, string | null>> {
  try {
    return namesSchema.parse(JSON.parse(readNamesFile(file)))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw usage(
      `The file ${file} does not say whom names mean.`,
      'Give a JSON object such as {"A. Lee": "ann", "B. Ray": null}.',
    )
  }
}

/** Agents are given by id or by name. */
async function agentsOf(
  call: AppCaller,
  { workspaceId, names }: { readonly workspaceId: string; readonly names: Readonly<Record<string, string | null>> },
): Promise<[string, string | null][]> {
  const entries = Object.entries(names)
  if (entries.length === 0) return []
  const agents = await call.agents.list({ workspaceId })
  return entries.map(([inFile, named]) => [
    inFile,
    named === null ? null : agentNamed(agents, named, 'Nothing was stored.'),
  ])
}

function notStrict(count: number): AppError {
  return new AppError({
    code: 'invalid-input',
    message: `${count} ${count === 1 ? 'entry was' : 'entries were'} not understood.`,
    kept: 'Nothing was stored.',
    next: 'Correct them in the file, or leave --strict out.',
  })
}

function parseName(value: string): string {
  const name = value.trim()
  if (name !== '' && name.length <= PLAN_LIMITS.nameLength) return name
  throw usage('This is not a name for a plan.', `Give --name 1 to ${PLAN_LIMITS.nameLength} characters.`)
}
