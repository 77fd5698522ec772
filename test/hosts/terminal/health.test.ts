import { DateTime } from 'luxon'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { COMMAND_OUTPUTS } from '../../../shared/contract/command-output.ts'
import type { HealthOutput } from '../../../shared/contract/health-output.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { createRandom } from '../../../shared/predict/random.ts'
import { makeDataFolder } from '../../support/services.ts'
import {
  createDatabase,
  insertAgents,
  insertCalls,
  insertOrganization,
  insertPageviews,
  type TestDatabase,
} from '../../support/source-database.ts'
import { runCommand } from './run-command.ts'

const ZONE = 'America/New_York'
/** Early on the 3rd in UTC, late on the 2nd in New York. */
const NOW = Date.parse('2026-11-03T03:30:00Z')
const COUNT = 40
const COUNTRIES = ['US', 'us', 'DE', ' ca', '', null] as const
const STATUSES = ['accepted', 'completed', 'rejected', 'missed', 'pending'] as const

const idOf = (kind: string, index: number): string =>
  `${kind.repeat(8)}-0000-4000-8000-${String(index).padStart(12, '0')}`

interface Visit {
  readonly at: number
  readonly country: (typeof COUNTRIES)[number]
  readonly isCovered: boolean
}

interface Call {
  readonly at: number
  readonly status: (typeof STATUSES)[number]
}

interface Organization {
  readonly id: string
  readonly blocked: readonly string[]
  readonly mode: 'blocklist' | 'allowlist'
  readonly status: string
  readonly mrr: number
  readonly visits: readonly Visit[]
  readonly calls: readonly Call[]
}

/** Forty companies, from busy to dead, with rules of all kinds. */
function madeUp(): readonly Organization[] {
  const random = createRandom(7, 3)
  const upTo = (most: number): number => Math.floor(random.uniform() * most)
  const before = (days: number): number => NOW - 1 - upTo(days * DAY_MS)
  return Array.from({ length: COUNT }, (_, index) => ({
    id: idOf('a', index),
    blocked: [[], ['DE'], ['us '], ['US', 'CA']][index % 4]!,
    mode: index % 3 === 0 ? 'allowlist' : 'blocklist',
    status: ['active', 'active', 'paused', 'trialing'][index % 4]!,
    mrr: 10 * index,
    visits: Array.from({ length: index % 9 === 0 ? 0 : upTo(120) }, () => ({
      at: before([1, 5, 60, 400][upTo(4)]!),
      country: COUNTRIES[upTo(COUNTRIES.length)]!,
      isCovered: random.uniform() < index / COUNT,
    })),
    calls: Array.from({ length: index % 7 === 0 ? 0 : upTo(index % 2 === 0 ? 60 : 4) }, () => ({
      at: before([2, 20, 30, 90][upTo(4)]!),
      status: STATUSES[upTo(STATUSES.length)]!,
    })),
  }))
}

/** The dashboard's formula, as its users know it, from single visits and calls. */
function byHand({ visits, calls, status }: Organization) {
  const monthOf = (at: number): string => DateTime.fromMillis(at, { zone: ZONE }).toFormat('yyyy-MM')
  const inMonth = visits.filter(({ at }) => monthOf(at) === monthOf(NOW))
  const covered = (all: readonly Visit[]): number => all.filter(({ isCovered }) => isCovered).length
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
  const riskLevel = healthScore < 40 ? 'critical' : healthScore < 60 ? 'high' : healthScore < 80 ? 'medium' : 'low'
  return {
    visitors: visits.length,
    covered: covered(visits),
    visitorsThisMonth: inMonth.length,
    coveredThisMonth: covered(inMonth),
    calls: calls.length,
    callsThisMonth: monthCalls,
    answered: calls.filter((call) => call.status === 'accepted' || call.status === 'completed').length,
    daysSinceLastCall: days,
    callsTrend,
    scores: { activity, engagement, coverage: rate, growth },
    healthScore,
    riskLevel,
    atRisk: status === 'active' && riskLevel !== 'low',
  }
}

/** This month's visitors whom the own rule counts: by the words of the rule. */
function ownOf({ visits, blocked, mode }: Organization) {
  const listed = blocked.map((code) => code.trim().toUpperCase())
  const counts = (country: string | null): boolean => {
    const code = country?.trim().toUpperCase() ?? ''
    return code === '' || listed.length === 0 || listed.includes(code) === (mode === 'allowlist')
  }
  const isThisMonth = (at: number): boolean => at >= Date.parse('2026-11-01T04:00:00Z')
  const own = visits.filter(({ at, country }) => isThisMonth(at) && counts(country))
  return { visitors: own.length, covered: own.filter(({ isCovered }) => isCovered).length }
}

async function fill(database: TestDatabase, all: readonly Organization[]): Promise<void> {
  const { client } = database
  for (const [index, { id, blocked, mode, status, mrr }] of all.entries()) {
    await insertOrganization(client, {
      id,
      name: `Company ${index}`,
      blockedCountries: blocked,
      countryListMode: mode,
    })
    await database.run(
      'update organizations set subscription_status = $2::subscription_status, mrr = $3 where id = $1',
      [id, status, mrr],
    )
  }
  await insertAgents(
    client,
    all.map(({ id }, index) => ({ id: idOf('c', index), organizationId: id, name: `Agent ${index}` })),
  )
  await insertPageviews(
    client,
    all.flatMap(({ id, visits }, index) =>
      visits.map(({ at, country, isCovered }) => ({
        organizationId: id,
        country,
        agentId: isCovered ? idOf('c', index) : null,
        createdAt: at,
      })),
    ),
  )
  await insertCalls(
    client,
    all.flatMap(({ id, calls }, index) =>
      calls.map(({ at, status }) => ({ organizationId: id, agentId: idOf('c', index), status, createdAt: at })),
    ),
  )
}

describe('the health of organizations, on the command line', () => {
  const folder = makeDataFolder()
  const all = madeUp()
  let database: TestDatabase
  beforeAll(async () => {
    database = await createDatabase(inject('postgresUrl'))
    await fill(database, all)
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
    expect(code, stderr).toBe(0)
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
    expect(output.totals).toMatchObject({
      organizations: COUNT,
      atRisk: atRisk.length,
      mrrAtRisk: atRisk.reduce((sum, { mrr }) => sum + mrr, 0),
      visitors: all.reduce((sum, { visits }) => sum + visits.length, 0),
      calls: all.reduce((sum, { calls }) => sum + calls.length, 0),
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
    await fill(gone, all.slice(0, 2))
    await health(at(NOW, gone.url), other.path)
    await gone.drop()
    const { output, stderr } = await health([], other.path)
    expect(output.organizations).toHaveLength(2)
    expect(stderr).toContain('The source was not read; these are the figures of')
    const named = await runCommand(['health', ...at(NOW, gone.url), '--data-dir', other.path])
    expect(named.code).toBe(1)
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

  it('is a table for people, with why the scores differ', async () => {
    const { code, stdout } = await runCommand(['health', ...at(NOW), '--data-dir', folder.path])
    expect(code).toBe(0)
    expect(stdout).toContain(`${COUNT} organizations as of`)
    expect(stdout).toMatch(/Company \d+ +active +\d+ +\d+ +(?:high|medium|low) +(?:low|medium|high|critical)/u)
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
