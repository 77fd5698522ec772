import { z } from 'zod'
import { date, id, timeZone, until, workspaceId } from '../core/inputs.ts'
import { planId, revision } from '../plans/inputs.ts'

/** `agentId`: who is away for the rest of today. */
export const gapInput = z.strictObject({ workspaceId, agentId: id })

/** As `gapInput`. `timeZone` null: the workspace's. `until` null: the present is the clock's. */
export const gapQuery = gapInput.extend({ timeZone: timeZone.nullable().default(null), until })

/** More than a shift has room for. */
const MOST_BREAKS = 100

const instants = { start: z.iso.datetime(), end: z.iso.datetime() }

/** A way to cover as `gap` names it. */
export const takeRepairInput = gapInput.extend({
  repair: z.strictObject({
    agentId: id,
    kind: z.enum(['come-in', 'start-earlier', 'stay-longer', 'move-break']),
    after: z.strictObject({ ...instants, breaks: z.array(z.strictObject(instants)).max(MOST_BREAKS) }),
  }),
})

/** What `takeRepair` answered. */
export const undoRepairInput = z.strictObject({
  workspaceId,
  planId,
  firstWeek: date,
  lastWeek: date.nullable(),
  revision,
})

/** `timeZone` null: the workspace's. `until` null: the present is the clock's. */
export const todayInput = z.strictObject({
  workspaceId,
  timeZone: timeZone.nullable().default(null),
  until,
  /** null: all pools. */
  poolId: id.nullable().default(null),
  /** Refused where the cache is of another; null: the cache's. */
  organizationId: id.nullable().default(null),
})
