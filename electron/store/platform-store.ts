import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { AppError, toErrorReport } from '../../shared/foundation/errors.ts'
import type { Standing } from '../../shared/health/class-fall.ts'
import { RISKS, type HealthDay } from '../../shared/health/organization-facts.ts'
import type { CountedOrganization, CountedParts } from '../sync/health/count-organizations.ts'
import { connectForReading, connectForWriting, inspectDatabase, type Db } from './connection.ts'
import { createPlatformFile } from './create-database.ts'
import { migrate, refuseNewer } from './migrate.ts'
import { platformMigrations } from './migrations/platform/platform-migrations.ts'
import { refuseSecrets } from './no-secrets.ts'
import { makePrivateFolder, moveDatabase } from './private-files.ts'
import { damaged, withStoreErrors } from './store-errors.ts'
import { fileStamp } from './work-backups.ts'
import { isWorkspaceId } from './workspace-paths.ts'

/** Where the organizations of a platform are read from; never with a password. */
export interface PlatformSource {
  readonly url: string
  /** Names of tables and columns that differ from the usual ones; null: none. */
  readonly mapping: unknown
}

/** What the sums were counted by. */
export interface PlatformCount {
  /** Epoch milliseconds; figures' present. */
  readonly now: number
  readonly timeZone: string
  /** What the source was counted as; another one is counted anew. */
  readonly identity: string
  /** What could be read then. */
  readonly parts: CountedParts
}

/** An organization as it is kept: counted, and in which class it is. */
export interface KeptOrganization extends CountedOrganization {
  /** null: kept by a version that did not look at it. */
  readonly standing: Standing | null
}

export interface KeptPlatform {
  readonly source: PlatformSource
  /** null: nothing was counted yet. */
  readonly counted: PlatformCount | null
  readonly organizations: readonly KeptOrganization[]
}

/** A platform in the list of those that are kept. */
export interface ListedPlatform {
  readonly id: string
  /** null: its file cannot be read. */
  readonly found: { readonly url: string; readonly now: number | null; readonly organizations: number } | null
}

const SUBJECT = 'the figures of the organizations'

const sourceSchema = z.strictObject({ url: z.string(), mapping: z.unknown() })
const countSchema = z.strictObject({
  now: z.number(),
  timeZone: z.string(),
  identity: z.string(),
  parts: z.strictObject({ countries: z.string().nullable(), calls: z.string().nullable() }),
})
const riskSchema = z.enum(RISKS)
const factsSchema = z.strictObject({
  name: z.string().nullable(),
  plan: z.string().nullable(),
  status: z.string().nullable(),
  mrr: z.number().nullable(),
  activeAgents: z.number().nullable(),
  lastCall: z.number().nullable(),
  recentCalls: z.number(),
  earlierCalls: z.number(),
  rule: z.string(),
  standing: z
    .strictObject({
      level: riskSchema,
      fall: z.strictObject({ from: riskSchema, to: riskSchema, at: z.number() }).nullable(),
    })
    .nullable()
    .default(null),
})

/** The folder of all platforms of a data folder. */
function platformsFolder(dataDir: string): string {
  return join(dataDir, 'platforms')
}

function platformFile(dataDir: string, id: string): string {
  if (!isWorkspaceId(id)) throw notKnown()
  return join(platformsFolder(dataDir), `${id}.sqlite`)
}

/** Everything that is kept of the platform that was used last; null: there is none. Throws as `readPlatform`. */
export function readLastPlatform(dataDir: string): (KeptPlatform & { readonly id: string }) | null {
  const id = byLastUse(dataDir)[0]
  return id === undefined ? null : { id, ...readPlatform(dataDir, id) }
}

/** Every platform that is kept, the one used last first. */
export function listPlatforms(dataDir: string): readonly ListedPlatform[] {
  return byLastUse(dataDir).map((id) => {
    try {
      return { id, found: reading(dataDir, id, readHead) }
    } catch {
      return { id, found: null }
    }
  })
}

/** From now on the one that was used last. Throws as `readPlatform`. */
export function usePlatform(dataDir: string, id: string, now: number): void {
  reading(dataDir, id, readHead)
  const db = connectForWriting(platformFile(dataDir, id), 'platform')
  try {
    // A clock that was once ahead must not outbid every later choice.
    const latest = Math.max(now, ...lastUses(dataDir).map(({ lastUsed }) => lastUsed + 1))
    withStoreErrors(SUBJECT, () => db.prepare('UPDATE platform SET last_used = ?').run(latest))
  } finally {
    db.close()
  }
}

