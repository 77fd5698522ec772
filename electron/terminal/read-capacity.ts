import type { z } from 'zod'
import type { CapacityOutput } from '../../shared/contract/capacity-output.ts'
import type { Hires } from '../../shared/predict/capacity/month-capacity.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { capacityInput } from '../backend/capacity/inputs.ts'
import type { PlanChoice } from '../backend/prediction/inputs.ts'
import type { TerminalTexts } from './format.ts'
import { resolveChoice, resolveWorkspace } from './resolve.ts'

/** What is asked of the months to come, as the options of the command say it. */
export interface CapacityRequest {
  /** By name; null: the last used. */
  readonly workspace: string | null
  /** null: the plan in force, else the typical week. */
  readonly plan: PlanChoice | null
  readonly asked: Omit<z.output<typeof capacityInput>, 'workspaceId' | 'plan' | 'hires'>
  readonly hires: readonly Hires[]
}

export interface CapacityAnswer {
  readonly output: CapacityOutput
  readonly hires: readonly Hires[]
  readonly workspace: string
  readonly workspaceId: string
  /** As the request named it. */
  readonly plan: PlanChoice | null
  readonly organization: string | null
  /** null: all. */
  readonly pool: string | null
}

/** The document of `covercast capacity`, and what a person needs beside it. */
export async function readCapacity(
  call: AppCaller,
  { workspace: named, plan: choice, asked, hires }: CapacityRequest,
  { interruptible, texts }: { readonly interruptible: AppCaller; readonly texts: TerminalTexts },
): Promise<CapacityAnswer> {
  const workspace = await resolveWorkspace(call, named, texts)
  const workspaceId = workspace.id
  const plan = choice === null ? null : await resolveChoice(call, { workspaceId, choice }, texts)
  const { output, organization, pool } = await interruptible.capacity.months({ ...asked, workspaceId, plan, hires })
  return { output, hires, workspace: workspace.name, workspaceId, plan, organization, pool }
}
