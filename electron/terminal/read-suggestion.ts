import { isTrackedEnvelope } from '@trpc/server'
import type { Assumption } from '../../shared/plan/assumptions/assumption.ts'
import { planFromFile } from '../../shared/contract/plan-file.ts'
import { AppError } from '../../shared/foundation/errors.ts'
import type { AllowedMoves, SuggestGoal } from '../../shared/optimise/problem.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { PlanChoice } from '../backend/prediction/inputs.ts'
import type { SuggestResult } from '../backend/suggest/suggest-result.ts'
import type { SuggestProgress } from '../backend/suggest/use-cases.ts'
import type { TerminalTexts } from './format.ts'
import { withAgentIds } from './read-assumptions.ts'
import { resolveChoice } from './resolve.ts'
import { resolveWeek, type WeekOptions } from './read-week.ts'

export interface SuggestRequest {
  readonly plan: PlanChoice | 'typical'
  /** Text of a rules file; null: the workspace's rules. */
  readonly rulesFile: string | null
  readonly goal: SuggestGoal
  readonly moves: AllowedMoves
  readonly addHours: number
  readonly pinnedShifts: readonly string[]
  readonly maxChanges: number | null
  readonly gap: number
  /** Share of the covered visitors that a fair share of nights and weekends may cost; null: it is not looked at. */
  readonly fairLoss: number | null
  readonly timeLimitSeconds: number
  /** Stores the suggested plan under this name; null: it is only printed. */
  readonly saveAs: string | null
  /** By what visitors are worth. */
  readonly weighted: boolean
  /** Agents are as they were written: an id or a name. */
  readonly assumptions: readonly Assumption[]
}

export interface SuggestAnswer {
  readonly output: SuggestResult
  /** Whether a schedule was found that does what was asked. */
  readonly isFound: boolean
  readonly planName: string
  readonly week: string
  readonly agentNames: ReadonlyMap<string, string>
  /** null: it was not asked for, or there is nothing to store. */
  readonly saved: { readonly id: string; readonly name: string } | null
}

interface SuggestSession {
  readonly texts: TerminalTexts
  readonly signal: AbortSignal
  readonly onProgress: (progress: SuggestProgress) => void
}

/** The document of `covercast suggest`. An interruption ends the search; the best so far is the answer. */
export async function readSuggestion(
  call: AppCaller,
  options: WeekOptions,
  { request, session }: { readonly request: SuggestRequest; readonly session: SuggestSession },
): Promise<SuggestAnswer> {
  const { workspace, input } = await resolveWeek(call, options, session.texts)
  const { plan, saveAs, pinnedShifts, assumptions, ...asked } = request
  const chosen =
    plan === 'typical' ? plan : await resolveChoice(call, { workspaceId: workspace.id, choice: plan }, session.texts)
  await call.suggest.start({
    ...input,
    ...asked,
    pinnedShifts: [...pinnedShifts],
    plan: chosen,
    assumptions: await withAgentIds(call, assumptions, {
      workspaceId: workspace.id,
      plan: chosen,
      kept: session.texts.assuming.nothingPredicted,
      texts: session.texts,
    }),
  })
  const { output, isFound, planName, week } = await follow(call, workspace.id, session)
  const agents = await call.agents.list({ workspaceId: workspace.id })
  return {
    output,
    isFound,
    planName,
    week,
    agentNames: new Map(agents.map(({ id, name }) => [id, name])),
    saved: saveAs === null || !isFound ? null : await store(call, { workspaceId: workspace.id, output, name: saveAs }),
  }
}

async function follow(
  call: AppCaller,
  workspaceId: string,
  { signal, onProgress, texts: { program, suggest } }: SuggestSession,
) {
  const cancel = (): void => void call.suggest.cancel({ workspaceId }).catch(() => undefined)
  signal.addEventListener('abort', cancel, { once: true })
  if (signal.aborted) cancel()
  try {
    for await (const state of await call.suggest.watch({ workspaceId })) {
      // A caller in the same process is given the envelope that a page's client opens.
      const job = isTrackedEnvelope<typeof state.data>(state) ? state[1] : state.data
      if (job === null) continue
      if (job.outcome !== null) return job.outcome
      if (job.state !== 'running') throw new AppError(job.error ?? { code: 'cancelled', message: suggest.cancelled })
      if (job.progress !== null) onProgress(job.progress)
    }
    throw new AppError({ code: 'cancelled', message: program.closing })
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

async function store(
  call: AppCaller,
  {
    workspaceId,
    output,
    name,
  }: { readonly workspaceId: string; readonly output: SuggestResult; readonly name: string },
) {
  const { shifts, assumptions, ...plan } = planFromFile(output.plan)
  const stored = await call.plans.create({
    workspaceId,
    plan: {
      ...plan,
      name,
      shifts: shifts.map((shift) => ({ ...shift, breaks: [...shift.breaks] })),
      ...(assumptions === undefined ? {} : { assumptions: assumptions }),
    },
  })
  return { id: stored.id, name: stored.name }
}
