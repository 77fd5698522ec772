import { z } from 'zod'
import { DAY_MS, MINUTE_MS } from '../foundation/minutes.ts'
import { isWorse, type ClassFall } from '../health/class-fall.ts'
import { RISKS, type RiskLevel } from '../health/organization-facts.ts'
import { SLOT_MS, slotOf } from '../time/slots.ts'
import type { AlertRule } from './alert-rule.ts'
import { chanceBelow } from './chance-below.ts'

const count = z.number().nonnegative()
const rate = z.number().min(0).max(100)

/** What a text of an alert says: the figures as they were when it was last looked at. Instants are epoch milliseconds. */
export const alertFiguresSchema = z.discriminatedUnion('measure', [
  z.strictObject({
    measure: z.literal('coverage'),
    minutes: z.int(),
    visitors: count,
    covered: count,
    target: rate,
    until: z.number(),
  }),
  z.strictObject({ measure: z.literal('nobody-online'), minutes: z.int(), visitors: count, until: z.number() }),
  z.strictObject({
    measure: z.literal('next-visitor'),
    chance: rate,
    target: rate,
    agents: z.int(),
    until: z.number(),
  }),
  z.strictObject({ measure: z.literal('absent'), start: z.number(), end: z.number(), until: z.number() }),
  z.strictObject({ measure: z.literal('sync-failing'), lastSync: z.number(), until: z.number() }),
  z.strictObject({
    measure: z.literal('organization-health'),
    from: z.enum(RISKS),
    to: z.enum(RISKS),
    /** Ours, and that of the product's dashboard. */
    score: rate,
    dashboardScore: rate,
    until: z.number(),
  }),
])
export type AlertFigures = Readonly<z.infer<typeof alertFiguresSchema>>

/** One subject of a rule at one moment. */
export interface Judgement {
  /** Known by this from look to look: "all", "pool:…", "agent:…". */
  readonly subject: string
  /** Name of the pool or agent; null: all together, or no pool. */
  readonly name: string | null
  /** 0-1 that something is wrong; null: not known. */
  readonly chance: number | null
  readonly figures: AlertFigures
}

/** Visitors of a pool in some minutes. */
export interface PoolMinutes {
  /** null: visits without a pool. */
  readonly poolId: string | null
  /** Pools that count as this one. */
  readonly includes?: readonly (string | null)[]
  readonly visitors: number
  readonly covered: number
  /** Of the visitors, those who came while no agent of the pool was online. */
  readonly alone: number
}

/** What is known at a moment. What no rule asks for may be missing. */
export interface AlertSample {
  readonly now: number
  /** By how many minutes are looked at; null: not all of them are known. */
  readonly minutes: ReadonlyMap<number, readonly PoolMinutes[] | null>
  /** null: not asked, or not known. */
  readonly next: {
    readonly chance: number | null
    readonly agents: number
    readonly pools: readonly {
      readonly poolId: string | null
      /** Pools that are predicted as this one. */
      readonly includes?: readonly (string | null)[] | undefined
      readonly chance: number | null
      readonly agents: number
      readonly visitorsPerHour: number
    }[]
  } | null
  /** Who is away from a shift that goes on, and who is not; null: not asked. Who was marked as absent is known to be away. */
  readonly agents:
    | readonly {
        readonly agentId: string
        readonly name: string
        readonly state: 'missing' | 'marked' | 'fine'
        readonly shift: { readonly start: number; readonly end: number } | null
        readonly poolIds: readonly string[]
      }[]
    | null
  /** Organizations of the connection; null: not asked, or not known. */
  readonly organizations: readonly JudgedOrganization[] | null
  /** Names of pools by id. */
  readonly poolNames: ReadonlyMap<string, string>
}

/** An organization whose class is watched. */
export interface JudgedOrganization {
  readonly id: string
  readonly name: string
  readonly isOwn: boolean
  /** Whether its subscription is active, or not known. */
  readonly isActive: boolean
  readonly level: RiskLevel
  readonly fall: ClassFall | null
  readonly score: number
  readonly dashboardScore: number
}

