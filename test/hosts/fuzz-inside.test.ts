import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PLAN } from '../../electron/sync/demo/published-plan.ts'
import { ERROR_CODES } from '../../shared/foundation/errors.ts'
import { DEEP, tries } from '../support/deep.ts'
import { HOSTS, type TestHost } from './support/open-host.ts'
import { clientOf, importPlan, syncedDemo } from './support/rpc.ts'

// What gets past the checks: inputs of the right shape about a workspace, a plan and a publication that are there.

/** What these calls make stays and slows the next, and a computation takes long, so that such are tried less often. */
const RUNS = { quick: 40, slow: 6 } as const
const DEEP_LIMIT_MS = 120_000
const STACK = /\bat [^\n]{0,200}:\d+:\d+|node_modules|node:internal|\/out\/main\//u

const date = fc.oneof(
  fc.constantFrom(
    '1980-01-01',
    '2199-12-31',
    '2026-03-08',
    '2026-03-16',
    '2026-03-20',
    '2026-03-23',
    '2026-11-01',
    '2024-02-29',
    '2025-10-06',
  ),
  fc
    .date({ min: new Date('2025-06-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((one) => one.toISOString().slice(0, 10)),
)
const timeZone = fc.constantFrom(
  null,
  'UTC',
  'America/New_York',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Africa/Casablanca',
)
const words = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', '=1+1', '<b>', "';--", '%00', '../..', '\u202e', '\ud800', ' '),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
)
const poolId = fc.oneof(fc.constantFrom(undefined, null, 'sales', 'support'), words)
const minute = fc.integer({ min: -1, max: 193 }).map((quarter) => quarter * 15)
const shift = fc.record({
  id: fc.oneof(fc.constantFrom('a', 'b', 'c'), words),
  agentId: fc.option(words),
  day: fc.oneof(fc.integer({ min: -1, max: 7 }), fc.constantFrom(20_530, -719_162, 2_932_896, 2 ** 31, 2 ** 53)),
  startMinute: minute,
  endMinute: minute,
  breaks: fc.array(fc.record({ startMinute: minute, endMinute: minute }), { maxLength: 3 }),
  note: fc.string({ maxLength: 20 }),
})
const kind = fc.constantFrom('weekly', 'dated')
const plan = fc.record({
  name: words,
  timeZone: timeZone.map((zone) => zone ?? 'UTC'),
  poolId: poolId.map((pool) => pool ?? null),
  kind,
  shifts: fc.array(shift, { maxLength: 4 }),
})
const operation = fc.oneof(
  fc.record({
    kind: fc.constant('do'),
    step: fc.record({
      id: words,
      label: words,
      removed: fc.array(shift, { maxLength: 2 }),
      added: fc.array(shift, { maxLength: 2 }),
      details: fc.option(fc.record({ before: fc.constant({}), after: fc.record({ name: words }) })),
    }),
  }),
  fc.constantFrom({ kind: 'undo' }, { kind: 'redo' }),
)

interface There {
  readonly workspaceId: string
  readonly planId: string
  readonly publicationId: string
}

type Type = 'query' | 'mutation'
type Speed = keyof typeof RUNS
const CALLS: readonly (readonly [
  path: string,
  type: Type,
  speed: Speed,
  input: (there: There) => fc.Arbitrary<object>,
])[] = [
  [
    'plans.create',
    'mutation',
    'quick',
    ({ workspaceId }) => fc.record({ workspaceId: fc.constant(workspaceId), plan }),
  ],
  [
    'plans.edit',
    'mutation',
    'quick',
    ({ workspaceId, planId }) =>
      fc.record({
        workspaceId: fc.constant(workspaceId),
        planId: fc.constant(planId),
        expectedRevision: fc.integer({ min: 1, max: 4 }),
        operations: fc.array(operation, { minLength: 1, maxLength: 4 }),
      }),
  ],
  [
    'plans.saveSettings',
    'mutation',
    'quick',
    ({ workspaceId, planId }) =>
      fc.record({
        workspaceId: fc.constant(workspaceId),
        planId: fc.constant(planId),
        patch: fc.dictionary(fc.constantFrom('a', 'toString', 'constructor'), fc.jsonValue({ maxDepth: 2 })),
      }),
  ],
  [
    'agents.save',
    'mutation',
    'quick',
    ({ workspaceId }) =>
      fc.record({
        workspaceId: fc.constant(workspaceId),
        agentId: words,
        name: fc.option(words),
        rules: fc.record({
          daysOff: fc.array(date, { maxLength: 3 }),
          pools: fc.array(words, { maxLength: 3 }),
          maxHoursPerWeek: fc.constantFrom(0, 168, null),
        }),
      }),
  ],
  ['agents.list', 'query', 'quick', ({ workspaceId }) => fc.constant({ workspaceId })],
  [
    'marks.save',
    'mutation',
    'quick',
    ({ workspaceId }) =>
      fc.record({
        workspaceId: fc.constant(workspaceId),
        date,
        kind: fc.constantFrom('holiday', 'outage', 'event'),
        note: words,
      }),
  ],
  [
    'coverage.report',
    'query',
    'quick',
    ({ workspaceId }) => fc.record({ workspaceId: fc.constant(workspaceId), from: date, to: date, timeZone, poolId }),
  ],
  [
    'forecast.week',
    'query',
    'slow',
    ({ workspaceId }) =>
      fc.record({
        workspaceId: fc.constant(workspaceId),
        week: date,
        timeZone,
        poolId,
        slotMinutes: fc.constantFrom(15, 30, 60),
      }),
  ],
  [
    'forecast.pastCsv',
    'query',
    'slow',
    ({ workspaceId }) =>
      fc.record({
        workspaceId: fc.constant(workspaceId),
        week: date,
        timeZone,
        poolId,
        slotMinutes: fc.constantFrom(15, 60),
        weeks: fc.integer({ min: 1, max: 26 }),
        table: fc.constantFrom('slots', 'days'),
      }),
  ],
  [
    'prediction.startingShifts',
    'query',
    'slow',
    ({ workspaceId }) =>
      fc.record({
        workspaceId: fc.constant(workspaceId),
        week: date,
        timeZone,
        poolId,
        from: fc.constantFrom('typical', 'worked'),
        kind,
      }),
  ],
  [
    'recommend.blocks',
    'query',
    'slow',
    ({ workspaceId }) => fc.record({ workspaceId: fc.constant(workspaceId), from: date, to: date, timeZone, poolId }),
  ],
  [
    'compare.week',
    'query',
    'slow',
    ({ workspaceId, publicationId }) =>
      fc.record({
        workspaceId: fc.constant(workspaceId),
        publicationId: fc.oneof(fc.constant(publicationId), words),
        week: date,
      }),
  ],
  ['compare.list', 'query', 'slow', ({ workspaceId }) => fc.constant({ workspaceId })],
  ['today.get', 'query', 'slow', ({ workspaceId }) => fc.constant({ workspaceId })],
  [
    'plans.publish',
    'mutation',
    'slow',
    ({ workspaceId, planId }) =>
      fc.record({
        workspaceId: fc.constant(workspaceId),
        planId: fc.constant(planId),
        firstWeek: date,
        lastWeek: fc.option(date),
        expectedRevision: fc.constantFrom(null, 1, 99),
      }),
  ],
]

describe('inputs of the right shape about what is there', () => {
  let host: TestHost
  let there: There
  beforeAll(async () => {
    host = await HOSTS[0]!.open()
    const workspaceId = await syncedDemo(host, { months: 3 })
    const client = clientOf(host)
    const { id: planId } = await importPlan(host, workspaceId, DEMO_PLAN)
    const { publication } = await client.plans.publish.mutate({
      workspaceId,
      planId,
      firstWeek: '2026-03-16',
      lastWeek: '2026-03-16',
    })
    there = { workspaceId, planId, publicationId: publication.id }
  })
  afterAll(() => host.close())

  it.each(CALLS.map(([path, type, speed, input]) => ({ path, type, speed, input })))(
    'of $path are answered, or refused in words',
    async ({ path, type, speed, input }) => {
      const call = (value: object): Promise<Response> =>
        type === 'query'
          ? host.fetch(`/trpc/${path}?input=${encodeURIComponent(JSON.stringify(value))}`)
          : host.fetch(`/trpc/${path}`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(value),
            })
      await fc.assert(
        fc.asyncProperty(input(there), async (value) => {
          const response = await call(value)
          const text = await response.text()
          if (response.ok) return void JSON.parse(text)
          expect(text).not.toMatch(STACK)
          const { code, message } = (
            JSON.parse(text) as {
              readonly error: {
                readonly data: { readonly report: { readonly code: string; readonly message: string } }
              }
            }
          ).error.data.report
          expect(ERROR_CODES).toContain(code)
          expect({
            value,
            code,
            log: code === 'internal' ? (await host.logText()).slice(-1500) : '',
          }).not.toMatchObject({ code: 'internal' })
          expect(message).toMatch(/^\S.{0,2000}[.:]$/s)
        }),
        { ...tries(RUNS[speed], 20260320), verbose: 0 },
      )
    },
    DEEP ? DEEP_LIMIT_MS : undefined,
  )

  it('have left the app as it was', async () => {
    expect((await host.fetch('/trpc/workspaces.list')).status).toBe(200)
    expect(Object.keys(Object.prototype)).toEqual([])
    expect((await host.logText()).split('\n').filter((line) => line.includes(' error '))).toEqual([])
  })
})
