import { z } from 'zod'
import { appSettingsSchema } from '../../../shared/contract/app-settings.ts'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { workspaceSettingsSchema } from '../../../shared/contract/workspace-settings.ts'
import { countDays, isLocalDate } from '../../../shared/time/local.ts'
import { isTimeZone } from '../../../shared/time/zone.ts'

/** What the app's procedures accept. A field that may be left out has the meaning that `services/app-services.ts` gives its null. */

export const text = (longest: number) => z.string().max(longest, `is longer than ${longest} characters`)
export const name = text(LIMITS.nameLength).trim().min(1, 'is empty')
export const id = text(LIMITS.nameLength).min(1, 'is empty')
export const workspaceId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/u, 'is not the id of a workspace')
const isUsableDate = (text: string): boolean => isLocalDate(text) && text >= LIMITS.firstDate && text <= LIMITS.lastDate
export const date = z.string().refine(isUsableDate, `is not a date as YYYY-MM-DD from ${LIMITS.firstDate} to ${LIMITS.lastDate}`)
export const timeZone = text(LIMITS.nameLength).refine(isTimeZone, 'is not a time zone known here')
/** Epoch milliseconds; nothing at or after it counts as past. null: all that was synced does. */
export const until = z.int().min(LIMITS.earliestNow).max(LIMITS.latestNow).nullable().default(null)
const secret = text(LIMITS.urlLength)

export const workspaceInput = z.strictObject({ workspaceId })
export const workspaceIdInput = z.strictObject({ id: workspaceId })
export const renameInput = z.strictObject({ id: workspaceId, name })
export const restoreInput = z.strictObject({ uploadId: z.uuid('is not the id of an upload'), name: name.nullable().default(null) })

export const logInput = z.strictObject({ lines: z.int().min(1).max(LIMITS.logLines).default(200) }).default({ lines: 200 })

/** Without their defaults: what a patch leaves out stays as it is. */
const appShape = appSettingsSchema.shape
export const appSettingsInput = z.strictObject({
  theme: appShape.theme.unwrap().optional(),
  firstDayOfWeek: appShape.firstDayOfWeek.unwrap().optional(),
})

const workspaceShape = workspaceSettingsSchema.shape
export const saveSettingsInput = z.strictObject({
  workspaceId,
  patch: z.strictObject({
    timeZone: timeZone.nullable().optional(),
    overlapMinutes: workspaceShape.overlapMinutes.unwrap().optional(),
    foldCountriesUnder: workspaceShape.foldCountriesUnder.unwrap().optional(),
    keepMonths: workspaceShape.keepMonths.unwrap().optional(),
    statementTimeoutSeconds: workspaceShape.statementTimeoutSeconds.unwrap().optional(),
    targetCoverage: workspaceShape.targetCoverage.unwrap().optional(),
    autoSyncMinutes: workspaceShape.autoSyncMinutes.unwrap().optional(),
    lowCoverageAlert: workspaceShape.lowCoverageAlert.unwrap().optional(),
    quietFrom: workspaceShape.quietFrom.unwrap().optional(),
    quietTo: workspaceShape.quietTo.unwrap().optional(),
    criticalMissed: workspaceShape.criticalMissed.unwrap().optional(),
    highMissed: workspaceShape.highMissed.unwrap().optional(),
    mediumMissed: workspaceShape.mediumMissed.unwrap().optional(),
  }),
})

const screen = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u, 'is not the name of a screen')
export const viewStateInput = z.strictObject({ workspaceId, screen })
export const saveViewStateInput = z.strictObject({
  workspaceId,
  screen,
  state: z.json().refine((state) => JSON.stringify(state).length <= LIMITS.viewStateBytes, `is larger than ${LIMITS.viewStateBytes} bytes`),
})

const source = {
  connection: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('url'), url: text(LIMITS.urlLength).min(1, 'is empty') }),
    z.strictObject({
      kind: z.literal('fields'),
      host: text(LIMITS.urlLength).trim().min(1, 'is empty'),
      port: z.int().min(1).max(65_535).nullable().default(null),
      database: text(LIMITS.urlLength).nullable().default(null),
      user: text(LIMITS.urlLength).nullable().default(null),
    }),
  ]),
  password: secret.nullable().default(null),
  tls: z.enum(['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full']).nullable().default(null),
  caFile: text(LIMITS.urlLength).nullable().default(null),
  mapping: z.json().nullable().default(null),
  organizationId: id.nullable().default(null),
  workspaceId: workspaceId.nullable().default(null),
}
export const testSourceInput = z.strictObject(source)
export const lookInput = z.strictObject({ ...source, lookId: id })
export const previewInput = z.strictObject({ ...source, lookId: id, timeZone: timeZone.nullable().default(null) })
export const cancelLookInput = z.strictObject({ lookId: id })
export const connectInput = z.strictObject({
  ...source,
  name: name.nullable().default(null),
  weeks: z.int().min(1).max(LIMITS.historyWeeks).default(26),
  /** The workspace may forget the days that it counted from another source; it is backed up first. */
  remap: z.boolean().default(false),
})

export const confirmSourceInput = z.strictObject({ workspaceId, url: text(LIMITS.urlLength) })

export const startSyncInput = z.strictObject({
  workspaceId,
  password: secret.nullable().default(null),
  full: z.boolean().default(false),
  reconcile: z.boolean().default(false),
  takeSource: z.boolean().default(false),
  fromDate: date.nullable().default(null),
})
/** tRPC adds the last event that reached the page when a connection was cut. */
export const watchInput = z.strictObject({ workspaceId, lastEventId: z.string().nullish() })

const countryFilter = z.strictObject({
  mode: z.enum(['blocklist', 'allowlist']),
  countries: z.array(z.string().regex(/^[A-Za-z0-9]{2,8}$/u, 'is not the code of a country')).max(LIMITS.countries),
})
const report = {
  workspaceId,
  from: date,
  to: date,
  timeZone: timeZone.nullable().default(null),
  /** Left out: all pools; null: "No pool". */
  poolId: id.nullable().optional(),
  countryFilter: countryFilter.nullable().default(null),
}

const { countryFilter: _, ...range } = report
export const rangeInput = z.strictObject({ ...range, until }).superRefine(checkRange)
export const poolInput = z.strictObject({ workspaceId, poolId: report.poolId })
export const zoneInput = z.strictObject({ workspaceId, timeZone: timeZone.nullable().default(null) })
export const reportInput = z.strictObject(report).superRefine(checkRange)
export const cellInput = z.strictObject({ ...report, dayOfWeek: z.int().min(0).max(6), hour: z.int().min(0).max(23) }).superRefine(checkRange)
export const csvInput = z.strictObject({ ...report, table: z.enum(['hourly', 'byDay', 'heatmap', 'daily']) }).superRefine(checkRange)

function checkRange({ from, to }: { readonly from: string; readonly to: string }, context: z.RefinementCtx): void {
  // Reported by the dates themselves.
  if (!isUsableDate(from) || !isUsableDate(to)) return
  if (from > to) context.addIssue({ code: 'custom', path: ['to'], message: 'is before the first date' })
  else if (countDays(from, to) > LIMITS.reportDays) context.addIssue({ code: 'custom', path: ['from'], message: `is more than ${LIMITS.reportDays} days before the last date` })
}
