import { z } from 'zod'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { date, id, name, text, timeZone, until, workspaceId } from '../core/inputs.ts'
import { settingsPatch } from '../workspaces/inputs.ts'

const secret = text(LIMITS.urlLength)
const url = z.strictObject({ kind: z.literal('url'), url: text(LIMITS.urlLength).min(1, 'is empty') })
const fields = z.strictObject({
  kind: z.literal('fields'),
  host: text(LIMITS.urlLength).trim().min(1, 'is empty'),
  port: z.int().min(1).max(65_535).nullable().default(null),
  database: text(LIMITS.urlLength).nullable().default(null),
  user: text(LIMITS.urlLength).nullable().default(null),
})
/** The one that `workspaceId` has. */
const remembered = z.strictObject({ kind: z.literal('workspace') })

/** How to reach a source. What is null is left to the URL, to the PG* variables of the environment, or to the default. */
const source = {
  connection: z.discriminatedUnion('kind', [url, fields]),
  password: secret.nullable().default(null),
  tls: z.enum(['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full']).nullable().default(null),
  /** Path of a CA file on this machine. */
  caFile: text(LIMITS.urlLength).nullable().default(null),
  /** Names of schema, tables and columns that differ from the defaults. */
  mapping: z.json().nullable().default(null),
  organizationId: id.nullable().default(null),
  /** A workspace with this source, which may keep the password for it. */
  workspaceId: workspaceId.nullable().default(null),
}
export const sourceInput = z.strictObject(source)

/** `lookId`: the caller's own name of a look, by which it can be taken back. */
const look = { ...source, connection: z.discriminatedUnion('kind', [url, fields, remembered]), lookId: id.optional() }
export const lookInput = z.strictObject(look)
/** Without a zone the system's. */
export const previewInput = z.strictObject({ ...look, timeZone: timeZone.nullable().default(null) })
export const cancelLookInput = z.strictObject({ lookId: id })

/** What one sync is asked for. */
const sync = {
  full: z.boolean().default(false),
  reconcile: z.boolean().default(false),
  takeSource: z.boolean().default(false),
  /** The workspace may forget the days that it counted from another source; it is backed up first. */
  remap: z.boolean().default(false),
  /** First local date wanted; null: as before. */
  fromDate: date.nullable().default(null),
  /** Last local date wanted; null: until now. */
  toDate: date.nullable().default(null),
  /** Instead of the source's clock. */
  now: until,
  /** Settings of the workspace that are changed first. */
  settings: settingsPatch.default({}),
}
export const syncFields = z.strictObject(sync)

export const connectInput = z.strictObject({
  ...source,
  ...sync,
  /** null: the workspace that has this source, else a new one, named after the organization. */
  name: name.nullable().default(null),
  /** How much history the first sync takes, where no date says it; null: as before. */
  weeks: z.int().min(1).max(LIMITS.historyWeeks).nullable().default(26),
  /** false: a source that a workspace has already is not tried before it is synced. */
  tryFirst: z.boolean().default(true),
})
export const confirmSourceInput = z.strictObject({ workspaceId, url: text(LIMITS.urlLength) })
export const demoInput = z
  .strictObject({ name: name.nullable().default(null), now: until })
  .default({ name: null, now: null })

export const startSyncInput = z.strictObject({
  ...sync,
  workspaceId,
  /** null: the one kept, or of the environment. */
  password: secret.nullable().default(null),
  /** Names that are remembered from now on; null: as before. */
  mapping: z.json().nullable().default(null),
  /** Refused where the workspace is of another. */
  organizationId: id.nullable().default(null),
})
/** tRPC adds the last event that reached the page when a connection was cut. */
export const watchInput = z.strictObject({ workspaceId, lastEventId: z.string().nullish() })
