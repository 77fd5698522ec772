import { writeFileSync } from 'node:fs'
import { Option, type Command } from 'commander'
import { AppError } from '../../../shared/contract/errors.ts'
import { PLAN_LIMITS } from '../../../shared/plan/validate-plan.ts'
import type { PlansRequest } from '../../backend/services/plan-services.ts'
import type { CommandContext } from '../context.ts'
import { describePlan, describePlans, describePublished, describeWithdrawn } from '../describe-plan.ts'
import { createFormatter } from '../format.ts'
import { parseDate, usage, type GlobalOptions } from '../options.ts'
import { readPlanFile } from '../read-plan-file.ts'
import { createPrinter } from '../terminal.ts'

/** `covercast plan ...`: the plans stored in a workspace. */
export function addPlanCommands(program: Command, context: CommandContext): void {
  const plan = program.command('plan').description('Lists, shows, imports, exports, publishes and withdraws the stored plans.')
  addListAndShow(plan, context)
  addImportAndExport(plan, context)
  addPublish(plan, context)
}

function addListAndShow(plan: Command, context: CommandContext): void {
  plan
    .command('list')
    .description('The stored plans, the last changed first.')
    .action(async (options: GlobalOptions) =>
      context.run(options, async (services) => {
        const { plans, timeZone } = await services.listPlans({ ...requestOf(options), timeZone: options.timeZone ?? null })
        createPrinter(context.terminal, options.json === true).result({ plans }, () => describePlans(plans, createFormatter(context.terminal.locale), timeZone))
      }),
    )
  plan
    .command('show <plan>')
    .description('A plan, by its id or name, as a roster.')
    .action(async (named: string, options: GlobalOptions) =>
      context.run(options, async (services) => {
        const shown = await services.showPlan({ ...requestOf(options), plan: named })
        createPrinter(context.terminal, options.json === true).result({ plan: shown.plan, file: shown.file }, () =>
          describePlan(shown, createFormatter(context.terminal.locale)),
        )
      }),
    )
}

interface ExportOptions extends GlobalOptions {
  readonly out: string
  readonly overwrite?: boolean
}

function addImportAndExport(plan: Command, context: CommandContext): void {
  plan
    .command('import <file>')
    .description('Stores the plan of a plan file as a new one; a plan that is there is never overwritten.')
    .addOption(new Option('--name <name>', "name of the stored plan (default: the file's)").argParser(parseName))
    .action(async (file: string, options: GlobalOptions & { readonly name?: string }) => {
      const text = readPlanFile(file)
      await context.run(options, async (services) => {
        const { plan: stored, warnings } = await services.importPlan({ ...requestOf(options), text, name: options.name ?? null })
        const format = createFormatter(context.terminal.locale)
        const printer = createPrinter(context.terminal, options.json === true)
        printer.result(
          { plan: stored, warnings },
          () => `"${stored.name}" is stored: ${format.count(stored.shifts)} ${stored.shifts === 1 ? 'shift' : 'shifts'}, ${format.average(stored.hours)} hours (id ${stored.id}).`,
        )
        for (const warning of warnings) printer.note(warning)
      })
    })
  plan
    .command('export <plan>')
    .description('Writes a plan, by its id or name, into a plan file.')
    .requiredOption('--out <file>', 'file to write')
    .option('--overwrite', 'replace the file if it is there')
    .action(async (named: string, options: ExportOptions) =>
      context.run(options, async (services) => {
        const { plan: shown, text } = await services.showPlan({ ...requestOf(options), plan: named })
        write(options, text)
        const made = { file: options.out, bytes: Buffer.byteLength(text), plan: shown }
        createPrinter(context.terminal, options.json === true).result(made, () => `"${shown.name}" is written to ${options.out}.`)
      }),
    )
}

interface PublishOptions extends GlobalOptions {
  readonly from: string
  readonly to?: string
}

function addPublish(plan: Command, context: CommandContext): void {
  plan
    .command('publish <plan>')
    .description('Publishes a plan, by its id or name: keeps it and its prediction as they are, to be compared with what happens.')
    .addOption(new Option('--from <date>', 'local date on which its first week begins').argParser(parseDate).makeOptionMandatory())
    .addOption(new Option('--to <date>', 'a date of its last week (default: until another plan takes over)').argParser(parseDate))
    .action(async (named: string, options: PublishOptions) => {
      if (options.to !== undefined && options.to < options.from) throw usage('--to is before --from; nothing was published.', 'Give --to a date that is not before --from.')
      await context.run(options, async (services) => {
        const answer = await services.publishPlan({ ...requestOf(options), plan: named, from: options.from, to: options.to ?? null })
        const { plan: published, publication, overlaps, notPredicted } = answer
        createPrinter(context.terminal, options.json === true).result({ plan: published, publication, overlaps, notPredicted }, () =>
          describePublished(answer, createFormatter(context.terminal.locale)),
        )
      })
    })
  plan
    .command('withdraw <plan>')
    .description('Takes back the weeks of a published plan that have not begun; what was predicted of the others is kept.')
    .action(async (named: string, options: GlobalOptions) =>
      context.run(options, async (services) => {
        const answer = await services.withdrawPlan({ ...requestOf(options), plan: named })
        const { plan: withdrawn, from, publication, heldBy } = answer
        createPrinter(context.terminal, options.json === true).result({ plan: withdrawn, from, publication, heldBy }, () => describeWithdrawn(answer, createFormatter(context.terminal.locale)))
      }),
    )
}

function requestOf(options: GlobalOptions): PlansRequest {
  return { workspace: options.workspace ?? null, now: options.now ?? null }
}

function write({ out, overwrite }: ExportOptions, text: string): void {
  try {
    writeFileSync(out, text, { flag: overwrite === true ? 'w' : 'wx' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new AppError({ code: 'conflict', message: `${out} exists already.`, kept: 'It was not changed.', next: 'Give another file, or add --overwrite.' })
    }
    const why = error instanceof Error ? error.message : String(error)
    throw new AppError({ code: 'data-folder', message: `"${out}" could not be written: ${why}.`, next: 'Give a file in a folder that is there and that you may write to.' })
  }
}

function parseName(value: string): string {
  const name = value.trim()
  if (name !== '' && name.length <= PLAN_LIMITS.nameLength) return name
  throw usage('This is not a name for a plan.', `Give --name 1 to ${PLAN_LIMITS.nameLength} characters.`)
}
