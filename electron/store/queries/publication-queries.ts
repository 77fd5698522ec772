import { deflateRawSync } from 'node:zlib'
import type { Db } from '../connection.ts'
import type { WeekSnapshot, PublicationSummary } from '../plan-store-records.ts'

type PublicationRow = Omit<PublicationSummary, 'frozenWeeks'> & { readonly frozenWeeks: string }

type NewRow = Omit<PublicationSummary, 'frozenWeeks' | 'version' | 'number'>

const COLUMNS = `number, id, plan_id AS planId, version, pool_id AS poolId, time_zone AS timeZone, first_week AS firstWeek, last_week AS lastWeek,
  published_at AS publishedAt, revision,
  (SELECT coalesce(json_group_array(week ORDER BY week), '[]') FROM publication_weeks WHERE publication_id = publications.id) AS frozenWeeks`

export interface WithdrawnRow {
  readonly firstWeek: string
  readonly lastWeek: string | null
  /** Deflated, as `published`. */
  readonly published: Uint8Array
}

export type WeekSnapshotRow = Omit<WeekSnapshot, 'prediction'> & { readonly prediction: Uint8Array }

export interface PublicationQueries {
  /** The newest first. */
  summaries(): readonly PublicationSummary[]
  summary(id: string): PublicationSummary | null
  /** The plan and the settings as they were, deflated; null: there is no such publication. */
  published(id: string): Uint8Array | null
  /** As the plan's next version. */
  insert(publication: NewRow, published: unknown): void
  /** Its prediction is deflated. */
  week(publicationId: string, week: string): WeekSnapshotRow | null
  /** Its last week becomes this one; the snapshots of later ones are taken out. */
  endWith(id: string, lastWeek: string): void
  /** With the snapshots of its weeks. */
  remove(id: string): void
  /** Keeps a copy of its plan for the weeks from this one on, which are taken back. */
  keepWithdrawn(id: string, from: string): void
  /** Of a plan, in the order in which they were taken back, each with its plan as it was. */
  withdrawn(planId: string): readonly WithdrawnRow[]
  /** 0: the week has a snapshot already, and stays as it is. */
  addWeek(publicationId: string, week: WeekSnapshot): number
}

/** The statements on publications. Each runs in its caller's transaction. */
export function publicationQueries(db: Db): PublicationQueries {
  const summaries = db.prepare<[], PublicationRow>(`SELECT ${COLUMNS} FROM publications ORDER BY number DESC`)
  const summary = db.prepare<[string], PublicationRow>(`SELECT ${COLUMNS} FROM publications WHERE id = ?`)
  const published = db.prepare<[string], Buffer>('SELECT frozen FROM publications WHERE id = ?').pluck()
  const insert = db.prepare<[NewRow & { readonly published: Buffer }]>(`
    INSERT INTO publications (id, plan_id, version, pool_id, time_zone, first_week, last_week, published_at, revision, frozen)
    VALUES (@id, @planId, (SELECT 1 + coalesce(max(version), 0) FROM publications WHERE plan_id = @planId), @poolId, @timeZone,
      @firstWeek, @lastWeek, @publishedAt, @revision, @published)`)
  const week = db.prepare<[string, string], { readonly frozenAt: number; readonly prediction: Buffer }>(
    'SELECT frozen_at AS frozenAt, prediction FROM publication_weeks WHERE publication_id = ? AND week = ?',
  )
  const addWeek = db.prepare<[string, string, number, Buffer]>(`
    INSERT INTO publication_weeks (publication_id, week, frozen_at, prediction) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`)

  const end = db.prepare<[string, string]>('UPDATE publications SET last_week = ? WHERE id = ?')
  const removeWeeksAfter = db.prepare<[string, string]>(
    'DELETE FROM publication_weeks WHERE publication_id = ? AND week > ?',
  )
  const remove = db.prepare<[string]>('DELETE FROM publications WHERE id = ?')
  const keepWithdrawn = db.prepare<[string, string]>(`
    INSERT INTO withdrawn_publications (plan_id, first_week, last_week, frozen)
    SELECT plan_id, max(first_week, ?), last_week, frozen FROM publications WHERE id = ?`)
  const withdrawn = db.prepare<[string], WithdrawnRow>(
    'SELECT first_week AS firstWeek, last_week AS lastWeek, frozen AS published FROM withdrawn_publications WHERE plan_id = ? ORDER BY number',
  )

  return {
    summaries: () => summaries.all().map(summaryOf),
    summary: (id) => {
      const row = summary.get(id)
      return row === undefined ? null : summaryOf(row)
    },
    published: (id) => published.get(id) ?? null,
    insert: (publication, value) => void insert.run({ ...publication, published: pack(value) }),
    week: (publicationId, date) => {
      const row = week.get(publicationId, date)
      return row === undefined ? null : { week: date, frozenAt: row.frozenAt, prediction: row.prediction }
    },
    endWith(id, lastWeek) {
      end.run(lastWeek, id)
      removeWeeksAfter.run(id, lastWeek)
    },
    remove: (id) => void remove.run(id),
    keepWithdrawn: (id, from) => void keepWithdrawn.run(from, id),
    withdrawn: (planId) => withdrawn.all(planId),
    addWeek: (publicationId, value) =>
      addWeek.run(publicationId, value.week, value.frozenAt, pack(value.prediction)).changes,
  }
}

function summaryOf(row: PublicationRow): PublicationSummary {
  return { ...row, frozenWeeks: JSON.parse(row.frozenWeeks) as readonly string[] }
}

function pack(value: unknown): Buffer {
  return deflateRawSync(JSON.stringify(value))
}
