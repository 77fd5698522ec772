import { AppError } from '../../shared/foundation/errors.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { PlanChoice } from '../backend/prediction/inputs.ts'
import type { TerminalTexts } from './format.ts'

/** As many names are listed in an error. */
const MOST_NAMES = 20

/** The workspace of that name, whatever its case; null: the last used. Throws 'not-found' where there is none. */
export async function resolveWorkspace(call: AppCaller, name: string | null, { names: t }: TerminalTexts) {
  const workspaces = await call.workspaces.list()
  const found = name === null ? workspaces[0] : workspaceCalled(workspaces, name)
  if (found !== undefined) return found
  if (name === null) throw new AppError({ code: 'not-found', message: t.noWorkspaceYet, next: t.makeWorkspace })
  throw new AppError({
    code: 'not-found',
    message: t.noWorkspace({ name }),
    next: workspaces.length === 0 ? t.noneYet : thereAre(workspaces, t),
  })
}

/** The id of the agent that is named by id, or by name whatever its case; `kept` says what an error left undone. Throws 'not-found'. */
export function agentNamed(
  agents: readonly { readonly id: string; readonly name: string }[],
  named: string,
  { kept, texts: { names: t } }: { readonly kept?: string; readonly texts: TerminalTexts },
): string {
  if (agents.some(({ id }) => id === named)) return named
  const found = agents.filter(({ name }) => name.toLowerCase() === named.toLowerCase())
  if (found.length === 1) return found[0]!.id
  throw new AppError({
    code: 'not-found',
    message: found.length === 0 ? t.noAgent({ name: named }) : t.severalAgents({ name: named }),
    ...(kept === undefined ? {} : { kept }),
    next: found.length === 0 ? t.giveAgent : t.giveAgentId({ ids: found.map(({ id }) => id).join(', ') }),
  })
}

/**
 * The stored plan that a person or a script means: by its id, else by its name, archived ones last. `now` decides which publication is
 * live; null: the clock. Throws 'not-found' or 'conflict'.
 */
export async function resolvePlan(
  call: AppCaller,
  {
    workspaceId,
    plan: wanted,
    now = null,
  }: { readonly workspaceId: string; readonly plan: string; readonly now?: number | null },
  { names: t }: TerminalTexts,
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
      message: t.severalPlans({ count: found.length, name: wanted }),
      kept: t.nothingChanged,
      next: t.giveId({ ids: found.map(({ id }) => id).join(', ') }),
    })
  }
  const others = plans.filter(({ archived }) => !archived)
  throw new AppError({
    code: 'not-found',
    message: t.noPlan({ name: wanted }),
    next: others.length === 0 ? t.noPlanYet : thereAre(others, t),
  })
}

/** A plan that is given as it is; a stored one by its id, where it was named by id or name. Throws as `resolvePlan`. */
export async function resolveChoice(
  call: AppCaller,
  { workspaceId, choice }: { readonly workspaceId: string; readonly choice: PlanChoice },
  texts: TerminalTexts,
): Promise<PlanChoice> {
  if (choice.kind === 'given') return choice
  const { id } = await resolvePlan(call, { workspaceId, plan: choice.id }, texts)
  return { kind: 'stored', id }
}

/** "There are: “Demo”, “Shop”." */
export function thereAre(all: readonly { readonly name: string }[], t: TerminalTexts['names']): string {
  const names = all
    .slice(0, MOST_NAMES)
    .map(({ name }) => t.quoted({ name }))
    .join(', ')
  return all.length > MOST_NAMES ? t.thereAreMore({ names }) : t.thereAre({ names })
}

/** The workspace of that name, whatever its case. */
export function workspaceCalled<Named extends { readonly name: string }>(
  workspaces: readonly Named[],
  name: string,
): Named | undefined {
  return workspaces.find((one) => one.name.toLowerCase() === name.toLowerCase())
}

/** The names of a workspace's agents by their ids; others are called by their ids. */
export async function agentNames(call: AppCaller, workspaceId: string): Promise<(agentId: string) => string> {
  const names = new Map((await call.agents.list({ workspaceId })).map(({ id, name }) => [id, name]))
  return (agentId) => names.get(agentId) ?? agentId
}