/** Removes what is kept of a platform, also what was damaged and moved aside. Throws 'not-found'. */
export function forgetPlatform(dataDir: string, id: string): void {
  const file = platformFile(dataDir, id)
  if (!existsSync(file)) throw notKnown()
  withStoreErrors(SUBJECT, () => {
    for (const name of readdirSync(dirname(file)))
      if (name.startsWith(basename(file))) rmSync(join(dirname(file), name), { force: true })
  })
}

function byLastUse(dataDir: string): readonly string[] {
  return lastUses(dataDir)
    .toSorted((a, b) => b.lastUsed - a.lastUsed)
    .map(({ id }) => id)
}

function lastUses(dataDir: string): readonly LastUse[] {
  const folder = platformsFolder(dataDir)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => (name.endsWith('.sqlite') ? [name.slice(0, -'.sqlite'.length)] : []))
    .filter(isWorkspaceId)
    .flatMap((id) => lastUseOf(dataDir, id))
}

interface LastUse {
  readonly id: string
  readonly lastUsed: number
}

/** One that cannot be read is used last where its file was written last: opening it says what is wrong. */
function lastUseOf(dataDir: string, id: string): readonly LastUse[] {
  try {
    return reading(dataDir, id, (db) =>
      db.prepare<[], { readonly lastUsed: number }>('SELECT last_used AS lastUsed FROM platform').all(),
    ).map(({ lastUsed }) => ({ id, lastUsed }))
  } catch {
    return [{ id, lastUsed: statSync(platformFile(dataDir, id)).mtimeMs }]
  }
}

/** How the platform that was used last is reached, and the zone it was counted in. Throws as `readPlatform`. */
export function lastPlatformSource(dataDir: string) {
  const id = byLastUse(dataDir)[0]
  if (id === undefined) throw notKnown()
  // Whole: what is damaged is said before anything connects.
  const { source, counted } = readPlatform(dataDir, id)
  return { id, source, timeZone: counted?.timeZone ?? null }
}

/** Everything that is kept of a platform. Throws 'not-found', 'store-damaged' or 'store-newer'. */
export function readPlatform(dataDir: string, id: string): KeptPlatform {
  return reading(dataDir, id, readAll)
}

/**
 * Opens a platform's file for writing, made where it is missing. A damaged one is moved aside and begun anew, since all of it can be
 * counted again; `onNotice` hears of it. Close it after use.
 */
export function openPlatform(
  { dataDir, id, now }: { readonly dataDir: string; readonly id: string; readonly now: number },
  onNotice: (text: string) => void,
) {
  const file = platformFile(dataDir, id)
  return withStoreErrors(SUBJECT, () => {
    makePrivateFolder(dirname(file))
    const found = inspectDatabase(file, 'platform')
    if (found.state === 'usable') refuseNewer(file, found.version, platformMigrations.length)
    const sound = found.state === 'usable' ? readSound(dataDir, id) : null
    if (sound === null && found.state !== 'missing') {
      const aside = `${file}.damaged-${fileStamp(now)}`
      moveDatabase(file, aside)
      onNotice(
        `The figures of the organizations were damaged, and are counted again. The damaged file was moved to ${aside}.`,
      )
    }
    if (sound === null) createPlatformFile(file)
    const db = connectForWriting(file, 'platform')
    migrate(db, { migrations: platformMigrations })
    return {
      /** What was there; null: nothing yet. */
      kept: sound?.kept ?? null,
      write: (platform: KeptPlatform, lastUsed: number | null): void =>
        withStoreErrors(SUBJECT, () => writeAll(db, platform, lastUsed)),
      close: () => void db.close(),
    }
  })
}

/** What is kept, where every row is whole; null: it is not. A busy file is no damaged one. */
function readSound(dataDir: string, id: string): { readonly kept: KeptPlatform | null } | null {
  try {
    return { kept: reading(dataDir, id, (db) => (hasRow(db) ? readAll(db) : null)) }
  } catch (thrown) {
    if (toErrorReport(thrown).code === 'store-damaged') return null
    throw thrown
  }
}

function reading<T>(dataDir: string, id: string, read: (db: Db) => T): T {
  const file = platformFile(dataDir, id)
  if (!existsSync(file)) throw notKnown()
  const found = inspectDatabase(file, 'platform')
  if (found.state === 'usable') refuseNewer(file, found.version, platformMigrations.length)
  else throw foundDamaged()
  const db = connectForReading(file)
  try {
    return read(db)
  } finally {
    db.close()
  }
}

