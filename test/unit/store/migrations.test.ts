import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { alertRuleSchema } from '../../../shared/alerts/alert-rule.ts'
import type { Db } from '../../../electron/store/connection.ts'
import { schemaVersion } from '../../../electron/store/connection.ts'
import type { Migration } from '../../../electron/store/migrate.ts'
import { migrate } from '../../../electron/store/migrate.ts'
import { cacheMigrations } from '../../../electron/store/migrations/cache/cache-migrations.ts'
import { workMigrations } from '../../../electron/store/migrations/work/work-migrations.ts'
import { PLAN_SQL } from '../../../electron/store/queries/plan-queries.ts'
import { SESSION_SQL, sessionReadQueries } from '../../../electron/store/queries/session-queries.ts'
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
  const rows =
    parameters.length > 0
      ? statement.all(Object.fromEntries(parameters))
      : statement.all(...Array(sql.split('?').length - 1).fill(0))
  return rows.map((row) => row.detail).join('\n')
}

describe('cache step 1, facts of the syncs', () => {
  test('starts with one row of state, and with null as the first pool and country', () => {
    const db = atStep(cacheMigrations, 1)
    expect(db.prepare('SELECT revision, now, problems FROM state').all()).toEqual([
      { revision: 0, now: null, problems: '[]' },
    ])
    expect(
      db.prepare('SELECT ordinal, code FROM pool_codes UNION ALL SELECT ordinal, code FROM country_codes').all(),
    ).toEqual([
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
    expect(db.prepare('SELECT day, revision, hex(cells) AS cells FROM traffic').all()).toEqual([
      { day: 1, revision: 1, cells: '010203' },
    ])
  })

  test('refuses a session of an agent without a number', () => {
    const db = atStep(cacheMigrations, 2)
    expect(() =>
      db.exec("INSERT INTO sessions (id, agent, started_at, seen_at, revision) VALUES ('s', 5, 0, 0, 0)"),
    ).toThrow('FOREIGN KEY')
  })

  test('finds the sessions of a window by their start, and the long and open ones by an index of their own', () => {
    const db = atStep(cacheMigrations, cacheMigrations.length)
    const plan = planOf(db, SESSION_SQL.overlapping)
    expect(plan).toContain('SEARCH s USING INDEX sessions_by_start (started_at>? AND started_at<?)')
    expect(plan).toContain('SEARCH s USING INDEX sessions_long (started_at<?)')
    expect(plan).not.toContain('SCAN')
  })

  test('finds open, named, new and removed sessions by index', () => {
    const db = atStep(cacheMigrations, cacheMigrations.length)
    expect(planOf(db, SESSION_SQL.open)).toContain('USING INDEX sessions_open')
    expect(planOf(db, SESSION_SQL.byId)).toContain('USING INDEX sqlite_autoindex_sessions_1 (id=?)')
    expect(planOf(db, SESSION_SQL.newerThan)).toContain('USING INDEX sessions_by_revision (revision>?)')
    expect(planOf(db, SESSION_SQL.removedSince)).toContain(
      'USING COVERING INDEX removed_sessions_by_revision (revision>?)',
    )
  })
})

describe('cache step 3, the writer lease', () => {
  test('keeps the sessions that were there and has room for one holder', () => {
    const db = atStep(cacheMigrations, 2)
    db.exec(
      "INSERT INTO agent_codes VALUES (0, 'ann'); INSERT INTO sessions (id, agent, started_at, seen_at, revision) VALUES ('s', 0, 1, 2, 3)",
    )
    migrate(db, { migrations: cacheMigrations.slice(0, 3) })
    expect(db.prepare('SELECT id, started_at AS at FROM sessions').all()).toEqual([{ id: 's', at: 1 }])
    const hold = db.prepare("INSERT INTO writer_lease VALUES (?, 'h', 1, 'host', 'sync', 0, 0)")
    hold.run(1)
    expect(() => hold.run(2)).toThrow('CHECK')
  })
})

describe('cache step 4, calls', () => {
  test('keeps the traffic and the pools that were there, and counts a day and pool once', () => {
    const db = atStep(cacheMigrations, 3)
    db.exec(
      "INSERT INTO pool_codes VALUES (1, 'sales'); INSERT INTO traffic (day, revision, cells) VALUES (1, 1, x'010203')",
    )
    migrate(db, { migrations: cacheMigrations.slice(0, 4) })
    expect(
      db.prepare('SELECT day, code, hex(cells) AS cells FROM traffic, pool_codes WHERE ordinal = 1').all(),
    ).toEqual([{ day: 1, code: 'sales', cells: '010203' }])
    const add = db.prepare('INSERT INTO calls VALUES (20000, ?, 3, 2, 90.5)')
    add.run(0)
    add.run(1)
    expect(() => add.run(1)).toThrow('UNIQUE')
    expect(() => add.run(7)).toThrow('FOREIGN KEY')
    const know = db.prepare("INSERT INTO calls_state VALUES (?, 'f', 19000, 5)")
    know.run(1)
    expect(() => know.run(2)).toThrow('CHECK')
  })

  test('finds the calls of a day by its key', () => {
    const db = atStep(cacheMigrations, 4)
    expect(planOf(db, 'DELETE FROM calls WHERE day >= ?')).toBe('SEARCH calls USING PRIMARY KEY (day>?)')
  })
})

describe('cache, sessions that were left open', () => {
  test('keeps the sessions that were there, of which none is known to be left open yet', () => {
    const step = cacheMigrations.findIndex(({ name }) => name.includes('left-open'))
    const db = atStep(cacheMigrations, step)
    db.exec(
      "INSERT INTO agent_codes VALUES (0, 'ann'); INSERT INTO sessions (id, agent, started_at, seen_at, revision) VALUES ('s', 0, 1, 2, 3)",
    )
    migrate(db, { migrations: cacheMigrations })
    expect(db.prepare('SELECT id, ended_at AS endedAt, left_open AS leftOpen FROM sessions').all()).toEqual([
      { id: 's', endedAt: null, leftOpen: null },
    ])
    expect(
      sessionReadQueries(db)
        .open()
        .map(({ id }) => id),
    ).toEqual(['s'])
  })
})

describe('cache, classes of pages', () => {
  test('begin with null, and change nothing that was there', () => {
    const step = cacheMigrations.findIndex(({ name }) => name.includes('page-classes'))
    const db = atStep(cacheMigrations, step)
    db.exec("INSERT INTO pool_codes VALUES (1, 'sales')")
    migrate(db, { migrations: cacheMigrations.slice(0, step + 1) })
    expect(db.prepare('SELECT ordinal, code FROM page_class_codes').all()).toEqual([{ ordinal: 0, code: null }])
    expect(db.prepare('SELECT code FROM pool_codes').pluck().all()).toEqual([null, 'sales'])
    expect(() => db.exec('INSERT INTO page_class_codes VALUES (1, NULL)')).toThrow('CHECK')
  })
})

describe('work step 1, workspace and settings', () => {
  test('holds one workspace, and settings that are JSON', () => {
    const db = atStep(workMigrations, 1)
    const add = db.prepare(
      "INSERT INTO workspace (one, id, name, created_at, last_used_at, changes) VALUES (?, 'w', 'Ours', 0, 0, 1)",
    )
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

describe('work step 3, plans', () => {
  const addPlan =
    "INSERT INTO plans (id, name, kind, time_zone, settings, created_at, updated_at, revision, done_step) VALUES ('p', 'October', 'weekly', 'UTC', '{}', 0, 0, 1, 0)"

  test('keeps the marks that were there, and lets shifts and steps go with their plan', () => {
    const db = atStep(workMigrations, 2)
    db.exec("INSERT INTO marks VALUES ('2026-12-25', 'holiday', '', 0)")
    migrate(db, { migrations: workMigrations.slice(0, 3) })
    expect(db.prepare('SELECT date FROM marks').pluck().all()).toEqual(['2026-12-25'])
    db.exec(
      `${addPlan}; INSERT INTO plan_shifts VALUES ('p', 's', NULL, 0, 0, 60, '[]', ''); INSERT INTO plan_steps VALUES ('p', 1, 'a', '{}', 2)`,
    )
    db.exec('DELETE FROM plans')
    expect(
      db.prepare('SELECT (SELECT count(*) FROM plan_shifts) + (SELECT count(*) FROM plan_steps)').pluck().get(),
    ).toBe(0)
  })

  test('takes no shift that ends before it starts or is longer than a day, and no step twice', () => {
    const db = atStep(workMigrations, 3)
    db.exec(addPlan)
    const addShift = db.prepare("INSERT INTO plan_shifts VALUES ('p', ?, NULL, 0, ?, ?, '[]', '')")
    addShift.run('night', 1425, 2865)
    for (const [start, end] of [
      [60, 60],
      [0, 1441],
      [1440, 1500],
      [-15, 60],
    ])
      expect(() => addShift.run('wrong', start, end)).toThrow('CHECK')
    const addStep = db.prepare("INSERT INTO plan_steps VALUES ('p', ?, 'a', '{}', 2)")
    addStep.run(1)
    expect(() => addStep.run(2)).toThrow('UNIQUE')
  })

  test('finds what an edit needs by key, whatever the size of the plan', () => {
    const db = atStep(workMigrations, 3)
    expect(planOf(db, PLAN_SQL.shift)).toBe('SEARCH plan_shifts USING PRIMARY KEY (plan_id=? AND id=?)')
    expect(planOf(db, PLAN_SQL.shifts)).toBe('SEARCH plan_shifts USING PRIMARY KEY (plan_id=?)')
    expect(planOf(db, PLAN_SQL.step)).toContain('(plan_id=? AND number=?)')
    expect(planOf(db, PLAN_SQL.stepById)).toContain('(plan_id=? AND id=?)')
  })
})

describe('work step 4, rules of agents and templates', () => {
  test('keeps the plans that were there', () => {
    const db = atStep(workMigrations, 3)
    db.exec(
      "INSERT INTO plans (id, name, kind, time_zone, settings, created_at, updated_at, revision, done_step) VALUES ('p', 'October', 'weekly', 'UTC', '{}', 0, 0, 1, 0)",
    )
    migrate(db, { migrations: workMigrations.slice(0, 4) })
    expect(db.prepare('SELECT name FROM plans').pluck().all()).toEqual(['October'])
    expect(() => db.exec("INSERT INTO planned_agents VALUES ('ann', NULL, '{', 0)")).toThrow('CHECK')
    expect(() => db.exec("INSERT INTO shift_templates VALUES ('t', 'Early', '{', 0)")).toThrow('CHECK')
  })
})

describe('work step 5, publications', () => {
  test('keeps the rules that were there, and takes one publication of a version and one prediction of a week', () => {
    const db = atStep(workMigrations, 4)
    db.exec(`INSERT INTO planned_agents VALUES ('ann', NULL, '{}', 0);
      INSERT INTO plans (id, name, kind, time_zone, settings, created_at, updated_at, revision, done_step) VALUES ('p', 'October', 'weekly', 'UTC', '{}', 0, 0, 1, 0)`)
    migrate(db, { migrations: workMigrations.slice(0, 5) })
    expect(db.prepare('SELECT id FROM planned_agents').pluck().all()).toEqual(['ann'])
    const publish = db.prepare(
      "INSERT INTO publications VALUES (NULL, ?, 'p', ?, NULL, 'UTC', '2026-11-23', ?, 0, 1, x'00')",
    )
    publish.run('one', 1, null)
    expect(() => publish.run('two', 1, null)).toThrow('UNIQUE')
    expect(() => publish.run('two', 2, '2026-11-16')).toThrow('CHECK')
    const freeze = db.prepare("INSERT INTO publication_weeks VALUES ('one', ?, 0, x'00')")
    freeze.run('2026-11-23')
    expect(() => freeze.run('2026-11-23')).toThrow('UNIQUE')
    db.exec('DELETE FROM plans')
    expect(db.prepare('SELECT count(*) FROM publication_weeks').pluck().get()).toBe(0)
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

describe('work step 10, assumptions', () => {
  test('gives plans that were there none', () => {
    const db = atStep(workMigrations, 9)
    db.exec(
      "INSERT INTO plans (id, name, kind, time_zone, settings, created_at, updated_at, revision, done_step) VALUES ('p', 'October', 'weekly', 'UTC', '{}', 0, 0, 1, 0)",
    )
    migrate(db, { migrations: workMigrations.slice(0, 10) })
    expect(db.prepare('SELECT assumptions FROM plans').pluck().all()).toEqual(['[]'])
    expect(() => db.exec("UPDATE plans SET assumptions = '['")).toThrow('CHECK')
  })
})

describe('work step 11, alerts', () => {
  test('makes a rule of the alert that there was before, as it was set', () => {
    const rules = (db: Db): readonly unknown[] =>
      db
        .prepare<[], string>('SELECT rule FROM alert_rules')
        .pluck()
        .all()
        .map((rule) => alertRuleSchema.parse(JSON.parse(rule)))
    const db = atStep(workMigrations, 10)
    db.exec(
      "INSERT INTO settings (key, value) VALUES ('lowCoverageAlert', 'false'), ('quietFrom', '20'), ('quietTo', '8')",
    )
    migrate(db, { migrations: workMigrations.slice(0, 11) })
    expect(rules(db)).toMatchObject([
      { id: 'low-coverage', isOn: false, quiet: { from: 20, to: 8 }, scope: { kind: 'each-pool' }, channels: [] },
    ])
    expect(rules(atStep(workMigrations, 11))).toMatchObject([{ isOn: true, quiet: null, threshold: null }])
  })

  test('takes no second message of an episode for one channel', () => {
    const db = atStep(workMigrations, 11)
    const add = db.prepare(
      "INSERT INTO alert_messages (episode, kind, channel_id, event, created_at, due_at, expires_at, state) VALUES (?, ?, ?, '{}', 0, 0, 0, 'waiting')",
    )
    add.run('rule/all/0', 'raised', 'chat')
    add.run('rule/all/0', 'resolved', 'chat')
    expect(() => add.run('rule/all/0', 'raised', 'chat')).toThrow('UNIQUE')
  })
})
