import { lastDays } from '../../shared/time/local.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { CommandContext } from './context.ts'
import type { GlobalOptions } from './options.ts'
import { resolveWorkspace } from './resolve.ts'

export interface RecommendOptions extends GlobalOptions {
  readonly from?: string
  readonly to?: string
  /** Coverage to reach, 0-100; absent: the workspace's. */
  readonly target?: number
  /** By what visitors are worth. */
  readonly weighted?: boolean
}

export type RecommendAnswer = Awaited<ReturnType<typeof readRecommendations>>

/** The document of `covercast recommend`, and what a person needs beside it; `clock`: epoch milliseconds. */
export async function readRecommendations(
  call: AppCaller,
  options: RecommendOptions,
  { clock, format }: Pick<CommandContext, 'clock' | 'format'>,
) {
  const workspace = await resolveWorkspace(call, options.workspace ?? null, format.texts)
  const { timeZone } =
    options.timeZone === undefined
      ? await call.workspace.overview({ workspaceId: workspace.id })
      : { timeZone: options.timeZone }
  const usual = lastDays(options.now ?? clock(), timeZone)
  const poolId = options.pool === 'none' ? null : options.pool
  const {
    organization,
    pool,
    poolNames,
    thresholds: _,
    revision: __,
    ...output
  } = await call.recommend.blocks({
    workspaceId: workspace.id,
    from: options.from ?? usual.from,
    to: options.to ?? usual.to,
    timeZone,
    until: options.now ?? null,
    organizationId: options.org ?? null,
    target: options.target ?? null,
    mayBeEmpty: true,
    weighted: options.weighted === true,
    ...(poolId === undefined ? {} : { poolId }),
  })
  return { output, workspace: workspace.name, organization, pool, poolNames }
}
