import type { Command } from 'commander'
import type { WorkspaceOutput } from '../../../shared/contract/command-output.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import type { Formatter } from '../format.ts'
import { usage, type GlobalOptions } from '../options.ts'
import type { CommandContext } from '../context.ts'
import { resolveWorkspace, workspaceCalled } from '../resolve.ts'
import { renderTable } from '../table.ts'
import { createPrinter } from '../terminal.ts'

/** `covercast workspace ...`: the workspaces of a data folder, and what can be done with one. */
export function addWorkspaceCommands(program: Command, context: CommandContext): void {
  const workspace = program
    .command('workspace')
    .description('Lists, renames, backs up, restores and erases workspaces.')
  addListAndRename(workspace, context)
  addBackupAndRestore(workspace, context)
  addErase(workspace, context)
}

function addListAndRename(workspace: Command, context: CommandContext): void {
  workspace
    .command('list')
    .description('The workspaces of the data folder, the last used first.')
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
    .description('Gives a workspace another name.')
    .action(async (from: string, to: string, options: GlobalOptions) =>
      context.run(options, async (call) => {
        const { id } = await resolveWorkspace(call, from)
        const renamed = await call.workspaces.rename({ id, name: to })
        createPrinter(context.terminal, options.json === true).result(
          { workspace: renamed, before: from },
          () => `"${from}" is now called "${renamed.name}".`,
        )
      }),
    )
}

function addBackupAndRestore(workspace: Command, context: CommandContext): void {
  workspace
    .command('backup [name]')
    .description('Writes a workspace, its settings and its cached figures into one file.')
    .requiredOption('--out <file>', 'file to write')
    .option('--overwrite', 'replace the file if it is there')
    .action(
      async (
        name: string | undefined,
        options: GlobalOptions & { readonly out: string; readonly overwrite?: boolean },
      ) =>
        context.run(options, async (call) => {
          const { id, name: workspace } = await resolveWorkspace(call, name ?? options.workspace ?? null)
          const { bytes } = await call.workspaces.backupTo({
            id,
            file: options.out,
            overwrite: options.overwrite === true,
          })
          const made = { file: options.out, bytes, workspace }
          createPrinter(context.terminal, options.json === true).result(
            made,
            () => `"${made.workspace}" is backed up in ${made.file} (${context.format.bytes(made.bytes)}).`,
          )
        }),
    )

  workspace
    .command('restore <file>')
    .description('Makes a workspace from a backup file; a workspace that is there is never overwritten.')
    .option('--name <name>', 'name of the restored workspace (default: the name it had)')
    .action(async (file: string, options: GlobalOptions & { readonly name?: string }) =>
      context.run(options, async (call) => {
        const { workspace: restored, unconfirmed } = await call.workspaces.restoreFrom({
          file,
          name: options.name ?? options.workspace ?? null,
        })
        const printer = createPrinter(context.terminal, options.json === true)
        printer.result({ workspace: restored, file }, () => `"${restored.name}" is restored from ${file}.`)
        if (unconfirmed !== null) printer.note(confirmAgain(restored.name, unconfirmed))
      }),
    )
}

function addErase(workspace: Command, context: CommandContext): void {
  workspace
    .command('erase <name>')
    .description(
      'Removes a workspace with everything in it: cached figures, sessions, settings, its automatic backups.',
    )
    .option('--yes', 'erase without being asked; there is no way back')
    .action(async (name: string, options: GlobalOptions & { readonly yes?: boolean }) => {
      if (options.yes !== true) {
        throw usage(
          `Erasing "${name}" cannot be undone; nothing was erased.`,
          `Back it up first if in doubt (covercast workspace backup "${name}" --out FILE), then add --yes.`,
        )
      }
      await context.run(options, async (call) => {
        const done = await call.workspaces.erase({ id: await idToErase(call, name) })
        createPrinter(context.terminal, options.json === true).result(done, () => `"${done.erased}" is erased.`)
      })
    })
}

function confirmAgain(name: string, url: string): string {
  return `"${name}" has ${url} as its source, and Covercast connects only once you name it again: covercast sync --workspace "${name}" --source "${url}"`
}

async function idToErase(call: AppCaller, name: string): Promise<string> {
  const workspaces = await call.workspaces.list()
  const found = workspaceCalled(workspaces, name)
  if (found !== undefined) return found.id
  throw new AppError({
    code: 'not-found',
    message: `There is no workspace called "${name}"; nothing was erased.`,
    next: `There are: ${workspaces.map((one) => `"${one.name}"`).join(', ') || 'none'}.`,
  })
}

function describeWorkspaces(workspaces: readonly WorkspaceOutput[], format: Formatter): string {
  if (workspaces.length === 0)
    return 'No workspace yet. Make one with "covercast demo" or "covercast sync --source URL".'
  return renderTable(
    [
      { title: 'Name' },
      { title: 'Source' },
      { title: 'Organization' },
      { title: 'As of (UTC)' },
      { title: 'Size', align: 'right' },
      { title: '' },
    ],
    workspaces.map((one) => [
      one.name,
      one.source ?? '-',
      one.organization ?? '-',
      one.now === null ? 'never synced' : format.instant(Date.parse(one.now), 'UTC', 'year'),
      format.bytes(one.bytes),
      one.problem ?? '',
    ]),
  )
}
