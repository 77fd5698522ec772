import type { ReplayOutput } from '../../shared/contract/replay-output.ts'
import { addDays, localDateOf } from '../../shared/time/local.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { PlanChoice } from '../backend/prediction/inputs.ts'
import type { TerminalTexts } from './format.ts'
import { resolveChoice, resolveWorkspace } from './resolve.ts'

/** Days of a replay that was not given its first one. */
const DEFAULT_DAYS = 28

/** Which days under which plan, as the options of the command say it. */
export interface ReplayRequest {
  /** By name; null: the last used. */
  readonly workspace: string | null
  readonly plan: PlanChoice
  /** Local dates; null: four weeks, up to yesterday. */
  readonly from: string | null
  readonly to: string | null
  /** null: the workspace's. */
  readonly timeZone: string | null
  readonly organizationId: string | null
  readonly learned: ReplayOutput['range']['learned']
  /** null: all that was synced counts as past. */
  readonly until: number | null
  /** The present, epoch milliseconds. */
  readonly now: number
}

export interface ReplayAnswer {
  readonly output: ReplayOutput
  readonly workspace: string
  readonly organization: string | null
  /** null: all. */
  readonly pool: string | null
}

/** The document of `covercast replay`, and what a person needs beside it. */
export async function readReplay(
  call: AppCaller,
  request: ReplayRequest,
  { interruptible, texts }: { readonly interruptible: AppCaller; readonly texts: TerminalTexts },
): Promise<ReplayAnswer> {
  const workspace = await resolveWorkspace(call, request.workspace, texts)
  const workspaceId = workspace.id
  const { organizationId, learned, until } = request
  const plan = await resolveChoice(call, { workspaceId, choice: request.plan }, texts)
  const timeZone = request.timeZone ?? (await call.workspace.overview({ workspaceId })).timeZone
  const to = request.to ?? addDays(localDateOf(request.now, timeZone), -1)
  const from = request.from ?? addDays(to, 1 - DEFAULT_DAYS)
  const input = { workspaceId, plan, from, to, timeZone, organizationId, learned, until }
  const { output, organization, pool } = await interruptible.compare.replay(input)
  return { output, organization, pool, workspace: workspace.name }
}
