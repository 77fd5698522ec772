import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { parseMapping } from '../../../shared/contract/source/mapping.ts'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import type { Source, SourcePresence } from '../../../electron/sync/source.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { type RecordingProxy, startRecordingProxy } from '../../support/recording-proxy.ts'
import {
  createDatabase,
  insertAgents,
  insertOrganization,
  insertSessions,
  type TestDatabase,
} from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'

const ORGANIZATION = 'aaaaaaaa-0000-4000-8000-000000000001'
const OTHER = 'aaaaaaaa-0000-4000-8000-000000000002'
const ANN = 'cccccccc-0000-4000-8000-000000000001'
const BOB = 'cccccccc-0000-4000-8000-000000000002'
const START = Date.parse('2025-03-30T00:00:00Z')
const DAY = START / 86_400_000
const NOW = START + 48 * HOUR_MS
const never = new AbortController().signal
const at = (hour: number): string => new Date(START + hour * HOUR_MS).toISOString()

let database: TestDatabase
let proxy: RecordingProxy
const opened: Source[] = []

beforeEach(async () => {
  database = await createDatabase(inject('postgresUrl'))
  proxy = await startRecordingProxy(inject('postgresUrl'))
  const { client } = database
  await insertOrganization(client, { id: ORGANIZATION, name: 'Example Ltd' })
  await insertOrganization(client, { id: OTHER, name: 'Another Ltd' })
  await insertAgents(client, [
    { id: ANN, organizationId: ORGANIZATION, name: 'Ann' },
    { id: BOB, organizationId: OTHER, name: 'Bob' },
  ])
  await database.run('drop table if exists agent_status_changes cascade')
  for (const name of ['idle_seconds', 'in_call_seconds', 'away_seconds'])
    await database.run(`alter table agent_sessions drop column if exists ${name}`)
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()))
  await proxy.close()
  await database.drop()
})

function presenceOf({ fromDay = DAY, toDay = DAY + 1, now = NOW, away = true } = {}): Promise<SourcePresence | null> {
  const created = createPostgresSource({
    connection: connectionTo(database.url, { port: proxy.port, tlsMode: 'disable' }),
    mapping: parseMapping({}),
  })
  opened.push(created)
  return created.presence!({ organizationId: ORGANIZATION, fromDay, toDay, now, away }, never)
}

/** Ann: in at 08:00, calls 09:00-09:30 and, from being away, 12:00-12:15; away 11:00-12:00 and 23:00-01:00; signs off at 02:00. */
const CHANGES: readonly (readonly [hour: number, from: string, to: string])[] = [
  [8, 'offline', 'idle'],
  [9.123, 'idle', 'in_call'],
  [9.5, 'in_call', 'idle'],
  [11, 'idle', 'away'],
  [11.5, 'away', 'away'],
  [12, 'away', 'idle'],
  [12.1, 'idle', 'in_call'],
  [12.35, 'in_call', 'idle'],
  [23, 'idle', 'away'],
  [25, 'away', 'idle'],
  [26, 'idle', 'offline'],
]

async function recordChanges(): Promise<void> {
  await database.run(`create type recorded_status as enum ('idle', 'in_call', 'away', 'offline')`)
  await database.run(
    'create table agent_status_changes (id uuid default gen_random_uuid(), session_id uuid, agent_id uuid, from_status recorded_status, to_status recorded_status, changed_at timestamptz, reason text)',
  )
  for (const [agent, status] of [
    [ANN, null],
    [BOB, 'away'],
  ] as const) {
    for (const [hour, from, to] of CHANGES)
      await database.run(
        'insert into agent_status_changes (agent_id, from_status, to_status, changed_at) values ($1, $2, $3, $4)',
        [agent, from, status ?? to, at(hour)],
      )
  }
}

const sorted = (found: SourcePresence | null) =>
  found && {
    seconds: found.seconds
      .toSorted((a, b) => a.day - b.day)
      .map((sums) => ({
        ...sums,
        idle: Math.round(sums.idle),
        inCall: Math.round(sums.inCall),
        away: Math.round(sums.away),
      })),
    away: found.away?.toSorted((a, b) => a.startedAt - b.startedAt) ?? null,
  }
