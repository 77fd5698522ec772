import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Db } from '../../../electron/store/connection.ts'
import { schemaVersion } from '../../../electron/store/connection.ts'
import type { Migration } from '../../../electron/store/migrate.ts'
import { migrate } from '../../../electron/store/migrate.ts'
import { cacheMigrations } from '../../../electron/store/migrations/cache/cache-migrations.ts'
import { workMigrations } from '../../../electron/store/migrations/work/work-migrations.ts'
import { SESSION_SQL } from '../../../electron/store/queries/session-queries.ts'
import { TRAFFIC_SQL } from '../../../electron/store/queries/traffic-queries.ts'
import { errorOf } from './temp-store.ts'

function atStep(migrations: readonly Migration[], step: number): Db {
  const db = new Database(':memory:')
  onTestFinished(() => void db.close())
  db.pragma('foreign_keys = ON')
  migrate(db, { migrations: migrations.slice(0, step) })
  return db
}

/** How SQLite answers a query, one line a step. */
function planOf(db: Db, sql: string): string {
  const parameters = [...new Set(sql.match(/@\w+/g))].map((name) => [name.slice(1), 0])
  const statement = db.prepare<unknown[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
  const rows = parameters.length > 0 ? statement.all(Object.fromEntries(parameters)) : statement.all(...Array(sql.split('?').length - 1).fill(0))
  return rows.map((row) => row.detail).join('\n')
}

describe('cache step 1, facts of the syncs', () => {
  test('starts with one row of state, and with null as the first pool and country', () => {
    const db = atStep(cacheMigrations, 1)
    expect(db.prepare('SELECT revision, now, problems FROM state').all()).toEqual([{ revision: 0, now: null, problems: '[]' }])
    expect(db.prepare('SELECT ordinal, code FROM pool_codes UNION ALL SELECT ordinal, code FROM country_codes').all()).toEqual([
      { ordinal: 0, code: null },
      { ordinal: 0, code: null },
    ])
  })

  test('lets no second code be null, and no code occur twice', () => {
    const db = atStep(cacheMigrations, 1)
    const add = db.prepare('INSERT INTO pool_codes (ordinal, code) VALUES (?, ?)')
    add.run(1, 'sales')
    expect(() => add.run(2, null)).toThrow('CHECK')
    expect(() => add.run(2, 'sales')).toThrow('UNIQUE')
  })

  test('finds days by revision without reading blobs', () => {
    const db = atStep(cacheMigrations, 1)
    expect(planOf(db, TRAFFIC_SQL.newerThan)).toBe('SEARCH traffic USING INDEX traffic_by_revision (revision>?)')
    expect(planOf(db, TRAFFIC_SQL.days)).toBe('SCAN traffic USING COVERING INDEX traffic_by_revision')
  })
})

describe('cache step 2, sessions and directory', () => {
  test('keeps the traffic that was there', () => {
    const db = atStep(cacheMigrations, 1)
    db.prepare('INSERT INTO traffic (day, revision, cells) VALUES (1, 1, ?)').run(Buffer.of(1, 2, 3))
    migrate(db, { migrations: cacheMigrations.slice(0, 2) })
    expect(db.prepare('SELECT day, revision, hex(cells) AS cells FROM traffic').all()).toEqual([{ day: 1, revision: 1, cells: '010203' }])
  })

  test('refuses a session of an agent without a number', () => {
    const db = atStep(cacheMigrations, 2)
    expect(() => db.exec("INSERT INTO sessions (id, agent, started_at, seen_at, revision) VALUES ('s', 5, 0, 0, 0)")).toThrow('FOREIGN KEY')
  })

  test('finds the sessions of a window by their start, and the long and open ones by an index of their own', () => {
    const db = atStep(cacheMigrations, 2)
    const plan = planOf(db, SESSION_SQL.overlapping)
    expect(plan).toContain('SEARCH s USING INDEX sessions_by_start (started_at>? AND started_at<?)')
    expect(plan).toContain('SEARCH s USING INDEX sessions_long (started_at<?)')
    expect(plan).not.toContain('SCAN')
  })

  test('finds open, named, new and removed sessions by index', () => {
    const db = atStep(cacheMigrations, 2)
    expect(planOf(db, SESSION_SQL.open)).toContain('USING INDEX sessions_open')
    expect(planOf(db, SESSION_SQL.byId)).toContain('USING INDEX sqlite_autoindex_sessions_1 (id=?)')
    expect(planOf(db, SESSION_SQL.newerThan)).toContain('USING INDEX sessions_by_revision (revision>?)')
    expect(planOf(db, SESSION_SQL.removedSince)).toContain('USING COVERING INDEX removed_sessions_by_revision (revision>?)')
  })
})

describe('cache step 3, the writer lease', () => {
  test('keeps the sessions that were there and has room for one holder', () => {
    const db = atStep(cacheMigrations, 2)
    db.exec("INSERT INTO agent_codes VALUES (0, 'ann'); INSERT INTO sessions (id, agent, started_at, seen_at, revision) VALUES ('s', 0, 1, 2, 3)")
    migrate(db, { migrations: cacheMigrations.slice(0, 3) })
    expect(db.prepare('SELECT id, started_at AS at FROM sessions').all()).toEqual([{ id: 's', at: 1 }])
    const hold = db.prepare("INSERT INTO writer_lease VALUES (?, 'h', 1, 'host', 'sync', 0, 0)")
    hold.run(1)
    expect(() => hold.run(2)).toThrow('CHECK')
  })
})

describe('work step 1, workspace and settings', () => {
  test('holds one workspace, and settings that are JSON', () => {
    const db = atStep(workMigrations, 1)
    const add = db.prepare("INSERT INTO workspace (one, id, name, created_at, last_used_at, changes) VALUES (?, 'w', 'Ours', 0, 0, 1)")
    add.run(1)
    expect(() => add.run(2)).toThrow('CHECK')
    const set = db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)')
    set.run('zone', '"Europe/Vienna"')
    expect(() => set.run('broken', '{')).toThrow('CHECK')
    expect(planOf(db, 'SELECT value FROM settings WHERE key = ?')).toBe('SEARCH settings USING PRIMARY KEY (key=?)')
  })
})

