import type { TodayOutput } from '../../shared/contract/today-output.ts'
import { coverageFraction } from '../../shared/foundation/rate.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { TerminalTexts } from './format.ts'
import { resolveWorkspace } from './resolve.ts'

/** Which day of what, as the options of the command say it. */
export interface TodayRequest {
  /** By name; null: the last used. */
  readonly workspace: string | null
  /** null: the workspace's. */
  readonly timeZone: string | null
  /** The present, epoch milliseconds; null: the clock's. */
  readonly now: number | null
  /** null: all pools. */
  readonly poolId: string | null
  /** null: whichever the workspace holds. */
  readonly organizationId: string | null
}

export interface TodayAnswer {
  readonly output: TodayOutput
  /** By id; visits without a pool have none. */
  readonly poolNames: ReadonlyMap<string, string>
  readonly workspace: string
  /** null: all. */
  readonly pool: string | null
}

/** The document of `covercast today`, and what a person needs beside it. */
export async function readToday(
  call: AppCaller,
  { workspace: named, timeZone: asked, now, poolId, organizationId }: TodayRequest,
  texts: TerminalTexts,
): Promise<TodayAnswer> {
  const { id, name } = await resolveWorkspace(call, named, texts)
  const { timeZone, pool, figures, next, basis } = await call.today.get({
    workspaceId: id,
    timeZone: asked,
    until: now,
    poolId,
    organizationId,
  })
  const { restBand } = figures
  return {
    workspace: name,
    pool,
    poolNames: new Map(
      basis.flatMap(({ pools }) =>
        (pools ?? []).flatMap((pool) =>
          pool.poolId === null ? [] : [[pool.poolId, pool.name ?? pool.poolId] as const],
        ),
      ),
    ),
    output: {
      date: figures.date,
      timeZone,
      asOf: iso(figures.now),
      nextVisitor:
        next === null
          ? null
          : {
              chance: percent(next.chance),
              agents: next.agents,
              pools: next.pools.map((pool) => ({ ...pool, chance: percent(pool.chance) })),
            },
      soFar: withRate(figures.soFar),
      rest: {
        ...withRate(figures.rest),
        band:
          restBand === null
            ? null
            : {
                lower80: 100 * restBand.lower80,
                upper80: 100 * restBand.upper80,
                lower95: 100 * restBand.lower95,
                upper95: 100 * restBand.upper95,
              },
      },
      day: withRate(figures.day),
      knownShare: figures.knownShare,
      basis: basis.map(({ plans, pools }) => ({ plans, poolIds: pools?.map(({ poolId }) => poolId) ?? null })),
      hours: figures.hours.map(({ start, ...hour }) => ({ ...hour, start: iso(start) })),
    },
  }
}

function withRate(sums: { readonly visitors: number; readonly covered: number }) {
  return { ...sums, coverageRate: sums.visitors > 0 ? percent(coverageFraction(sums, 1)) : null }
}

/** A prediction may be above 100 by less than any digit shows. */
function percent(rate: number): number
function percent(rate: number | null): number | null
function percent(rate: number | null): number | null {
  return rate === null ? null : Math.min(100, Math.max(0, 100 * rate))
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
