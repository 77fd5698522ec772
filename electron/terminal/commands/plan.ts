import type { Command } from 'commander'
import { planToFile } from '../../../shared/contract/plan-file.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import { distinctNames } from '../../../shared/plan/distinct-names.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import type { CommandContext } from '../context.ts'
import { describePlan, describePlans, describePublished, describeWithdrawn } from '../describe-plan.ts'
import type { TerminalTexts } from '../format.ts'
import { parseDate, valueOption, type GlobalOptions } from '../options.ts'
import { writeOutFile } from '../out-file.ts'
import { resolvePlan, resolveWorkspace } from '../resolve.ts'
import { createPrinter } from '../terminal.ts'
import { addPlanImport } from './plan-import.ts'

/** `covercast plan ...`: the plans stored in a workspace. */
export function addPlanCommands(program: Command, context: CommandContext): void {
  const plan = program.command('plan').description(context.format.texts.plans.description)
  addListAndShow(plan, context)
  addPlanImport(plan, context)
  addExport(plan, context)
  addPublish(plan, context)
}

function addListAndShow(plan: Command, context: CommandContext): void {
  const { texts } = context.format
  const { plans: t } = texts
  plan
    .command('list')
    .description(t.list)
    .action(async (options: GlobalOptions) =>
      context.run(options, async (call) => {
        const { id: workspaceId } = await resolveWorkspace(call, options.workspace ?? null, texts)
        const plans = await call.plans.list({ workspaceId, now: options.now ?? null })
        const timeZone = options.timeZone ?? (await call.workspace.overview({ workspaceId })).timeZone
        createPrinter(context.terminal, options.json === true).result({ plans }, () =>
          describePlans(plans, context.format, timeZone),
        )
      }),
    )
  plan
    .command('show <plan>')
    .description(t.show)
    .action(async (named: string, options: GlobalOptions) =>
      context.run(options, async (call) => {
        const { workspaceId, planId, plan: shown } = await resolved(call, named, { options, texts })
        const file = planToFile((await call.plans.get({ workspaceId, planId })).plan)
        const planned = new Set(file.shifts.map(({ agentId }) => agentId))
        const agentNames = Object.fromEntries(
          [...distinctNames(await call.agents.list({ workspaceId }))].filter(([id]) => planned.has(id)),
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
  const { texts } = context.format
  const { plans: t, options: usual } = texts
  plan
    .command('export <plan>')
    .description(t.export)
    .requiredOption('--out <file>', usual.out)
    .option('--overwrite', usual.overwrite)
    .action(async (named: string, options: ExportOptions) =>
      context.run(options, async (call) => {
        const { workspaceId, planId, plan: shown } = await resolved(call, named, { options, texts })
        const { text } = await call.plans.exportFile({ workspaceId, planId })
        const bytes = await writeOutFile(options.out, text, { overwrite: options.overwrite === true, texts })
        const made = { file: options.out, bytes, plan: shown }
        createPrinter(context.terminal, options.json === true).result(made, () =>
          t.exported({ plan: shown.name, file: options.out }),
        )
      }),
    )
}

interface PublishOptions extends GlobalOptions {
  readonly from: string
  readonly to?: string
}

function addPublish(plan: Command, context: CommandContext): void {
  const { texts } = context.format
  const { plans: t, options: usual } = texts
  plan
    .command('publish <plan>')
    .description(t.publish)
    .addOption(valueOption('--from <date>', t.from, { parse: parseDate, texts }).makeOptionMandatory())
    .addOption(valueOption('--to <date>', t.to, { parse: parseDate, texts }))
    .action(async (named: string, options: PublishOptions) => {
      if (options.to !== undefined && options.to < options.from)
        throw new AppError({
          code: 'usage',
          message: usual.toBeforeFrom,
          kept: t.notPublished,
          next: usual.toNotBefore,
        })
      await context.run(options, async (call) => {
        const { workspaceId, planId } = await resolved(call, named, { options, texts })
        const { publication, overlaps, notPredicted } = await call.plans.publish({
          workspaceId,
          planId,
          firstWeek: options.from,
          lastWeek: options.to ?? null,
          now: options.now ?? null,
          isPredicted: true,
        })
        const answer = {
          plan: (await resolved(call, planId, { options, texts })).plan,
          publication,
          overlaps,
          notPredicted,
        }
        createPrinter(context.terminal, options.json === true).result(answer, () =>
          describePublished(answer, context.format),
        )
      })
    })
  plan
    .command('withdraw <plan>')
    .description(t.withdraw)
    .action(async (named: string, options: GlobalOptions) =>
      context.run(options, async (call) => {
        const { workspaceId, planId, plan: published } = await resolved(call, named, { options, texts })
        const [newest] = published.publications
        if (newest === undefined)
          throw new AppError({
            code: 'conflict',
            message: t.noPublication({ plan: published.name }),
            next: t.seeList,
          })
        const { from, publication, heldBy } = await call.plans.withdraw({
          workspaceId,
          publicationId: newest.id,
          now: options.now ?? null,
        })
        const answer = { plan: (await resolved(call, planId, { options, texts })).plan, from, publication, heldBy }
        createPrinter(context.terminal, options.json === true).result(answer, () =>
          describeWithdrawn(answer, context.format),
        )
      }),
    )
}

async function resolved(
  call: AppCaller,
  named: string,
  { options, texts }: { readonly options: GlobalOptions; readonly texts: TerminalTexts },
) {
  const { id: workspaceId } = await resolveWorkspace(call, options.workspace ?? null, texts)
  const plan = await resolvePlan(call, { workspaceId, plan: named, now: options.now ?? null }, texts)
  return { workspaceId, planId: plan.id, plan }
}
