import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  forgetPlatform,
  type KeptPlatform,
  listPlatforms,
  openPlatform,
  readLastPlatform,
  readPlatform,
  usePlatform,
} from '../../../electron/store/platform-store.ts'

let dataDir: string
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'covercast-platforms-'))))
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

function platform(host: string): KeptPlatform {
  return {
    source: { url: `postgres://reader@${host}/product`, mapping: null },
    counted: { now: 1000, timeZone: 'UTC', identity: host, parts: { countries: null, calls: null } },
    organizations: [
      {
        facts: {
          id: 'one',
          name: 'One',
          plan: null,
          status: 'active',
          mrr: 5,
          activeAgents: 1,
          lastCall: null,
          recentCalls: 0,
          earlierCalls: 0,
          days: [{ day: 20_000, visitors: 3, covered: 2, ownVisitors: 3, ownCovered: 2, calls: 1, answered: 1 }],
        },
        rule: '',
        standing: { level: 'high', fall: { from: 'medium', to: 'high', at: 900 } },
      },
    ],
  }
}

function keep(id: string, lastUsed: number | null): void {
  const store = openPlatform({ dataDir, id, now: 1000 }, () => undefined)
  store.write(platform(id), lastUsed)
  store.close()
}
const ids = () => listPlatforms(dataDir).map(({ id }) => id)

describe('the platforms of a data folder', () => {
  it('are listed by their last use, which a count that nobody looks at does not change', () => {
    expect(readLastPlatform(dataDir)).toBeNull()
    keep('a', 1000)
    keep('b', 2000)
    keep('c', null)
    expect(ids()).toEqual(['b', 'a', 'c'])
    keep('a', null)
    expect(ids()).toEqual(['b', 'a', 'c'])
    expect(listPlatforms(dataDir)[0]).toEqual({
      id: 'b',
      found: { url: 'postgres://reader@b/product', now: 1000, organizations: 1 },
    })
    expect(readLastPlatform(dataDir)?.organizations).toEqual(platform('b').organizations)
  })

  it('are chosen, also after a clock that was ahead', () => {
    keep('a', 1000)
    keep('b', 9_000_000)
    usePlatform(dataDir, 'a', 2000)
    expect(ids()).toEqual(['a', 'b'])
    expect(() => usePlatform(dataDir, 'c', 2000)).toThrow(/No platform was counted yet/u)
  })

  it('are forgotten whole, with what was moved aside, also where they cannot be read', () => {
    keep('a', 1000)
    keep('b', 2000)
    writeFileSync(join(dataDir, 'platforms', 'a.sqlite.damaged-1'), 'names')
    writeFileSync(join(dataDir, 'platforms', 'b.sqlite'), 'no database')
    expect(listPlatforms(dataDir).find(({ id }) => id === 'b')).toEqual({ id: 'b', found: null })
    forgetPlatform(dataDir, 'b')
    forgetPlatform(dataDir, 'a')
    expect(readdirSync(join(dataDir, 'platforms'))).toEqual([])
    expect(() => forgetPlatform(dataDir, 'a')).toThrow(/No platform was counted yet/u)
  })

  it('are named by ids alone, so that no path leads out of the folder', () => {
    mkdirSync(join(dataDir, 'platforms'), { recursive: true })
    writeFileSync(join(dataDir, 'other.sqlite'), 'mine')
    expect(() => forgetPlatform(dataDir, '../other')).toThrow(/No platform was counted yet/u)
    expect(existsSync(join(dataDir, 'other.sqlite'))).toBe(true)
  })

  it('are read where an earlier version kept them without classes', () => {
    keep('a', 1000)
    const db = new Database(join(dataDir, 'platforms', 'a.sqlite'))
    db.exec(`update organizations set facts = json_remove(facts, '$.standing')`)
    db.close()
    expect(readPlatform(dataDir, 'a').organizations[0]!.standing).toBeNull()
  })
})
