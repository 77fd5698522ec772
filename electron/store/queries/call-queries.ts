import type { CallCount } from '../../../shared/coverage/types.ts'
import type { CachedCalls, CallsChange } from '../../sync/cache.ts'
import { callsCountingOf } from '../../sync/calls.ts'
import type { CallsCounting } from '../../sync/source.ts'
import type { Db } from '../connection.ts'
import type { CodeBook } from './code-queries.ts'

/** Calls as they are counted, and how far they are known. */
export interface KnownCalls {
  /** The clock of the sync that last read them. */
  readonly through: number
  /** 'attempts': a visitor who is passed on from agent to agent counts each time. */
  readonly counting: CallsCounting
  readonly counts: readonly CallCount[]
}

export interface CallReadQueries {
  /** null: no calls are known. */
  state(): CachedCalls | null
  known(): KnownCalls | null
}

export interface CallWriteQueries {
  replace(change: CallsChange | null): void
  remove(day: number): void
}

export function callReadQueries(db: Db): CallReadQueries {
  const state = db.prepare<[], CachedCalls>('SELECT fingerprint, from_day AS fromDay, through FROM calls_state')
  const counts = db.prepare<[], CallCount>(`
    SELECT day, code AS poolId, calls, completed, seconds FROM calls JOIN pool_codes ON ordinal = pool ORDER BY day, pool`)
  const found = (): CachedCalls | null => state.get() ?? null
  return {
    state: found,
    known: () => {
      const known = found()
      return known && { through: known.through, counting: callsCountingOf(known), counts: counts.all() }
    },
  }
}

export function callWriteQueries(db: Db, pools: CodeBook): CallWriteQueries {
  const forget = db.prepare('DELETE FROM calls_state')
  const remember = db.prepare<[CachedCalls]>(
    'INSERT INTO calls_state (one, fingerprint, from_day, through) VALUES (1, @fingerprint, @fromDay, @through)',
  )
  const clear = db.prepare<[number]>('DELETE FROM calls WHERE day >= ?')
  const remove = db.prepare<[number]>('DELETE FROM calls WHERE day = ?')
  const add = db.prepare<[Omit<CallCount, 'poolId'> & { readonly pool: number }]>(
    'INSERT INTO calls (day, pool, calls, completed, seconds) VALUES (@day, @pool, @calls, @completed, @seconds)',
  )
  return {
    replace: (change) => {
      forget.run()
      clear.run(change?.replacedFromDay ?? Number.MIN_SAFE_INTEGER)
      if (change === null) return
      const { fingerprint, fromDay, through, counts } = change
      remember.run({ fingerprint, fromDay, through })
      for (const { poolId, ...count } of counts) add.run({ ...count, pool: pools.ordinalOf(poolId) })
    },
    remove: (day) => void remove.run(day),
  }
}