const AWAY = [
  { agentId: ANN, startedAt: START + 11 * HOUR_MS, endedAt: START + 12 * HOUR_MS },
  { agentId: ANN, startedAt: START + 23 * HOUR_MS, endedAt: START + 25 * HOUR_MS },
]
const IN_CALL = Math.round(3600 * (0.377 + 0.25))
const SECONDS = [
  { day: DAY, agentId: ANN, idle: 3600 * 14 - IN_CALL, inCall: IN_CALL, away: 2 * 3600 },
  { day: DAY + 1, agentId: ANN, idle: 3600, inCall: 0, away: 3600 },
]

describe('what agents did while online', () => {
  it('is nothing where the source records nothing of it', async () => {
    expect(await presenceOf()).toBeNull()
  })

  it('is read from a log of changes, of one organization', async () => {
    await recordChanges()
    expect(sorted(await presenceOf())).toEqual({ seconds: SECONDS, away: AWAY })
    expect(sorted(await presenceOf({ away: false }))).toEqual({ seconds: SECONDS, away: null })
    // By its own day, whatever its end; and at a clock at which it went on, it has none.
    expect(sorted(await presenceOf({ toDay: DAY }))).toEqual({ seconds: [SECONDS[0]], away: AWAY })
    expect(sorted(await presenceOf({ fromDay: DAY + 1 }))).toEqual({ seconds: [SECONDS[1]], away: [] })
    expect(sorted(await presenceOf({ now: START + 24 * HOUR_MS }))?.away).toEqual([
      AWAY[0],
      { ...AWAY[1], endedAt: null },
    ])
  })

  it('is read from intervals', async () => {
    await database.run(
      'create table agent_status_changes (agent_id uuid, organization_id uuid, status text, started_at timestamptz, ended_at timestamptz)',
    )
    const intervals = [
      ['idle', 8, 9],
      ['in_call', 9, 9.5],
      ['Away', 11, 12],
      ['away', 23, 25],
      ['idle', 25, null],
    ] as const
    for (const [status, from, to] of intervals) {
      for (const [agent, organization] of [
        [ANN, ORGANIZATION],
        [BOB, OTHER],
      ])
        await database.run('insert into agent_status_changes values ($1, $2, $3, $4, $5)', [
          agent,
          organization,
          status,
          at(from),
          to === null ? null : at(to),
        ])
    }
    expect(sorted(await presenceOf({ now: START + 26 * HOUR_MS }))).toEqual({
      seconds: [
        { day: DAY, agentId: ANN, idle: 3600, inCall: 1800, away: 7200 },
        { day: DAY + 1, agentId: ANN, idle: 3600, inCall: 0, away: 3600 },
      ],
      away: AWAY,
    })
  })

  it('is summed up from the sessions where those are measured', async () => {
    await recordChanges()
    for (const name of ['idle_seconds', 'in_call_seconds', 'away_seconds'])
      await database.run(`alter table agent_sessions add column ${name} int`)
    await insertSessions(database.client, [
      { organizationId: ORGANIZATION, agentId: ANN, startedAt: START + 8 * HOUR_MS, endedAt: START + 10 * HOUR_MS },
      { organizationId: ORGANIZATION, agentId: ANN, startedAt: START + 11 * HOUR_MS, endedAt: START + 25 * HOUR_MS },
      { organizationId: ORGANIZATION, agentId: ANN, startedAt: START + 30 * HOUR_MS, endedAt: null },
      { organizationId: OTHER, agentId: BOB, startedAt: START + 8 * HOUR_MS, endedAt: START + 10 * HOUR_MS },
    ])
    await database.run(
      `update agent_sessions set idle_seconds = 100, in_call_seconds = 40, away_seconds = case when started_at < $1 then -1 else 7 end where ended_at is not null`,
      [at(9)],
    )
    expect(sorted(await presenceOf())).toEqual({
      seconds: [{ day: DAY, agentId: ANN, idle: 200, inCall: 80, away: 7 }],
      away: AWAY,
    })
  })

  it('brings no instant of a call over the wire', async () => {
    await recordChanges()
    proxy.clear()
    await presenceOf()
    const answered = Buffer.concat(
      proxy.crossed.filter(({ from }) => from === 'server').map(({ bytes }) => bytes),
    ).toString('latin1')
    const crossed = (hour: number): boolean =>
      answered.includes(String(START + hour * HOUR_MS)) || answered.includes(at(hour).slice(11, 19))
    expect([11, 12, 23, 25].map(crossed)).toEqual([true, true, true, true])
    expect([9.123, 9.5, 12.1, 12.35].map(crossed)).toEqual([false, false, false, false])
  })
})
