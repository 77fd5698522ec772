import { sourceSettingsSchema } from '../../shared/contract/source-settings.ts'
import type { SourceSettings } from '../../shared/contract/source-settings.ts'
import { LIMITS } from '../../shared/contract/limits.ts'
import { workspaceSettingsSchema } from '../../shared/contract/workspace-settings.ts'
import type { WorkspaceSettings } from '../../shared/contract/workspace-settings.ts'
import { parseMapping } from '../../shared/contract/source/mapping.ts'
import { withoutWeakenings } from '../sync/postgres/connection-target.ts'
import { readAlertRules } from './alert-store.ts'
import { damagedArchive } from './archive-file.ts'
import { checkRestoredPlans } from './check-restored-plans.ts'
import type { Db } from './connection.ts'

/** A mapping names some dozens of tables and columns. */
const LONGEST_MAPPING = 64 * 1024

/**
 * What a backup may bring of a workspace's settings: how figures are read. What acts by itself (syncing, sending) does not come along;
 * a setting that is not named here does not either.
 */
const RESTORED_SETTINGS = [
  'timeZone',
  'overlapMinutes',
  'foldCountriesUnder',
  'keepMonths',
  'historyFrom',
  'sessionsFrom',
  'holidayCalendars',
  'publicHolidaysOff',
  'statementTimeoutSeconds',
  'targetCoverage',
  'countAwayAsOnline',
  'pageRules',
  'pageColumn',
  'pageWorth',
  'priorityBy',
  'criticalMissed',
  'highMissed',
  'mediumMissed',
] as const satisfies readonly (keyof WorkspaceSettings)[]

/** What screens kept is what they looked like; each reads it with care. */
const VIEW_STATE = /^view-state\/[a-z][a-z0-9-]{0,39}$/u

export interface TakenIn {
  readonly name: string
  /** Where the backup says its figures come from, without what would weaken the connection. Nobody has confirmed it. */
  readonly source: SourceSettings | null
}

/**
 * Makes of a work file from a backup one that can be trusted like our own: what is not allowed to come along is taken out. Call when its
 * schema is known to be ours. Throws 'store-damaged' for content that Covercast would not have written.
 */
export function takeInWork(db: Db): TakenIn {
  const row = db
    .prepare<[], { readonly name: string; readonly source: string | null }>('SELECT name, source FROM workspace')
    .get()
  if (row === undefined) throw damagedArchive()
  checkRestoredPlans(db)
  const source = row.source === null ? null : safeSource(jsonOf(row.source))
  db.transaction(() => {
    db.prepare<[string | null]>('UPDATE workspace SET source = ?').run(source === null ? null : JSON.stringify(source))
    const remove = db.prepare<[string]>('DELETE FROM settings WHERE key = ?')
    const settings = db
      .prepare<[], { readonly key: string; readonly value: string }>('SELECT key, value FROM settings')
      .all()
    for (const { key, value } of settings) if (!mayComeAlong(key, value)) remove.run(key)
    takeInAlerts(db)
  }).immediate()
  return { name: row.name, source }
}

/** Rules come along as they notify this computer. What was on its way, and where to, does not. */
function takeInAlerts(db: Db): void {
  db.exec('DELETE FROM alert_states; DELETE FROM alert_messages; DELETE FROM alert_channels')
  const save = db.prepare<[string, string]>('UPDATE alert_rules SET rule = ? WHERE id = ?')
  for (const rule of readAlertRules(db))
    save.run(JSON.stringify({ ...rule, channels: [], names: false, reviewed: null }), rule.id)
}

function safeSource(stored: unknown): SourceSettings | null {
  const parsed = sourceSettingsSchema.safeParse(stored)
  if (!parsed.success) throw damagedArchive()
  if (parsed.data.kind === 'demo') return parsed.data
  const { organizationId, mapping } = parsed.data
  const url = withoutWeakenings(parsed.data.url)
  if (url === null || organizationId.length > LIMITS.nameLength || JSON.stringify(mapping).length > LONGEST_MAPPING)
    throw damagedArchive()
  return { kind: 'postgres', url, organizationId, mapping: mapping === null ? null : checkedMapping(mapping) }
}

function checkedMapping(mapping: unknown): unknown {
  try {
    parseMapping(mapping)
    return mapping
  } catch (thrown) {
    throw damagedArchive(thrown)
  }
}

function mayComeAlong(key: string, value: string): boolean {
  if (VIEW_STATE.test(key)) return value.length <= LIMITS.viewStateBytes
  const name = RESTORED_SETTINGS.find((one) => one === key)
  return name !== undefined && workspaceSettingsSchema.shape[name].safeParse(jsonOf(value)).success
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw damagedArchive(thrown)
  }
}