function hasRow(db: Db): boolean {
  return db.prepare('SELECT 1 FROM platform').get() !== undefined
}

function readRow(db: Db): { readonly source: string; readonly counted: string | null } {
  const row = db
    .prepare<[], { readonly source: string; readonly counted: string | null }>('SELECT source, counted FROM platform')
    .get()
  if (row === undefined) throw notKnown()
  return row
}

/** What a list says of a platform. */
function readHead(db: Db): NonNullable<ListedPlatform['found']> {
  const { source, counted } = readRow(db)
  return {
    url: parsed(sourceSchema, source).url,
    now: counted === null ? null : parsed(countSchema, counted).now,
    organizations: db.prepare<[], number>('SELECT count(*) FROM organizations').pluck().get() ?? 0,
  }
}

function readAll(db: Db): KeptPlatform {
  const row = readRow(db)
  const organizations = db
    .prepare<[], { readonly id: string; readonly facts: string; readonly days: Buffer }>(
      'SELECT id, facts, days FROM organizations ORDER BY id',
    )
    .all()
  return {
    source: parsed(sourceSchema, row.source),
    counted: row.counted === null ? null : parsed(countSchema, row.counted),
    organizations: organizations.map(({ id, facts, days }) => {
      const { rule, standing, ...known } = parsed(factsSchema, facts)
      return { facts: { id, ...known, days: unpackDays(days) }, rule, standing }
    }),
  }
}

/** `lastUsed` null: nobody looks at it, and which was used last stays. */
function writeAll(db: Db, { source, counted, organizations }: KeptPlatform, lastUsed: number | null): void {
  refuseSecrets(source)
  db.transaction(() => {
    const before = db.prepare<[], number>('SELECT last_used FROM platform').pluck().get() ?? 0
    db.prepare('DELETE FROM platform').run()
    db.prepare('INSERT INTO platform (one, source, counted, last_used) VALUES (1, ?, ?, ?)').run(
      JSON.stringify(source),
      counted === null ? null : JSON.stringify(counted),
      lastUsed ?? before,
    )
    db.prepare('DELETE FROM organizations').run()
    const insert = db.prepare('INSERT INTO organizations (id, facts, days) VALUES (?, ?, ?)')
    for (const { facts, rule, standing } of organizations) {
      const { id, days, ...known } = facts
      insert.run(id, JSON.stringify({ ...known, rule, standing }), packDays(days))
    }
  }).immediate()
}

const COLUMNS = ['day', 'visitors', 'covered', 'ownVisitors', 'ownCovered', 'calls', 'answered'] as const
const CRC_BYTES = 4

/** A CRC-32, then a row of 32-bit integers a day, little-endian. */
function packDays(days: readonly HealthDay[]): Buffer {
  const packed = Buffer.alloc(CRC_BYTES + days.length * COLUMNS.length * 4)
  let at = CRC_BYTES
  for (const day of days) for (const column of COLUMNS) at = packed.writeInt32LE(day[column], at)
  packed.writeUInt32LE(crc32(packed.subarray(CRC_BYTES)), 0)
  return packed
}

function unpackDays(packed: Buffer): readonly HealthDay[] {
  if (packed.length < CRC_BYTES || packed.readUInt32LE(0) !== crc32(packed.subarray(CRC_BYTES))) throw foundDamaged()
  const days: HealthDay[] = []
  for (let at = CRC_BYTES; at < packed.length; at += COLUMNS.length * 4) {
    const number = (column: number): number => packed.readInt32LE(at + column * 4)
    days.push({
      day: number(0),
      visitors: number(1),
      covered: number(2),
      ownVisitors: number(3),
      ownCovered: number(4),
      calls: number(5),
      answered: number(6),
    })
  }
  return days
}

function parsed<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw foundDamaged()
  }
}

function foundDamaged(): AppError {
  return new AppError({
    ...damaged(SUBJECT),
    kept: 'Workspaces are not affected.',
    next: 'Count the organizations again: the damaged file is then moved aside.',
  })
}

function notKnown(): AppError {
  return new AppError({
    code: 'not-found',
    message: 'No platform was counted yet.',
    next: 'Give the connection to its database, of a user who may read its organizations.',
  })
}
