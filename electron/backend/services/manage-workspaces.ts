import { AppError } from '../../../shared/contract/errors.ts'
import type { WorkspaceOutput } from '../../../shared/contract/command-output.ts'
import type { WorkspaceRecord } from '../roles/roles.ts'
import type { ServiceDependencies } from './dependencies.ts'
import type { Services } from './services.ts'
import { byName, chooseWorkspace, describeWorkspace } from './workspace-choice.ts'

type Management = Pick<Services, 'listWorkspaces' | 'renameWorkspace' | 'backupWorkspace' | 'restoreWorkspace' | 'eraseWorkspace'>

/** What can be done with workspaces as a whole. */
export function manageWorkspaces({ data, onNotice }: ServiceDependencies): Management {
  const work = data.work.bind(data)
  return {
    async listWorkspaces() {
      const workspaces = await work().list()
      return workspaces.toSorted((a, b) => (b.lastUsed ?? 0) - (a.lastUsed ?? 0)).map(describeWorkspace)
    },
    async renameWorkspace({ from, to }): Promise<WorkspaceOutput> {
      const workspace = await chooseWorkspace(work(), from)
      return describeWorkspace(await work().rename(workspace.id, to))
    },
    async backupWorkspace({ name, file, overwrite }) {
      const workspace = await chooseWorkspace(work(), name)
      const { bytes } = await work().backup({ id: workspace.id, file, overwrite })
      return { file, bytes, workspace: workspace.name }
    },
    async restoreWorkspace(request) {
      const restored = await work().restore(request)
      if (!restored.isConfirmed && restored.source?.kind === 'postgres') onNotice(confirmAgain(restored.name, restored.source.url))
      return describeWorkspace(restored)
    },
    async eraseWorkspace({ name }) {
      const workspace = anyWorkspace(await work().list(), name)
      await work().erase(workspace.id)
      return { erased: workspace.name }
    },
  }
}

function confirmAgain(name: string, url: string): string {
  return `"${name}" has ${url} as its source, and Covercast connects only once you name it again: covercast sync --workspace "${name}" --source "${url}"`
}

/** Also one that cannot be opened: it can still be erased. */
function anyWorkspace(workspaces: readonly WorkspaceRecord[], name: string): WorkspaceRecord {
  const found = byName(workspaces, name)
  if (found) return found
  throw new AppError({
    code: 'not-found',
    message: `There is no workspace called "${name}"; nothing was erased.`,
    next: `There are: ${workspaces.map((one) => `"${one.name}"`).join(', ') || 'none'}.`,
  })
}
