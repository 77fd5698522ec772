import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { DateTime } from 'luxon'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { COMMAND_OUTPUTS } from '../../../shared/contract/command-output.ts'
import type { HealthOutput } from '../../../shared/contract/health-output.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { makeDataFolder, openBackend } from '../../support/services.ts'
import {
  type MadeUpCompany,
  type MadeUpVisit,
  insertCompanies,
  madeUpCompanies,
} from '../../support/platform-companies.ts'
import { openPlatform } from '../../../electron/store/platform-store.ts'
import { startPasswordCatcher } from '../../support/password-catcher.ts'
import { createDatabase, type TestDatabase } from '../../support/source-database.ts'
import { runCommand } from './run-command.ts'

const ZONE = 'America/New_York'
/** Early on the 3rd in UTC, late on the 2nd in New York. */
const NOW = Date.parse('2026-11-03T03:30:00Z')
const COUNT = 40
function percentOf(part: number, whole: number, ofNothing: number): number {
  return whole === 0 ? ofNothing : (100 * part) / whole
}

/** The dashboard's formula, as its users know it, from single visits and calls. */
function byHand({ visits, calls, status }: MadeUpCompany) {
  const monthOf = (at: number): string => DateTime.fromMillis(at, { zone: ZONE }).toFormat('yyyy-MM')
  const inMonth = visits.filter(({ at }) => monthOf(at) === monthOf(NOW))
  const covered = (all: readonly MadeUpVisit[]): number => all.filter(({ isCovered }) => isCovered).length
  const rate = inMonth.length === 0 ? 100 : Math.round((100 * covered(inMonth)) / inMonth.length)
  const monthCalls = calls.filter(({ at }) => monthOf(at) === monthOf(NOW)).length
  const last = calls.length === 0 ? null : Math.max(...calls.map(({ at }) => at))
  const days = last === null ? null : Math.floor((NOW - last) / DAY_MS)
  const activity =
    days === null ? 20 : days <= 1 ? 100 : days <= 3 ? 90 : days <= 7 ? 70 : days <= 14 ? 50 : days <= 30 ? 30 : 10
  const engagement = monthCalls >= 20 ? 100 : monthCalls >= 10 ? 80 : monthCalls >= 5 ? 60 : monthCalls >= 1 ? 40 : 20
  const since = (from: number, to: number): number =>
    calls.filter(({ at }) => at >= NOW - from * DAY_MS && at < NOW - to * DAY_MS).length
  const [recent, earlier] = [since(14, 0), since(28, 14)]
  const change = earlier === 0 ? (recent > 0 ? 1 : 0) : (recent - earlier) / earlier
  const [callsTrend, growth] =
    change > 0.2
      ? (['increasing', 100] as const)
      : change < -0.2
        ? (['declining', 30] as const)
        : (['stable', 70] as const)
  const healthScore = Math.round((35 * activity + 20 * engagement + 25 * rate + 20 * growth) / 100)
  const answered = calls.filter((call) => call.status === 'accepted' || call.status === 'completed').length
  const riskLevel = healthScore < 40 ? 'critical' : healthScore < 60 ? 'high' : healthScore < 80 ? 'medium' : 'low'
  return {
    visitors: visits.length,
    covered: covered(visits),
    visitorsThisMonth: inMonth.length,
    coveredThisMonth: covered(inMonth),
    calls: calls.length,
    callsThisMonth: monthCalls,
    coverageRate: percentOf(covered(visits), visits.length, 100),
    coverageRateThisMonth: percentOf(covered(inMonth), inMonth.length, 100),
    answered,
    answerRate: percentOf(answered, covered(visits), 0),
    lastCall: last === null ? null : new Date(last).toISOString(),
    daysSinceLastCall: days,
    callsTrend,
    scores: { activity, engagement, coverage: rate, growth },
    healthScore,
    riskLevel,
    atRisk: status === 'active' && riskLevel !== 'low',
  }
}

