import { z } from 'zod'
import { planFileSchema } from './plan-file.ts'

/** What `suggest` prints: rates are 0-100, gaps fractions, hours worked hours without breaks. */

const amount = z.number().nonnegative()

const figures = z.strictObject({
  visitors: amount,
  covered: amount,
  coverageRate: z.number().min(0).max(100),
  agentHours: amount,
  /** null: no pay is known. */
  cost: amount.nullable(),
})

const weightedFigures = figures.pick({ visitors: true, covered: true, coverageRate: true })

const time = z.string()
/** A shift as a plan file has it. */
const shift = z
  .strictObject({
    id: z.string(),
    agentId: z.string().nullable(),
    dayOfWeek: z.int().min(0).max(6).optional(),
    date: z.iso.date().optional(),
    start: time,
    end: time,
    breaks: z.array(z.strictObject({ start: time, end: time })),
    note: z.string(),
  })
  .nullable()

const ruleOf = { rule: z.string(), agentId: z.string().nullable(), text: z.string() }

export const suggestOutputSchema = z.strictObject({
  /** A plan file: the plan with every move made. */
  plan: planFileSchema,
  before: figures,
  after: figures,
  difference: z.strictObject({ covered: z.number(), lower80: z.number(), upper80: z.number() }),
  /** Visitors that no schedule within the rules and hours covers more than; null: not known. */
  bound: amount.nullable(),
  /** With `--goal target`: no schedule that reaches it takes fewer hours; null: not asked, or not known. */
  boundHours: amount.nullable(),
  gap: amount.nullable(),
  gapOfGain: z.number().min(0).max(1).nullable(),
  status: z.enum(['optimal', 'within-gap', 'time-limit', 'fallback', 'infeasible']),
  moves: z.array(
    z.strictObject({
      kind: z.enum(['move-break', 'move-start', 'move-day', 'resize', 'add', 'remove', 'reassign']),
      agentId: z.string().nullable(),
      before: shift,
      after: shift,
      /** Of this move alone; gains of several do not add up. */
      coveredGain: z.number(),
    }),
  ),
  standsInTheWay: z.array(z.strictObject({ ...ruleOf, coveredGain: amount })),
  nextHour: z.array(z.strictObject({ start: z.iso.datetime({ offset: true }), coveredGain: amount })),
  /** With `--fair`: how far agents are from their fair share of nights and weekends on average, in hours, and what sharing them costs; null: not asked. */
  fairness: z
    .strictObject({
      spreadBefore: amount.nullable(),
      spreadAfter: amount.nullable(),
      /** Visitors a week fewer than without it; negative: more. */
      coveredLost: z.number(),
      exchanges: z.int().nonnegative(),
      /** Wishes of agents in the week. */
      wishes: z.strictObject({
        all: z.int().nonnegative(),
        keptBefore: z.int().nonnegative(),
        keptAfter: z.int().nonnegative(),
      }),
    })
    .nullable(),
  /** Rules that the suggested plan breaks. */
  violations: z.array(z.strictObject({ ...ruleOf, shiftIds: z.array(z.string()) })),
  /** Where it is infeasible: the fewest rules that have to give. */
  mustGive: z.array(z.strictObject(ruleOf)),
  /**
   * Only with `--weighted`: both plans by what visitors are worth, which is what was looked for. Then `bound`, `gap`, every `coveredGain` and a
   * coverage to reach are of these sums too. null: there are no rules of pages.
   */
  weighted: z
    .strictObject({
      before: weightedFigures,
      after: weightedFigures,
      /** Share (0-1) of the visits that values are learned from of which the pages are known. */
      countedShare: z.number().min(0).max(1),
    })
    .nullable()
    .optional(),
})

export type SuggestOutput = z.infer<typeof suggestOutputSchema>
