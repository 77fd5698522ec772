import { z } from 'zod'
import { LIMITS } from './limits.ts'

/** Classes at most: each divides the cells of the cache further. */
export const MOST_PAGE_CLASSES = 10
const MOST_RULES = 30
const LONGEST_CLASS = 40
const LONGEST_TEXT = 500
/** A visit counts at most so much. */
export const MOST_WEIGHT = 1_000

/** How a rule looks at the address of a page. */
export const pageMatchSchema = z.enum(['prefix', 'contains', 'path', 'pattern'])

/** Which pages belong to a class: the first rule that fits decides. */
export const pageRuleSchema = z
  .strictObject({
    pageClass: z.string().trim().min(1, 'is empty').max(LONGEST_CLASS),
    match: pageMatchSchema,
    /** What the address begins with, contains, has as its path, or a regular expression of Postgres. */
    text: z
      .string()
      .min(1, 'is empty')
      .max(LONGEST_TEXT)
      .refine((text) => !text.includes('\0'), 'holds a character that no address has'),
    /** What a visitor of such a page counts; one of any other page counts 1. */
    weight: z.number().min(0).max(MOST_WEIGHT).default(1),
  })
  .refine(({ match, text }) => match !== 'path' || text.startsWith('/'), {
    path: ['text'],
    message: 'must begin with "/", as a path does',
  })
export type PageRule = z.infer<typeof pageRuleSchema>

/** The rules of a workspace, in order. */
export const pageRulesSchema = z
  .array(pageRuleSchema)
  .max(MOST_RULES)
  .superRefine((rules, context) => {
    const weights = new Map<string, number>()
    for (const [index, { pageClass, weight }] of rules.entries()) {
      if ((weights.get(pageClass) ?? weight) !== weight)
        context.addIssue({
          code: 'custom',
          path: [index, 'weight'],
          message: `differs from the weight of another rule of the class "${pageClass}"`,
        })
      weights.set(pageClass, weight)
    }
    if (weights.size > MOST_PAGE_CLASSES)
      context.addIssue({ code: 'custom', message: `have ${weights.size} classes; ${MOST_PAGE_CLASSES} is the most` })
  })

/** What one unit of weight is worth, an ordinary visitor, in the currency that figures are shown in. */
export const pageWorthSchema = z.number().positive().max(LIMITS.capacity.money)

/** The classes of rules in order, each with its weight. */
export function pageClassesOf(rules: readonly PageRule[]): ReadonlyMap<string, number> {
  return new Map(rules.map(({ pageClass, weight }) => [pageClass, weight]))
}
