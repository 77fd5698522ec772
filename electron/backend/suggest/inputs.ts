import { z } from 'zod'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { MOVES } from '../../../shared/optimise/problem.ts'
import { id, text, timeZone, weekFields, workspaceId } from '../core/inputs.ts'
import { moreAssumptions, planChoice } from '../prediction/inputs.ts'

const hours = z.number().min(0).max(1_000_000)

/** Which shifts may be suggested; what is left out is as a rules file has it, breaks as the plan's rules owe them. */
const shapes = z.strictObject({
  startsEveryMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)]).exactOptional(),
  lengthsHours: z.array(z.number().min(0.25).max(24).multipleOf(0.25)).min(1).max(96).exactOptional(),
})

export const suggestInput = z.strictObject({
  ...weekFields,
  plan: z.union([z.literal('typical'), planChoice]),
  /** Of visitors, handle time and availability. */
  assumptions: moreAssumptions,
  moves: z.enum(MOVES).default('all'),
  /** `rate` 0-1. A target takes as few hours as possible. */
  goal: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('cover') }),
      z.strictObject({ kind: z.literal('target'), rate: z.number().min(0).max(1), per: z.enum(['week', 'hour']) }),
    ])
    .default({ kind: 'cover' }),
  /** The text of a rules file, every rule of which is kept; null: the workspace's rules, of which none is broken that the plan keeps. */
  rulesFile: text(LIMITS.planFileLength).nullable().default(null),
  /** The stored plan whose rules a plan that is given by value has. */
  rulesOf: z.uuid('is not the id of a plan').nullable().default(null),
  /** Whether rules that the plan breaks are kept too; with a rules file they always are. */
  keepsEveryRule: z.boolean().default(false),
  shapes: shapes.default({}),
  addHours: hours.default(0),
  /** Agents who may be given shifts beside those of the plan and of the rules file. */
  agents: z.array(id).max(10_000).default([]),
  pinnedShifts: z.array(id).max(20_000).default([]),
  pinnedAgents: z.array(id).max(10_000).default([]),
  maxChanges: z.int().min(0).max(20_000).nullable().default(null),
  /** Visitors a week that a changed shift must be worth; null: 1 where shifts may be added or dropped, else 0. */
  changePrice: z.number().min(0).max(1_000_000).nullable().default(null),
  /** Share of the covered visitors that sharing nights and weekends more evenly may cost; null: they are not looked at. */
  fairLoss: z.number().min(0).max(1).nullable().default(null),
  /** Ends where the bound is so near, as a share of what is covered. */
  gap: z.number().min(0).max(1).default(0.005),
  timeLimitSeconds: z.number().min(0.1).max(3_600).default(30),
  /** By what visitors are worth; without rules of pages as they are. */
  weighted: z.boolean().default(false),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31)
    .default(1),
})

/** What moving breaks of the week after the present gives; `poolId` left out: all pools. */
export const freeMovesInput = z.strictObject({
  workspaceId,
  timeZone: timeZone.nullable().default(null),
  poolId: id.exactOptional(),
  /** By what visitors are worth; without rules of pages as they are. */
  weighted: z.boolean().default(false),
})

/** `jobId`: only that search; left out: whichever runs. */
export const cancelSuggestInput = z.strictObject({ workspaceId, jobId: id.exactOptional() })
