import type { TodayOutput } from '../../shared/contract/today-output.ts'
import { AppError } from '../../shared/foundation/errors.ts'
import { coverageFraction } from '../../shared/foundation/rate.ts'
import { violationText } from '../../shared/plan/rules/violation-text.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { Formatter } from './format.ts'
import { agentNamed, resolveWorkspace } from './resolve.ts'

/** Which day of what, as the options of the command say it. */
export interface TodayRequest {
  /** By name; null: the last used. */
  readonly workspace: string | null
  /** null: the workspace's. */
  readonly timeZone: string | null
  /** The present as it was given, epoch milliseconds; null: the clock's. */
  readonly now: number | null
  readonly clock: () => number
  /** null: all pools. */
  readonly poolId: string | null
  /** null: whichever the workspace holds. */
  readonly organizationId: string | null
  /** Id or name of an agent to cover for; null: nobody. */
  readonly absent: string | null
}

export interface TodayAnswer {
  readonly output: TodayOutput
  /** By id; visits without a pool have none. */
  readonly poolNames: ReadonlyMap<string, string>
  readonly workspace: string
  /** null: all. */
  readonly pool: string | null
  /** Of an agent who is away, with who could help by name; null: none was named. */
  readonly repairs: Awaited<ReturnType<typeof readRepairs>> | null
}

/** The document of `covercast today`, and what a person needs beside it. */
export async function readToday(
  call: AppCaller,
  { workspace: named, timeZone: asked, now, clock, poolId, organizationId, absent }: TodayRequest,
  format: Formatter,
): Promise<TodayAnswer> {
  const { id, name } = await resolveWorkspace(call, named, format.texts)
  const present = now ?? clock()
  const { timeZone, pool, figures, next, basis, agents, plans } = await call.today.get({
    workspaceId: id,
    timeZone: asked,
    until: now,
    poolId,
    organizationId,
  })
  const { restBand } = figures
  const repairs =
    absent === null ? null : await readRepairs(call, { workspaceId: id, absent, timeZone: asked, until: now }, format)
  return {
    workspace: name,
    pool,
    repairs,
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
      now: iso(present),
      nextVisitor: (next?.pools ?? []).map(({ includes: _includes, ...one }) => ({
        ...one,
        chance: percent(one.chance),
      })),
      nextVisitorAll: next === null ? null : { chance: percent(next.chance), agents: next.agents },
      soFar: withRate(figures.soFar),
      restOfDay: {
        ...withRate(figures.rest),
        lower80: percent(restBand?.lower80 ?? null),
        upper80: percent(restBand?.upper80 ?? null),
        lower95: percent(restBand?.lower95 ?? null),
        upper95: percent(restBand?.upper95 ?? null),
      },
      day: withRate(figures.day),
      knownShare: figures.knownShare,
      basis: basis.map(({ plans, pools }) => ({ plans, poolIds: pools?.map(({ poolId }) => poolId) ?? null })),
      online: agents.flatMap(({ agentId, onlineSince }) => (onlineSince === null ? [] : [agentId])),
      absent: agents
        .filter(({ state, lost }) => state === 'absent' || lost !== null)
        .map(({ agentId, shiftId, lost }) => ({ agentId, shiftId, lost })),
      plans,
      ...(repairs === null ? {} : { repairs: repairs.map(withoutName) }),
      hours: figures.hours.map(({ start, ...hour }) => ({ ...hour, start: iso(start) })),
    },
  }
}

/** The best ways to cover for an agent, with the rules that each would break. Throws 'not-found' where nothing of theirs is left. */
async function readRepairs(
  call: AppCaller,
  {
    absent,
    ...asked
  }: {
    readonly workspaceId: string
    readonly absent: string
    readonly timeZone: string | null
    readonly until: number | null
  },
  format: Formatter,
) {
  const { texts } = format
  const { workspaceId } = asked
  const agentId = agentNamed(await call.agents.list({ workspaceId }), absent, { texts })
  const gap = await call.today.gap({ ...asked, agentId })
  if (gap === null)
    throw new AppError({
      code: 'not-found',
      message: texts.today.noShiftLeft({ name: absent }),
      next: texts.today.noShiftNext,
    })
  return gap.repairs.map(({ kind, agentId: other, name, before, after, coveredGain, hours, violations }) => ({
    kind,
    agentId: other,
    name,
    before,
    after,
    coveredGain,
    hours,
    breaks: violations.map((one) => ({ rule: one.kind, text: violationText(one, gap.plan, format) })),
  }))
}

function withoutName<Named extends { readonly name: string }>(named: Named): Omit<Named, 'name'> {
  const { name: _, ...rest } = named
  return rest
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