describe('work step 2, marks', () => {
  test('keeps the settings that were there, and takes one mark a date', () => {
    const db = atStep(workMigrations, 1)
    db.exec("INSERT INTO settings VALUES ('zone', '1')")
    migrate(db, { migrations: workMigrations.slice(0, 2) })
    expect(db.prepare('SELECT key FROM settings').pluck().all()).toEqual(['zone'])
    const add = db.prepare("INSERT INTO marks VALUES (?, ?, '', 0)")
    add.run('2026-12-25', 'holiday')
    expect(() => add.run('2026-12-25', 'event')).toThrow('UNIQUE')
    expect(() => add.run('2026-12-26', 'party')).toThrow('CHECK')
    expect(() => add.run('26 Dec', 'event')).toThrow('CHECK')
  })
})

describe('migrating', () => {
  const table = (name: string): Migration => ({ name, up: (db) => void db.exec(`CREATE TABLE ${name} (x)`) })
  const failing: Migration = {
    name: 'failing',
    up: (db) => {
      db.exec('CREATE TABLE half (x)')
      throw new Error('no')
    },
  }

  test('keeps the steps that were done, and nothing of the one that failed', () => {
    const db = atStep([], 0)
    expect(() => migrate(db, { migrations: [table('one'), failing] })).toThrow('no')
    expect(schemaVersion(db)).toBe(1)
    expect(db.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['one'])
  })

  test('asks for a backup before it changes an existing file, and not for a new or current one', () => {
    const db = atStep([], 0)
    const backups: number[] = []
    const beforeChange = (): void => void backups.push(schemaVersion(db))
    migrate(db, { migrations: [table('one')], beforeChange })
    migrate(db, { migrations: [table('one')], beforeChange })
    expect(backups).toEqual([])
    migrate(db, { migrations: [table('one'), table('two'), table('three')], beforeChange })
    expect(backups).toEqual([1])
  })

  test('takes no step that another process took meanwhile', () => {
    const db = atStep([], 0)
    migrate(db, { migrations: [table('one')] })
    migrate(db, {
      migrations: [table('one'), table('two')],
      beforeChange: () => migrate(db, { migrations: [table('one'), table('two')] }),
    })
    expect(schemaVersion(db)).toBe(2)
  })

  test('refuses a file that went through more steps than it knows', () => {
    const db = atStep([table('one'), table('two')], 2)
    expect(errorOf(() => migrate(db, { migrations: [table('one')] })).code).toBe('store-newer')
  })
})
