import { AppError } from '../../shared/foundation/errors.ts'
import type { AppCaller } from '../backend/core/in-process.ts'

/** The workspace of that name, whatever its case; null: the last used. Throws 'not-found' where there is none. */
export async function resolveWorkspace(call: AppCaller, name: string | null) {
  const workspaces = await call.workspaces.list()
  const found = name === null ? workspaces[0] : workspaceCalled(workspaces, name)
  if (found !== undefined) return found
  if (name === null) {
    throw new AppError({
      code: 'not-found',
      message: 'There is no workspace yet.',
      next: 'Make one with "covercast demo", or with "covercast sync --source postgres://user@host/database".',
    })
  }
  throw new AppError({
    code: 'not-found',
    message: `There is no workspace called "${name}".`,
    next:
      workspaces.length === 0
        ? 'None was made yet.'
        : `There are: ${workspaces.map((one) => `"${one.name}"`).join(', ')}.`,
  })
}

/** The id of the agent that is named by id, or by name whatever its case; `kept` says what an error left undone. Throws 'not-found'. */
export function agentNamed(
  agents: readonly { readonly id: string; readonly name: string }[],
  named: string,
  kept: string,
): string {
  if (agents.some(({ id }) => id === named)) return named
  const found = agents.filter(({ name }) => name.toLowerCase() === named.toLowerCase())
  if (found.length === 1) return found[0]!.id
  throw new AppError({
    code: 'not-found',
    message: found.length === 0 ? `No agent is called "${named}".` : `Several agents are called "${named}".`,
    kept,
    next:
      found.length === 0
        ? 'Give the id or the name of an agent.'
        : `Give one of their ids: ${found.map(({ id }) => id).join(', ')}.`,
  })
}

/**
 * The stored plan that a person or a script means: by its id, else by its name, archived ones last. `now` decides which publication is in
 * force; null: the clock. Throws 'not-found' or 'conflict'.
 */
export async function resolvePlan(
  call: AppCaller,
  {
    workspaceId,
    plan: wanted,
    now = null,
  }: { readonly workspaceId: string; readonly plan: string; readonly now?: number | null },
) {
  const plans = await call.plans.list({ workspaceId, now })
  const byId = plans.find(({ id }) => id === wanted)
  if (byId) return byId
  const named = plans.filter(({ name }) => name.toLowerCase() === wanted.trim().toLowerCase())
  const current = named.filter(({ archived }) => !archived)
  const found = current.length > 0 ? current : named
  if (found.length === 1) return found[0]!
  if (found.length > 1) {
    throw new AppError({
      code: 'conflict',
      message: `There are ${found.length} plans called "${wanted}".`,
      kept: 'Nothing was changed.',
      next: `Give the id instead: ${found.map(({ id }) => id).join(' or ')}.`,
    })
  }
  const names = plans.filter(({ archived }) => !archived).map(({ name }) => `"${name}"`)
  throw new AppError({
    code: 'not-found',
    message: `There is no plan "${wanted}".`,
    next:
      names.length === 0
        ? 'There is no stored plan yet; import one, or make one in the app.'
        : `There are: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', ...' : ''}.`,
  })
}

/** The workspace of that name, whatever its case. */
export function workspaceCalled<Named extends { readonly name: string }>(
  workspaces: readonly Named[],
  name: string,
): Named | undefined {
  return workspaces.find((one) => one.name.toLowerCase() === name.toLowerCase())
}