/** Who is notified only now was not there when it happened: a fall longer ago is no news, and what was raised of it goes on. */
const NEWS_MS = 7 * DAY_MS

/** Surely wrong, as it was, surely fine: what is no matter of chance. */
const BAD = 1
const AS_IT_WAS = 0.9
const FINE = 0
/** A chance this much above its threshold is fine again. */
const CLEAR_MARGIN = 5

/** How each subject of a rule is doing. `target` 0-100 is the workspace's. `sync-failing` is judged by `judgeSync`. */
export function judge(rule: AlertRule, sample: AlertSample, target: number): readonly Judgement[] {
  switch (rule.measure) {
    case 'coverage':
    case 'nobody-online':
      return ofScope(rule, judgeMinutes(rule, sample, target))
    case 'next-visitor':
      return ofScope(rule, judgeNext(rule, sample, target))
    case 'absent':
      return judgeAbsent(rule, sample)
    case 'organization-health':
      return judgeHealth(rule, sample)
    case 'sync-failing':
      return []
  }
}

/** Whether a sample tells of everything that a rule watches: what is not judged then is wrong no more. */
export function isComplete({ measure, minutes }: AlertRule, sample: AlertSample): boolean {
  switch (measure) {
    case 'coverage':
    case 'nobody-online':
      return (sample.minutes.get(minutes) ?? null) !== null
    case 'next-visitor':
      return sample.next !== null
    case 'absent':
      return sample.agents !== null
    case 'organization-health':
      return sample.organizations !== null
    case 'sync-failing':
      return true
  }
}

/** Old figures are wrong where syncs fail, and fine once one ended in time; else nothing is known. */
export function judgeSync(
  rule: AlertRule,
  { now, lastSync, isFailing }: { readonly now: number; readonly lastSync: number; readonly isFailing: boolean },
): Judgement {
  const isOld = now - lastSync >= rule.forMinutes * MINUTE_MS
  return {
    subject: 'sync',
    name: null,
    chance: isOld ? (isFailing ? BAD : null) : FINE,
    figures: { measure: 'sync-failing', lastSync, until: now },
  }
}

interface Judged {
  readonly all: Omit<Judgement, 'subject' | 'name'>
  readonly pools: readonly (Omit<Judgement, 'subject'> & {
    readonly poolId: string | null
    readonly includes?: readonly (string | null)[] | undefined
  })[]
}

function ofScope({ scope }: AlertRule, { all, pools }: Judged): readonly Judgement[] {
  const whole = { subject: 'all', name: null, ...all }
  if (scope.kind === 'all') return [whole]
  // A pool that is predicted as another is watched as that.
  const watched =
    scope.kind === 'pool'
      ? pools.filter(({ poolId, includes }) => (poolId ?? '') === scope.poolId || includes?.includes(scope.poolId))
      : pools
  const each = watched.map(({ poolId, includes: _includes, ...pool }) => ({ subject: `pool:${poolId ?? ''}`, ...pool }))
  if (scope.kind === 'pool') return each
  // One pool is the whole. Of several, what one of them explains is not said again of all.
  if (each.length < 2) return [whole]
  const isExplained = each.some(({ chance }) => chance !== null && chance > AS_IT_WAS)
  return [...each, isExplained && all.chance !== null ? { ...whole, chance: Math.min(all.chance, AS_IT_WAS) } : whole]
}

