import { z } from 'zod'
import { assumptionsSchema } from '../plan/assumptions/assumption-schema.ts'
import { isLocalDate } from '../time/local.ts'
import { LANGUAGE_CODES } from '../language/languages.ts'
import { capacityQuestion } from './capacity-question.ts'
import { LIMITS } from './limits.ts'

/** Which document a print page shows, in which form. It stands in the page's address. */

const date = z.string().refine(isLocalDate, 'is not a date')
const id = z.string().min(1).max(LIMITS.nameLength)
const common = {
  workspaceId: id,
  paper: z.enum(['a4', 'letter']).default('a4'),
  /** A language and region whose conventions numbers and dates follow; null: those of the browser. */
  language: z.string().max(40).nullable().default(null),
  /** Of the texts; null: as the app is set. */
  texts: z.enum(LANGUAGE_CODES).nullable().default(null),
  /** Nothing at or after it counts as past, epoch milliseconds; null: all that was synced does. */
  until: z.int().min(LIMITS.earliestNow).max(LIMITS.latestNow).nullable().default(null),
  /** Whether the page asks for a printer as soon as it is complete. */
  ask: z.boolean().default(false),
}

const planPage = z.strictObject({
  ...common,
  kind: z.literal('plan'),
  /** null: the plan that its opener hands over (`PRINT_WIRE.plan`). */
  planId: id.nullable(),
  /** Local date on which the week begins. */
  week: date,
  /** Besides those of the plan. */
  assumptions: assumptionsSchema.default([]),
})
const coveragePage = z.strictObject({
  ...common,
  kind: z.literal('coverage'),
  from: date,
  to: date,
  /** null: the workspace's. */
  timeZone: z.string().max(LIMITS.nameLength).nullable().default(null),
  /** Left out: all pools; null: "No pool". */
  poolId: id.nullable().optional(),
  /** Only visits of pages of this class, null: of those that no rule names. Left out: of all. */
  pageClass: id.nullable().optional(),
  countryFilter: z
    .strictObject({
      mode: z.enum(['blocklist', 'allowlist']),
      countries: z.array(z.string().max(8)).max(LIMITS.countries),
    })
    .nullable()
    .default(null),
})

/** The roster alone, to pin to a wall or to hand to each person. */
const rosterPage = z.strictObject({
  ...common,
  paper: z.enum(['a4', 'letter', 'a3', 'tabloid']).default('a4'),
  kind: z.literal('roster'),
  /** null: the plan that its opener hands over (`PRINT_WIRE.plan`). */
  planId: id.nullable(),
  /** Local date on which the first week begins. */
  week: date,
  weeks: z.int().min(1).max(LIMITS.exportWeeks).default(1),
  /** A table of the team for each week, or a page for each person. */
  form: z.enum(['team', 'people']).default('team'),
  /** Only this person's page; null: everybody's. */
  agentId: id.nullable().default(null),
})

const comparePage = z.strictObject({
  ...common,
  kind: z.literal('compare'),
  publicationId: id,
  /** Local date on which the week begins. */
  week: date,
})

/** The months to come and the case for hires, on one page. */
const capacityPage = z.strictObject({
  ...common,
  ...capacityQuestion,
  kind: z.literal('capacity'),
  /** 'given': the plan that its opener hands over (`PRINT_WIRE.plan`); null: the live plan, else the typical week. */
  plan: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('stored'), id }),
      z.strictObject({ kind: z.literal('given') }),
    ])
    .nullable()
    .default(null),
  /** null: the workspace's. */
  timeZone: z.string().max(LIMITS.nameLength).nullable().default(null),
})

/** The organizations of the platform used last, of no workspace: the lowest scores on one page. */
const { workspaceId: _, ...ofNoWorkspace } = common
const healthPage = z.strictObject({ ...ofNoWorkspace, kind: z.literal('health') })

export const printPageSchema = z.discriminatedUnion('kind', [
  planPage,
  rosterPage,
  coveragePage,
  comparePage,
  capacityPage,
  healthPage,
])

export type PrintPage = z.output<typeof printPageSchema>
export type PrintPageInput = z.input<typeof printPageSchema>
export type Paper = PrintPage['paper']
export const PAPERS: readonly Paper[] = ['a4', 'letter', 'a3', 'tabloid']
/** Large sheets are for rosters on a wall; other documents are laid out for these. */
export const USUAL_PAPERS = ['a4', 'letter'] as const satisfies readonly Paper[]

/** Where print pages are served. */
const PRINT_PATH = '/print.html'

/** The address of a print page on the app's own origin. What is asked for stands in the hash, which no server and no log sees. */
export function printAddress(page: PrintPageInput): string {
  return `${PRINT_PATH}#${encodeURIComponent(JSON.stringify(page))}`
}

/** What a print page's hash asks for; null: nothing that can be read. */
export function parsePrintHash(hash: string): PrintPage | null {
  try {
    return printPageSchema.safeParse(JSON.parse(decodeURIComponent(hash.replace(/^#/u, '')))).data ?? null
  } catch {
    return null
  }
}

/** How a print page and whoever prints it speak, on the page's own document. */
export const PRINT_WIRE = {
  /** Attribute of the document's root: 'working', then 'ready' or 'failed'. */
  state: 'data-print',
  /** Attribute of the root beside 'failed': the error report as JSON. */
  failure: 'data-print-failure',
  /** Global that holds a plan which is stored nowhere, put there before the page's scripts run. */
  plan: '__covercastPlan',
} as const