/** This month's visitors whom the own rule counts: by the words of the rule. */
function ownOf({ visits, blocked, mode }: MadeUpCompany) {
  const listed = blocked.map((code) => code.trim().toUpperCase())
  const counts = (country: string | null): boolean => {
    const code = country?.trim().toUpperCase() ?? ''
    return code === '' || listed.length === 0 || listed.includes(code) === (mode === 'allowlist')
  }
  const isThisMonth = (at: number): boolean => at >= Date.parse('2026-11-01T04:00:00Z')
  const own = visits.filter(({ at, country }) => isThisMonth(at) && counts(country))
  return { visitors: own.length, covered: own.filter(({ isCovered }) => isCovered).length }
}

describe('the health of organizations, on the command line', () => {
  const folder = makeDataFolder()
  const all = madeUpCompanies(COUNT, NOW)
  let database: TestDatabase
  beforeAll(async () => {
    database = await createDatabase(inject('postgresUrl'))
    await insertCompanies(database, all)
  })
  afterAll(async () => {
    folder.remove()
    await database.drop()
  })

  const health = async (
    args: readonly string[],
    dataDir = folder.path,
  ): Promise<{ readonly output: HealthOutput; readonly stderr: string }> => {
    const { code, stdout, stderr } = await runCommand(['health', ...args, '--json', '--data-dir', dataDir])
    expect({ code, ...(code === 0 ? {} : { stderr }) }).toEqual({ code: 0 })
    return { output: COMMAND_OUTPUTS.health.parse(JSON.parse(stdout)), stderr }
  }
  const at = (now: number, source = database.url): readonly string[] => [
    '--source',
    source,
    '--time-zone',
    ZONE,
    '--now',
    new Date(now).toISOString(),
  ]

  it('has every figure of the dashboard, of forty companies, and ours by their own country rules', async () => {
    const { output } = await health(at(NOW))
    const found = new Map(output.organizations.map((one) => [one.id, one]))
    expect(found.size).toBe(COUNT)
    for (const made of all) {
      const one = found.get(made.id)!
      const expected = byHand(made)
      expect({ id: one.id, ...pick(one, expected) }).toEqual({ id: made.id, ...expected })
      expect([one.missed, one.activeAgents, one.status, one.mrr]).toEqual([
        expected.visitors - expected.covered,
        1,
        made.status,
        made.mrr,
      ])
      expect(pick(one.own, ownOf(made))).toEqual(ownOf(made))
    }
    const atRisk = all.filter((made) => byHand(made).atRisk)
    const sum = (of: 'covered' | 'answered'): number => all.reduce((total, made) => total + byHand(made)[of], 0)
    const visitors = all.reduce((total, { visits }) => total + visits.length, 0)
    expect(output.totals).toMatchObject({
      organizations: COUNT,
      critical: atRisk.filter((made) => byHand(made).riskLevel === 'critical').length,
      covered: sum('covered'),
      missed: visitors - sum('covered'),
      coverageRate: percentOf(sum('covered'), visitors, 100),
      answered: sum('answered'),
      answerRate: percentOf(sum('answered'), sum('covered'), 0),
      atRisk: atRisk.length,
      mrrAtRisk: atRisk.reduce((sum, { mrr }) => sum + mrr, 0),
      visitors,
      calls: all.reduce((total, { calls }) => total + calls.length, 0),
    })
    const scores = output.organizations.map(({ healthScore }) => healthScore)
    expect(scores).toEqual(scores.toSorted((a, b) => a - b))
    expect(atRisk.length).toBeGreaterThan(3)
  })

  it('counts what came since as it would count everything anew, also after a rule has changed', async () => {
    const grown = makeDataFolder()
    const fresh = makeDataFolder()
    await health(at(NOW - 100 * DAY_MS), grown.path)
    await health(at(NOW - 3 * HOUR_MS), grown.path)
    await database.run(`update organizations set blocked_countries = '{CA}' where id = $1`, [all[5]!.id])
    const { output } = await health(at(NOW), grown.path)
    expect(output.organizations.map(withoutTrend)).toEqual(
      (await health(at(NOW), fresh.path)).output.organizations.map(withoutTrend),
    )
    await database.run(`update organizations set blocked_countries = $2 where id = $1`, [all[5]!.id, all[5]!.blocked])
    grown.remove()
    fresh.remove()
  })

  it('needs the source no more than once: without it the last figures are there, with a word about it', async () => {
    const other = makeDataFolder()
    const gone = await createDatabase(inject('postgresUrl'))
    await insertCompanies(gone, all.slice(0, 2))
    await health(at(NOW, gone.url), other.path)
    await gone.drop()
    const { output, stderr } = await health([], other.path)
    expect(output.organizations).toHaveLength(2)
    expect(stderr).toContain('The source was not read; these are the figures of')
    const named = await runCommand(['health', ...at(NOW, gone.url), '--data-dir', other.path])
    expect(named.code).toBe(1)
    other.remove()
  })

  it('looks back and ahead without forgetting what it knows', async () => {
    const other = makeDataFolder()
    const back = makeDataFolder()
    const fresh = (await health(at(NOW), other.path)).output
    const past = (await health(at(NOW - 40 * DAY_MS), other.path)).output
    expect(past).toEqual((await health(at(NOW - 40 * DAY_MS), back.path)).output)
    expect((await health(at(NOW), other.path)).output).toEqual(fresh)
    await health(at(Date.parse('2099-01-01T00:00:00Z')), other.path)
    expect((await health(at(NOW), other.path)).output).toEqual(fresh)
    other.remove()
    back.remove()
  })

  it('keeps what the source has lost, and its own zone', async () => {
    const other = makeDataFolder()
    const losing = await createDatabase(inject('postgresUrl'))
    await insertCompanies(losing, all.slice(4, 7))
    const before = (await health(at(NOW, losing.url), other.path)).output
    await losing.run(`delete from widget_pageviews where created_at < '2026-10-01'`)
    await losing.run(`update organizations set blocked_countries = '{CA}' where id = $1`, [all[4]!.id])
    const { output } = await health(
      ['--source', losing.url, '--now', new Date(NOW + HOUR_MS).toISOString()],
      other.path,
    )
    expect(output.timeZone).toBe(ZONE)
    expect(output.totals).toEqual(before.totals)
    other.remove()
    await losing.drop()
  })

  it('counts again what a later grant lets it see', async () => {
    const other = makeDataFolder()
    const role = `later_${database.name}`
    await database.run(`create role ${role} login bypassrls password 'x'`)
    await database.run(`grant select on organizations, agent_sessions, agent_profiles to ${role}`)
    await database.run(`grant select (organization_id, pool_id, agent_id, created_at) on widget_pageviews to ${role}`)
    const url = new URL(database.url)
    url.username = role
    url.password = 'x'
    expect((await health(at(NOW, url.href), other.path)).output.totals.calls).toBe(0)
    await database.run(`grant select on call_logs, widget_pageviews to ${role}`)
    const { output } = await health(at(NOW + HOUR_MS, url.href), other.path)
    const whole = (await health(at(NOW + HOUR_MS))).output
    expect(output.organizations.map(withoutTrend)).toEqual(whole.organizations.map(withoutTrend))
    await database.run(`drop owned by ${role}`)
    await database.run(`drop role ${role}`)
    other.remove()
  })

  it('moves a damaged file aside, and counts again', async () => {
    const other = makeDataFolder()
    await health(at(NOW), other.path)
    const [file] = readdirSync(join(other.path, 'platforms')).filter((name) => name.endsWith('.sqlite'))
    const db = new Database(join(other.path, 'platforms', file!))
    db.exec(`update organizations set days = x'01' where id = '${all[3]!.id}'`)
    db.close()
    expect((await runCommand(['health', '--data-dir', other.path])).stderr).toContain('Count the organizations again')
    const { output, stderr } = await health(at(NOW + HOUR_MS), other.path)
    expect(stderr).toContain('The damaged file was moved to')
    expect(output.organizations).toHaveLength(COUNT)
    other.remove()
  })

  it('shows a role that row level security keeps to one organization that one alone', async () => {
    const lab = makeDataFolder()
    const role = `one_of_them_${database.name}`
    await database.run(`create role ${role} login password 'x'`)
    for (const table of ['organizations', 'widget_pageviews', 'agent_sessions', 'call_logs', 'agent_profiles']) {
      await database.run(`grant select on ${table} to ${role}`)
      const column = table === 'organizations' ? 'id' : 'organization_id'
      await database.run(`create policy only_one on ${table} for select to ${role} using (${column} = '${all[4]!.id}')`)
    }
    const url = new URL(database.url)
    url.username = role
    url.password = 'x'
    const { output } = await health(at(NOW, url.href), lab.path)
    expect(output.organizations.map(({ id }) => id)).toEqual([all[4]!.id])
    await database.run(`drop owned by ${role}`)
    await database.run(`drop role ${role}`)
    lab.remove()
  })

  it('says which organizations fell a class since the count before', async () => {
    const other = makeDataFolder()
    const falling = await createDatabase(inject('postgresUrl'))
    await insertCompanies(falling, all.slice(20, 24))
    const { id } = all[22]!
    const fallOf = async (now: number) => {
      const { output } = await health(at(now, falling.url), other.path)
      const one = output.organizations.find((organization) => organization.id === id)!
      return { fall: one.fall, fallen: output.totals.fallen, risk: one.own.riskLevel }
    }
    const before = await fallOf(NOW)
    expect(before).toMatchObject({ fall: null, fallen: 0 })
    // Nobody calls any more.
    const after = await fallOf(NOW + 25 * DAY_MS)
    expect(after.fall).toEqual({
      from: before.risk,
      to: after.risk,
      at: new Date(NOW + 25 * DAY_MS).toISOString(),
    })
    expect(await fallOf(NOW)).toMatchObject({ fall: null, fallen: 0 })
    const { stdout } = await runCommand(['health', ...at(NOW + 25 * DAY_MS, falling.url), '--data-dir', other.path])
    expect(stdout).toContain(`from ${before.risk} to ${after.risk} risk`)
    // Without calls every score is lower, and no organization is worse.
    await falling.run('drop table call_logs cascade')
    const { fall, fallen } = after
    expect(await fallOf(NOW + 25 * DAY_MS + HOUR_MS)).toMatchObject({ fall, fallen })
    other.remove()
    await falling.drop()
  })

  it('needs no table of sessions', async () => {
    const other = makeDataFolder()
    const without = await createDatabase(inject('postgresUrl'))
    await insertCompanies(without, all.slice(5, 8))
    const whole = (await health(at(NOW, without.url), makeDataFolder().path)).output
    await without.run('drop table agent_sessions cascade')
    expect((await health(at(NOW, without.url), other.path)).output).toEqual(whole)
    other.remove()
    await without.drop()
  })

  it('is of the platform that is chosen, and forgets one on purpose alone', async () => {
    const several = makeDataFolder()
    const second = await createDatabase(inject('postgresUrl'))
    await insertCompanies(second, all.slice(0, 3))
    const run = (...args: readonly string[]) => runCommand(['health', ...args, '--json', '--data-dir', several.path])
    await health(at(NOW), several.path)
    await health(at(NOW, second.url), several.path)
    const list = async () => COMMAND_OUTPUTS['health --list'].parse(JSON.parse((await run('--list')).stdout)).platforms
    expect((await list()).map(({ organizations }) => organizations)).toEqual([3, COUNT])
    const first = (await list())[1]!
    const chosen = COMMAND_OUTPUTS.health.parse(JSON.parse((await run('--platform', first.id)).stdout))
    expect(chosen.organizations).toHaveLength(COUNT)
    expect((await list())[0]).toMatchObject({ id: first.id })
    expect((await run('--platform', 'other')).stderr).toContain('There is no platform other.')
    expect((await run('--platform', first.id, '--source', second.url)).code).toBe(2)
    expect((await run('--forget')).code).toBe(2)
    const forgotten = await run('--forget', '--yes')
    expect(COMMAND_OUTPUTS['health --forget'].parse(JSON.parse(forgotten.stdout)).forgotten).toContain(database.name)
    expect((await list()).map(({ organizations }) => organizations)).toEqual([3])
    several.remove()
    await second.drop()
  })

  it('is written into files by their endings', async () => {
    const kept = makeDataFolder()
    const files = mkdtempSync(join(tmpdir(), 'covercast-health-'))
    const write = (name: string, ...more: readonly string[]) =>
      runCommand(['health', ...at(NOW), '--out', join(files, name), ...more, '--json', '--data-dir', kept.path], {
        printPage: async ({ page }) => Buffer.from(`%PDF-1.7 /Type /Page ${page.kind}`),
      })
    const document = async (name: string) =>
      COMMAND_OUTPUTS['health --out'].parse(JSON.parse((await write(name)).stdout))
    expect((await document('list.csv')).bytes).toBe(readFileSync(join(files, 'list.csv')).length)
    expect(readFileSync(join(files, 'list.csv'), 'utf8').trim().split('\r\n')).toHaveLength(COUNT + 1)
    expect((await document('list.xlsx')).bytes).toBeGreaterThan(1000)
    await document('list.pdf')
    expect(readFileSync(join(files, 'list.pdf'), 'utf8')).toContain('health')
    expect((await write('list.csv')).stderr).toContain('list.csv')
    expect((await write('list.csv', '--overwrite')).code).toBe(0)
    expect((await write('list.txt')).code).toBe(2)
    expect(existsSync(join(files, 'list.txt'))).toBe(false)
    const back = await runCommand([
      'health',
      ...at(NOW - 40 * DAY_MS),
      '--out',
      join(files, 'back.csv'),
      '--data-dir',
      kept.path,
    ])
    expect([back.code, back.stderr]).toEqual([2, expect.stringContaining('are not kept')])
    rmSync(files, { recursive: true })
    kept.remove()
  })

  it('gives PGPASSWORD only to a source that is named with it, or that no other variable contradicts', async () => {
    const other = makeDataFolder()
    const catcher = await startPasswordCatcher()
    const url = `postgres://reader@127.0.0.1:${catcher.port}/product?sslmode=disable`
    const platform = openPlatform({ dataDir: other.path, id: 'caught', now: NOW }, () => undefined)
    platform.write({ source: { url, mapping: null }, counted: null, organizations: [] }, NOW)
    platform.close()
    const run = (args: readonly string[], environment: Readonly<Record<string, string>>) =>
      runCommand(['health', ...args, '--data-dir', other.path], {
        openBackend: (dataDir) => openBackend(dataDir!, Date.now, environment),
      })
    const named = await run(['--source', url], { PGPASSWORD: 'named-with-it', PGHOST: 'elsewhere' })
    const remembered = await run([], { PGPASSWORD: 'of-the-environment' })
    const foreign = await run([], { PGPASSWORD: 'for-somebody-else', PGUSER: 'somebody' })
    expect([named.code, remembered.code, foreign.code]).toEqual([1, 1, 1])
    expect(catcher.heard.filter(({ kind }) => kind === 'password').map(({ text }) => text)).toEqual([
      'named-with-it',
      'of-the-environment',
    ])
    const files = readdirSync(other.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    expect(files.filter((text) => text.includes('named-with-it') || text.includes('of-the-environment'))).toEqual([])
    await catcher.close()
    other.remove()
  })

  it('is a table for people, with why the scores differ', async () => {
    const { code, stdout } = await runCommand(['health', ...at(NOW), '--data-dir', folder.path])
    expect(code).toBe(0)
    expect(stdout).toContain(`${COUNT} organizations as of`)
    expect(stdout).toMatch(/Company \d+ +active +\d+ +\d+ +(?:sure|fairly sure|unsure) +(?:low|medium|high|critical)/u)
    expect(stdout).toContain('the dashboard counts visitors of blocked countries')
  })

  it('says what to give where no platform was ever counted', async () => {
    const empty = makeDataFolder()
    const { code, stderr } = await runCommand(['health', '--data-dir', empty.path])
    expect(code).toBe(1)
    expect(stderr).toContain('No platform was counted yet.')
    empty.remove()
  })
})

function pick<T extends object>(from: object, like: T): T {
  return Object.fromEntries(Object.keys(like).map((key) => [key, (from as Record<string, unknown>)[key]])) as T
}

/** What is folded by month when it is first counted late has no weeks. */
function withoutTrend({ trend: _trend, ...rest }: HealthOutput['organizations'][number]) {
  return rest
}