function judgeMinutes(rule: AlertRule, { now, minutes, poolNames }: AlertSample, workspaceTarget: number): Judged {
  const target = rule.threshold ?? workspaceTarget
  const known = minutes.get(rule.minutes) ?? null
  const until = slotOf(now) * SLOT_MS
  const judged = (pools: readonly PoolMinutes[] | null): Omit<Judgement, 'subject' | 'name'> => {
    const sum = (key: 'visitors' | 'covered' | 'alone'): number =>
      (pools ?? []).reduce((total, pool) => total + pool[key], 0)
    const visitors = sum('visitors')
    const covered = sum('covered')
    if (rule.measure === 'coverage') {
      return {
        chance: pools === null ? null : chanceBelow(target / 100, { visitors, covered }),
        figures: { measure: 'coverage', minutes: rule.minutes, visitors, covered, target, until },
      }
    }
    const alone = sum('alone')
    const isWrong = visitors >= Math.max(1, rule.threshold ?? 1) && alone === visitors
    return {
      // Of one in between, who came while somebody was there, nothing follows.
      chance: pools === null ? null : isWrong ? BAD : alone > 0 && alone === visitors ? AS_IT_WAS : FINE,
      figures: { measure: 'nobody-online', minutes: rule.minutes, visitors, until },
    }
  }
  return {
    all: judged(known),
    pools: (known ?? []).map((pool) => ({
      poolId: pool.poolId,
      includes: pool.includes,
      name: nameOf(pool, poolNames),
      ...judged([pool]),
    })),
  }
}

function judgeNext(rule: AlertRule, { now, next, poolNames }: AlertSample, workspaceTarget: number): Judged {
  const target = rule.threshold ?? workspaceTarget
  const judged = (chance: number | null, agents: number): Omit<Judgement, 'subject' | 'name'> => ({
    chance:
      chance === null
        ? null
        : 100 * chance < target
          ? BAD
          : 100 * chance < Math.min(100, target + CLEAR_MARGIN)
            ? AS_IT_WAS
            : FINE,
    figures: {
      measure: 'next-visitor',
      chance: Math.min(100, Math.max(0, 100 * (chance ?? 0))),
      target,
      agents,
      until: now,
    },
  })
  return {
    all: judged(next?.chance ?? null, next?.agents ?? 0),
    pools: (next?.pools ?? [])
      // Where nobody is expected, nobody is missed.
      .filter(({ visitorsPerHour }) => visitorsPerHour > 0)
      .map(({ poolId, includes, chance, agents }) => ({
        poolId,
        includes,
        name: nameOf({ poolId, includes }, poolNames),
        ...judged(chance, agents),
      })),
  }
}

function judgeAbsent({ scope }: AlertRule, { now, agents }: AlertSample): readonly Judgement[] {
  return (agents ?? [])
    .filter(({ poolIds }) => scope.kind !== 'pool' || poolIds.includes(scope.poolId))
    .map(({ agentId, name, state, shift }) => ({
      subject: `agent:${agentId}`,
      name,
      // Marking somebody ill brings nobody back: what was raised goes on to the end of the shift, and nothing begins.
      chance: { missing: BAD, marked: AS_IT_WAS, fine: FINE }[state],
      figures: { measure: 'absent', start: shift?.start ?? now, end: shift?.end ?? now, until: now },
    }))
}

/**
 * A class is a subject of its own, so that a further fall is news and no end of the one before: of an organization in a class, those that
 * are milder stay as they are, and those that are worse are over.
 */
function judgeHealth({ scope }: AlertRule, { now, organizations }: AlertSample): readonly Judgement[] {
  return (organizations ?? [])
    .filter(({ isOwn, isActive }) => (scope.kind === 'organization' ? isOwn : isActive))
    .flatMap(({ id, name, level, fall, score, dashboardScore }) =>
      RISKS.filter((risk) => risk !== 'low').map((risk): Judgement => {
        const isNews = fall?.to === risk && now - fall.at <= NEWS_MS
        return {
          subject: `organization:${id}:${risk}`,
          name,
          chance: isNews ? BAD : isWorse(risk, level) ? FINE : AS_IT_WAS,
          figures: {
            measure: 'organization-health',
            from: fall?.from ?? level,
            to: risk,
            score,
            dashboardScore,
            until: now,
          },
        }
      }),
    )
}

/** Of pools that count as one, all names. */
function nameOf(
  { poolId, includes = [] }: Pick<PoolMinutes, 'poolId'> & { readonly includes?: PoolMinutes['includes'] | undefined },
  names: ReadonlyMap<string, string>,
): string | null {
  const named = [poolId, ...includes].flatMap((id) => (id === null ? [] : [names.get(id) ?? id]))
  return named.length === 0 ? null : named.join(' + ')
}
