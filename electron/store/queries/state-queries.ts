import type { DataProblem } from '../../../shared/coverage/types.ts'
import type { SyncRun, SyncState } from '../../sync/cache.ts'
import type { Db } from '../connection.ts'

/** Runs older than this many are forgotten. */
const RUNS_KEPT = 1_000

export interface StateQueries {
  /** Grows with every commit. */
  revision(): number
  setRevision(revision: number): void
  state(): SyncState
  setState(state: SyncState): void
  addRun(run: SyncRun): void
  /** Newest first. */
  runs(limit: number): readonly SyncRun[]
}

type StateRow = Omit<SyncState, 'problems'> & { readonly problems: string }

/** *Now* of the last sync; null: never synced. */
export function readNow(db: Db): number | null {
  return db.prepare<[], number | null>('SELECT now FROM state').pluck().get() ?? null
}

export function stateQueries(db: Db): StateQueries {
  const revision = db.prepare<[], number>('SELECT revision FROM state').pluck()
  const setRevision = db.prepare<[number]>('UPDATE state SET revision = ?')
  const state = db.prepare<[], StateRow>(
    'SELECT now, history_from_day AS historyFromDay, last_reconcile_at AS lastReconcileAt, problems FROM state',
  )
  const setState = db.prepare<[StateRow]>(
    'UPDATE state SET now = @now, history_from_day = @historyFromDay, last_reconcile_at = @lastReconcileAt, problems = @problems',
  )
  const addRun = db.prepare<[SyncRun]>(`
    INSERT INTO runs (started_at, duration_ms, now, outcome, windows, cells, session_rows, visitors, error)
    VALUES (@startedAt, @durationMs, @now, @outcome, @windows, @cells, @sessionRows, @visitors, @error)`)
  const trimRuns = db.prepare<[number]>('DELETE FROM runs WHERE id <= ?')
  const runs = db.prepare<[number], SyncRun>(`
    SELECT started_at AS startedAt, duration_ms AS durationMs, now, outcome, windows, cells, session_rows AS sessionRows, visitors, error
    FROM runs ORDER BY id DESC LIMIT ?`)
  return {
    revision: () => revision.get() ?? 0,
    setRevision: (value) => void setRevision.run(value),
    state: () => {
      const row = state.get()
      if (row === undefined) return { now: null, historyFromDay: null, lastReconcileAt: null, problems: [] }
      return { ...row, problems: JSON.parse(row.problems) as DataProblem[] }
    },
    setState: (value) => void setState.run({ ...value, problems: JSON.stringify(value.problems) }),
    addRun: (run) => {
      const { lastInsertRowid } = addRun.run(run)
      trimRuns.run(Number(lastInsertRowid) - RUNS_KEPT)
    },
    runs: (limit) => runs.all(limit),
  }
}
