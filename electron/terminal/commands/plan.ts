import { writeFileSync } from 'node:fs'
import { Option, type Command } from 'commander'
import { planToFile } from '../../../shared/contract/plan-file.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import type { CommandContext } from '../context.ts'
import { describePlan, describePlans, describePublished, describeWithdrawn } from '../describe-plan.ts'
import { parseDate, usage, type GlobalOptions } from '../options.ts'
import { resolvePlan, resolveWorkspace } from '../resolve.ts'
import { createPrinter } from '../terminal.ts'
import { addPlanImport } from './plan-import.ts'

/** `covercast plan ...`: the plans stored in a workspace. */
export function addPlanCommands(program: Command, context: CommandContext): void {
  const plan = program
    .command('plan')
    .description('Lists, shows, imports, exports, publishes and withdraws the stored plans.')
  addListAndShow(plan, context)
  addPlanImport(plan, context)
  addExport(plan, context)
  addPublish(plan, context)
}

function addListAndShow(plan: Command, context: CommandContext): void {
  plan
    .command('list')
    .description('The stored plans, the last changed first.')
    .action(async (options: GlobalOptions) =>
      context.run(options, async (call) => {
        const { id: workspaceId } = await resolveWorkspace(call, options.workspace ?? null)
        const plans = await call.plans.list({ workspaceId, now: options.now ?? null })
        const timeZone = options.timeZone ?? (await call.workspace.overview({ workspaceId })).timeZone
        createPrinter(context.terminal, options.json === true).result({ plans }, () =>
          describePlans(plans, context.format, timeZone),
        )
      }),
    )
  plan
    .command('show <plan>')
    .description('A plan, by its id or name, as a roster.')
    .action(async (named: string, options: GlobalOptions) =>
      context.run(options, async (call) => {
        const { workspaceId, planId, plan: shown } = await resolved(call, named, options)
        const file = planToFile((await call.plans.get({ workspaceId, planId })).plan)
        const planned = new Set(file.shifts.map(({ agentId }) => agentId))
        const agentNames = Object.fromEntries(
          (await call.agents.list({ workspaceId }))
            .filter(({ id }) => planned.has(id))
            .map(({ id, name }) => [id, name]),
        )
        createPrinter(context.terminal, options.json === true).result({ plan: shown, file }, () =>
          describePlan({ plan: shown, file, agentNames }, context.format),
        )
      }),
    )
}

interface ExportOptions extends GlobalOptions {
  readonly out: string
  readonly overwrite?: boolean
}

function addExport(plan: Command, context: CommandContext): void {
  plan
    .command('export <plan>')
    .description('Writes a plan, by its id or name, into a plan file.')
    .requiredOption('--out <file>', 'file to write')
    .option('--overwrite', 'replace the file if it is there')
    .action(async (named: string, options: ExportOptions) =>
      context.run(options, async (call) => {
        const { workspaceId, planId, plan: shown } = await resolved(call, named, options)
        const { text } = await call.plans.exportFile({ workspaceId, planId })
        write(options, text)
        const made = { file: options.out, bytes: Buffer.byteLength(text), plan: shown }
        createPrinter(context.terminal, options.json === true).result(
          made,
          () => `"${shown.name}" is written to ${options.out}.`,
        )
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
    .description(
      'Publishes a plan, by its id or name: keeps it and its prediction as they are, to be compared with what happens.',
    )
    .addOption(
      new Option('--from <date>', 'local date on which its first week begins')
        .argParser(parseDate)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--to <date>', 'a date of its last week (default: until another plan takes over)').argParser(
        parseDate,
      ),
    )
    .action(async (named: string, options: PublishOptions) => {
      if (options.to !== undefined && options.to < options.from)
        throw usage('--to is before --from; nothing was published.', 'Give --to a date that is not before --from.')
      await context.run(options, async (call) => {
        const { workspaceId, planId } = await resolved(call, named, options)
        const { publication, overlaps, notPredicted } = await call.plans.publish({
          workspaceId,
          planId,
          firstWeek: options.from,
          lastWeek: options.to ?? null,
          now: options.now ?? null,
          isPredicted: true,
        })
        const answer = { plan: (await resolved(call, planId, options)).plan, publication, overlaps, notPredicted }
        createPrinter(context.terminal, options.json === true).result(answer, () =>
          describePublished(answer, context.format),
        )
      })
    })
  plan
    .command('withdraw <plan>')
    .description(
      'Takes back the weeks of a published plan that have not begun; what was predicted of the others is kept.',
    )
    .action(async (named: string, options: GlobalOptions) =>
      context.run(options, async (call) => {
        const { workspaceId, planId, plan: published } = await resolved(call, named, options)
        const [newest] = published.publications
        if (newest === undefined)
          throw new AppError({
            code: 'conflict',
            message: `"${published.name}" is not published, so there was nothing to withdraw.`,
            next: 'See `covercast plan list` for the plans that are.',
          })
        const { from, publication, heldBy } = await call.plans.withdraw({
          workspaceId,
          publicationId: newest.id,
          now: options.now ?? null,
        })
        const answer = { plan: (await resolved(call, planId, options)).plan, from, publication, heldBy }
        createPrinter(context.terminal, options.json === true).result(answer, () =>
          describeWithdrawn(answer, context.format),
        )
      }),
    )
}

async function resolved(call: AppCaller, named: string, options: GlobalOptions) {
  const { id: workspaceId } = await resolveWorkspace(call, options.workspace ?? null)
  const plan = await resolvePlan(call, { workspaceId, plan: named, now: options.now ?? null })
  return { workspaceId, planId: plan.id, plan }
}

function write({ out, overwrite }: ExportOptions, text: string): void {
  try {
    writeFileSync(out, text, { flag: overwrite === true ? 'w' : 'wx' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new AppError({
        code: 'conflict',
        message: `${out} exists already.`,
        kept: 'It was not changed.',
        next: 'Give another file, or add --overwrite.',
      })
    }
    const why = error instanceof Error ? error.message : String(error)
    throw new AppError({
      code: 'data-folder',
      message: `"${out}" could not be written: ${why}.`,
      next: 'Give a file in a folder that is there and that you may write to.',
    })
  }
}
