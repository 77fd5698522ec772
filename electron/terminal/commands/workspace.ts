import type { Command } from 'commander'
import type { WorkspaceOutput } from '../../../shared/contract/command-output.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import type { Formatter, TerminalTexts } from '../format.ts'
import { usage, type GlobalOptions } from '../options.ts'
import type { CommandContext } from '../context.ts'
import { resolveWorkspace, thereAre, workspaceCalled } from '../resolve.ts'
import { renderTable } from '../table.ts'
import { createPrinter } from '../terminal.ts'

/** `covercast workspace ...`: the workspaces of a data folder, and what can be done with one. */
export function addWorkspaceCommands(program: Command, context: CommandContext): void {
  const workspace = program.command('workspace').description(context.format.texts.workspaces.description)
  addListAndRename(workspace, context)
  addBackupAndRestore(workspace, context)
  addErase(workspace, context)
}

function addListAndRename(workspace: Command, context: CommandContext): void {
  const { texts } = context.format
  const { workspaces: t } = texts
  workspace
    .command('list')
    .description(t.list)
    .action(async (options: GlobalOptions) =>
      context.run(options, async (call) => {
        const workspaces = await call.workspaces.list()
        createPrinter(context.terminal, options.json === true).result({ workspaces }, () =>
          describeWorkspaces(workspaces, context.format),
        )
      }),
    )

  workspace
    .command('rename <name> <new-name>')
    .description(t.rename)
    .action(async (from: string, to: string, options: GlobalOptions) =>
      context.run(options, async (call) => {
        const { id } = await resolveWorkspace(call, from, texts)
        const renamed = await call.workspaces.rename({ id, name: to })
        createPrinter(context.terminal, options.json === true).result({ workspace: renamed, before: from }, () =>
          t.renamed({ before: from, name: renamed.name }),
        )
      }),
    )
}

function addBackupAndRestore(workspace: Command, context: CommandContext): void {
  const { texts, bytes: sizeText } = context.format
  const { workspaces: t, options: usual } = texts
  workspace
    .command('backup [name]')
    .description(t.backup)
    .requiredOption('--out <file>', usual.out)
    .option('--overwrite', usual.overwrite)
    .action(
      async (
        name: string | undefined,
        options: GlobalOptions & { readonly out: string; readonly overwrite?: boolean },
      ) =>
        context.run(options, async (call) => {
          const { id, name: workspace } = await resolveWorkspace(call, name ?? options.workspace ?? null, texts)
          const { bytes } = await call.workspaces.backupTo({
            id,
            file: options.out,
            overwrite: options.overwrite === true,
          })
          const made = { file: options.out, bytes, workspace }
          createPrinter(context.terminal, options.json === true).result(made, () =>
            t.backedUp({ name: made.workspace, file: made.file, size: sizeText(made.bytes) }),
          )
        }),
    )

  workspace
    .command('restore <file>')
    .description(t.restore)
    .option('--name <name>', t.restoreName)
    .action(async (file: string, options: GlobalOptions & { readonly name?: string }) =>
      context.run(options, async (call) => {
        const { workspace: restored, unconfirmed } = await call.workspaces.restoreFrom({
          file,
          name: options.name ?? options.workspace ?? null,
        })
        const printer = createPrinter(context.terminal, options.json === true)
        printer.result({ workspace: restored, file }, () => t.restored({ name: restored.name, file }))
        if (unconfirmed !== null) printer.note(confirmAgain(restored.name, unconfirmed, texts))
      }),
    )
}

function addErase(workspace: Command, context: CommandContext): void {
  const { texts } = context.format
  const { workspaces: t } = texts
  workspace
    .command('erase <name>')
    .description(t.erase)
    .option('--yes', t.yes)
    .action(async (name: string, options: GlobalOptions & { readonly yes?: boolean }) => {
      if (options.yes !== true) {
        throw usage(
          t.eraseProblem({ name }),
          t.eraseNext({ command: `covercast workspace backup "${name}" --out FILE` }),
        )
      }
      await context.run(options, async (call) => {
        const done = await call.workspaces.erase({ id: await idToErase(call, name, texts) })
        createPrinter(context.terminal, options.json === true).result(done, () => t.erased({ name: done.erased }))
      })
    })
}

function confirmAgain(name: string, url: string, { workspaces: t }: TerminalTexts): string {
  return t.confirmAgain({ name, url, command: `covercast sync --workspace "${name}" --source "${url}"` })
}

async function idToErase(call: AppCaller, name: string, { workspaces: t, names }: TerminalTexts): Promise<string> {
  const workspaces = await call.workspaces.list()
  const found = workspaceCalled(workspaces, name)
  if (found !== undefined) return found.id
  throw new AppError({
    code: 'not-found',
    message: t.noWorkspace({ name }),
    next: workspaces.length === 0 ? names.noneYet : thereAre(workspaces, names),
  })
}

function describeWorkspaces(workspaces: readonly WorkspaceOutput[], format: Formatter): string {
  const { workspaces: t } = format.texts
  if (workspaces.length === 0) return t.none
  return renderTable(
    [
      { title: t.name },
      { title: t.source },
      { title: t.organization },
      { title: t.asOf },
      { title: t.size, align: 'right' },
      { title: '' },
    ],
    workspaces.map((one) => [
      one.name,
      one.source ?? '-',
      one.organization ?? '-',
      one.now === null ? t.neverSynced : format.instant(Date.parse(one.now), 'UTC', 'year'),
      format.bytes(one.bytes),
      one.problem ?? '',
    ]),
  )
}
