import { z } from 'zod'
import { holidayPlace } from '../plan/rules/rules-schema.ts'
import { isLocalDate } from '../time/local.ts'
import { pageRulesSchema, pageWorthSchema } from './page-rules.ts'

const MOST_CALENDARS = 8

/** Settings of one workspace: the user's work, kept beside the cache and never in it. */
export const workspaceSettingsSchema = z.strictObject({
  /** IANA zone of reports; null: the system's. */
  timeZone: z.string().nullable().default(null),
  /** A sync reads this far back over what it already has, for visits that were committed late. */
  overlapMinutes: z
    .int()
    .min(0)
    .max(7 * 24 * 60)
    .default(120),
  /** Countries under this many visits a UTC day are kept as 'OTHER'; 0: every country is kept. */
  foldCountriesUnder: z.int().min(0).max(1_000_000).default(0),
  /** History older than this many months is forgotten with the next sync; null: everything is kept. */
  keepMonths: z.int().min(1).max(240).nullable().default(null),
  /** First UTC day that syncs keep known, as it was asked for: a cache that is made anew goes back as far. null: not asked yet. */
  historyFrom: z.string().refine(isLocalDate).nullable().default(null),
  /** First UTC day of which agents' sessions are kept, where counts reach further back; null: all are. */
  sessionsFrom: z.string().refine(isLocalDate).nullable().default(null),
  /** The longest one query of a sync may take in the customer's database. */
  statementTimeoutSeconds: z.int().min(1).max(3600).default(60),
  /** Coverage rate, 0-100, at and above which an hour is well staffed. */
  targetCoverage: z.int().min(50).max(100).default(90),
  /** Whether agents who are away count as online in the figures that are shown, as the source's own sessions have it. */
  countAwayAsOnline: z.boolean().default(true),
  /** While the app runs, a sync begins so many minutes after the last one; null: only when somebody asks. */
  autoSyncMinutes: z.int().min(1).max(240).nullable().default(null),
  /** Whose public holidays are known days of the forecast; none: no calendar is. */
  holidayCalendars: z.array(holidayPlace).max(MOST_CALENDARS).default([]),
  /** Whether public holidays are days off for agents. */
  publicHolidaysOff: z.boolean().default(false),
  /** Rules by which visits are divided by their pages; none: they are not. */
  pageRules: pageRulesSchema.default([]),
  /** The column of visits that holds the address of the page. */
  pageColumn: z.string().min(1).max(63).default('page_url'),
  /** What a visitor of weight 1 is worth; null: nobody said. */
  pageWorth: pageWorthSchema.nullable().default(null),
  /** What the priority of a staffing recommendation goes by on the screen: its share of what all miss, or the visitors that it misses. */
  priorityBy: z.enum(['share', 'missed']).default('share'),
  /** Visitors missed in 30 days from which on a staffing recommendation is critical, high or medium. */
  criticalMissed: z.int().min(1).max(1_000_000).default(50),
  highMissed: z.int().min(1).max(1_000_000).default(20),
  mediumMissed: z.int().min(1).max(1_000_000).default(10),
})

export type WorkspaceSettings = z.infer<typeof workspaceSettingsSchema>
