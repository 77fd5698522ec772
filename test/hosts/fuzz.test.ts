import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appRouter } from '../../electron/backend/core/router.ts'
import { ERROR_CODES } from '../../shared/foundation/errors.ts'
import { DEEP, tries } from '../support/deep.ts'
import { HOSTS, type TestHost } from './support/open-host.ts'
import { PROCEDURES } from './support/well-formed-inputs.ts'

const report = {
  workspaceId: 'aaaa',
  from: '2026-01-01',
  to: '2026-01-31',
  timeZone: 'UTC',
  poolId: null,
  countryFilter: { mode: 'allowlist', countries: ['US'] },
}
// Nothing listens there, so that a connection that passes the checks ends at once.
const source = {
  connection: { kind: 'fields', host: '127.0.0.1', port: 1, database: 'd', user: 'u' },
  password: 'p',
  tls: 'disable',
  caFile: null,
  mapping: null,
  organizationId: null,
}
const week = { workspaceId: 'aaaa', week: '2026-03-23', timeZone: 'UTC', poolId: null }
const SOME_ID = '00000000-0000-4000-8000-000000000000'
const STORED = { kind: 'stored', id: SOME_ID }
const planOfNone = { workspaceId: 'aaaa', planId: SOME_ID }
const plan = {
  name: 'October',
  timeZone: 'UTC',
  poolId: null,
  kind: 'weekly',
  shifts: [
    {
      id: 'a',
      agentId: 'ann',
      day: 1,
      startMinute: 540,
      endMinute: 1020,
      breaks: [{ startMinute: 720, endMinute: 750 }],
      note: '',
    },
  ],
}

/** Every procedure that takes input, and an input that is well formed; none names a workspace that is there. */
const PROCEDURES: readonly (readonly [
  path: string,
  type: 'query' | 'mutation',
  input: Readonly<Record<string, unknown>>,
])[] = [
  ['app.log', 'query', { lines: 3 }],
  ['app.saveSettings', 'mutation', { theme: 'dark', firstDayOfWeek: 1 }],
  ['workspaces.use', 'mutation', { id: 'aaaa' }],
  ['workspaces.rename', 'mutation', { id: 'aaaa', name: 'New' }],
  ['workspaces.erase', 'mutation', { id: 'aaaa' }],
  ['workspaces.backup', 'mutation', { id: 'aaaa' }],
  ['workspaces.backupTo', 'mutation', { id: 'aaaa', file: '/not-there/backup', overwrite: false }],
  ['workspaces.restoreFrom', 'mutation', { file: '/not-there/backup', name: 'New' }],
  ['workspaces.restore', 'mutation', { uploadId: '00000000-0000-4000-8000-000000000000', name: 'New' }],
  ['workspace.overview', 'query', { workspaceId: 'aaaa' }],
  ['settings.save', 'mutation', { workspaceId: 'aaaa', patch: { timeZone: null, overlapMinutes: 1 } }],
  ['viewState.get', 'query', { workspaceId: 'aaaa', screen: 'coverage' }],
  ['viewState.save', 'mutation', { workspaceId: 'aaaa', screen: 'coverage', state: { a: 1 } }],
  ['source.test', 'mutation', source],
  ['source.confirm', 'mutation', { workspaceId: 'aaaa', url: 'postgres://u@127.0.0.1:1/d' }],
  ['source.tables', 'mutation', { ...source, lookId: SOME_ID }],
  ['source.preview', 'mutation', { ...source, lookId: SOME_ID, timeZone: 'UTC' }],
  ['source.cancelLook', 'mutation', { lookId: SOME_ID }],
  [
    'source.connect',
    'mutation',
    {
      ...source,
      name: 'New',
      weeks: 4,
      tryFirst: true,
      toDate: '2026-02-01',
      now: null,
      settings: { overlapMinutes: 1 },
    },
  ],
  [
    'sync.start',
    'mutation',
    {
      workspaceId: 'aaaa',
      password: null,
      full: true,
      reconcile: false,
      takeSource: false,
      fromDate: '2026-01-01',
      toDate: '2026-02-01',
      mapping: { schema: 'public' },
      organizationId: 'acme',
      remap: false,
      now: null,
      settings: { overlapMinutes: 1 },
    },
  ],
  ['sync.cancel', 'mutation', { workspaceId: 'aaaa' }],
  ['sync.state', 'query', { workspaceId: 'aaaa' }],
  [
    'suggest.start',
    'mutation',
    {
      ...week,
      plan: { kind: 'given', plan },
      moves: 'breaks',
      goal: { kind: 'target', rate: 0.9, per: 'hour' },
      rulesFile: '{}',
      rulesOf: SOME_ID,
      keepsEveryRule: true,
      shapes: { startsEveryMinutes: 30, lengthsHours: [4] },
      addHours: 1,
      agents: ['ann'],
      pinnedShifts: ['a'],
      pinnedAgents: ['bob'],
      maxChanges: 3,
      changePrice: 1,
      gap: 0.01,
      timeLimitSeconds: 1,
      seed: 2,
    },
  ],
  ['suggest.cancel', 'mutation', { workspaceId: 'aaaa', jobId: SOME_ID }],
  ['suggest.freeMoves', 'query', { workspaceId: 'aaaa', timeZone: 'UTC', poolId: 'sales' }],
  ['suggest.state', 'query', { workspaceId: 'aaaa' }],
  ['coverage.report', 'query', report],
  ['coverage.figures', 'query', report],
  ['coverage.cell', 'query', { ...report, dayOfWeek: 1, hour: 12 }],
  ['coverage.csv', 'query', { ...report, table: 'daily' }],
  ['forecast.week', 'query', { ...week, slotMinutes: 60 }],
  ['forecast.csv', 'query', { ...week, slotMinutes: 60, table: 'days' }],
  ['forecast.past', 'query', { ...week, slotMinutes: 60, weeks: 2 }],
  ['forecast.pastCsv', 'query', { ...week, slotMinutes: 60, weeks: 2, table: 'slots' }],
  ['prediction.inputs', 'query', { workspaceId: 'aaaa', week: '2026-03-23', timeZone: 'UTC', visitorsPerAgent: 2 }],
  ['prediction.plan', 'query', { ...week, plan: STORED }],
  [
    'prediction.startingShifts',
    'query',
    { workspaceId: 'aaaa', week: '2026-03-23', timeZone: 'UTC', poolId: 'sales', from: 'typical', kind: 'dated' },
  ],
  ['holidays.dates', 'query', { workspaceId: 'aaaa', from: '2026-01-01', to: '2026-12-31' }],
  ['holidays.list', 'query', { workspaceId: 'aaaa', from: '2026-01-01', to: '2026-12-31', timeZone: 'UTC' }],
  [
    'holidays.ofPlaces',
    'query',
    { from: '2026-01-01', to: '2026-12-31', calendars: [{ country: 'US', region: 'NY' }] },
  ],
  ['holidays.proposed', 'query', { workspaceId: 'aaaa' }],
  ['holidays.use', 'mutation', { workspaceId: 'aaaa', calendars: [{ country: 'US', region: null }] }],
  ['marks.list', 'query', { workspaceId: 'aaaa' }],
  ['marks.save', 'mutation', { workspaceId: 'aaaa', date: '2026-12-25', kind: 'holiday', note: 'Christmas' }],
  ['marks.remove', 'mutation', { workspaceId: 'aaaa', date: '2026-12-25' }],
  ['marks.refused', 'query', { workspaceId: 'aaaa' }],
  ['marks.refuse', 'mutation', { workspaceId: 'aaaa', date: '2026-12-25' }],
  ['marks.unrefuse', 'mutation', { workspaceId: 'aaaa', date: '2026-12-25' }],
  ['marks.suggest', 'query', { workspaceId: 'aaaa', timeZone: 'UTC' }],
  ['plans.list', 'query', { workspaceId: 'aaaa' }],
  ['plans.get', 'query', planOfNone],
  ['plans.create', 'mutation', { workspaceId: 'aaaa', plan, settings: { target: 90 } }],
  [
    'plans.edit',
    'mutation',
    {
      ...planOfNone,
      expectedRevision: 1,
      operations: [
        { kind: 'do', step: { id: 's', label: 'Add', removed: [], added: plan.shifts, details: null } },
        { kind: 'undo' },
      ],
    },
  ],
  ['plans.saveCopy', 'mutation', { ...planOfNone, plan }],
  ['plans.saveSettings', 'mutation', { ...planOfNone, patch: { target: null } }],
  ['plans.duplicate', 'mutation', { ...planOfNone, name: 'Copy' }],
  ['plans.archive', 'mutation', planOfNone],
  ['plans.restore', 'mutation', planOfNone],
  ['plans.erase', 'mutation', planOfNone],
  ['plans.exportFile', 'query', planOfNone],
  [
    'plans.publish',
    'mutation',
    { ...planOfNone, firstWeek: '2026-03-23', lastWeek: '2026-03-30', expectedRevision: 1 },
  ],
  ['plans.withdraw', 'mutation', { workspaceId: 'aaaa', publicationId: SOME_ID }],
  ['plans.publications', 'query', { workspaceId: 'aaaa' }],
  ['plans.publishedShifts', 'query', { workspaceId: 'aaaa', poolId: null, timeZone: 'UTC', days: 14 }],
  ['agents.list', 'query', { workspaceId: 'aaaa' }],
  [
    'agents.save',
    'mutation',
    {
      workspaceId: 'aaaa',
      agentId: 'ann',
      name: 'Ann',
      rules: { maxHoursPerWeek: 30, availability: [{ dayOfWeek: 1, startMinute: 540, endMinute: 1020 }] },
    },
  ],
  ['agents.exportRules', 'query', { workspaceId: 'aaaa' }],
  ['agents.exportAvailability', 'query', { workspaceId: 'aaaa' }],
  ['agents.importAvailability', 'mutation', { workspaceId: 'aaaa', text: 'agent,day,start,end\n' }],
  ['agents.importRules', 'mutation', { workspaceId: 'aaaa', text: '{ "agents": [] }' }],
  ['agents.remove', 'mutation', { workspaceId: 'aaaa', agentId: 'ann' }],
  ['timeOff.list', 'query', { workspaceId: 'aaaa' }],
  ['timeOff.entries', 'query', { workspaceId: 'aaaa' }],
  ['timeOff.year', 'query', { workspaceId: 'aaaa', year: 2026 }],
  [
    'timeOff.save',
    'mutation',
    {
      workspaceId: 'aaaa',
      timeOff: [
        { id: 'a', agentId: 'ann', kind: 'vacation', from: '2026-03-02', to: '2026-03-06', part: null, note: '' },
      ],
    },
  ],
  ['timeOff.remove', 'mutation', { workspaceId: 'aaaa', ids: ['a'] }],
  ['timeOff.exportCsv', 'query', { workspaceId: 'aaaa' }],
  [
    'timeOff.importCsv',
    'mutation',
    { workspaceId: 'aaaa', text: 'agent,kind,from,to\nann,vacation,2026-03-02,2026-03-06\n' },
  ],
  ['templates.list', 'query', { workspaceId: 'aaaa' }],
  [
    'templates.save',
    'mutation',
    {
      workspaceId: 'aaaa',
      template: { id: SOME_ID, name: 'Early', startMinute: 360, endMinute: 840, breaks: [], note: '' },
    },
  ],
  ['templates.remove', 'mutation', { workspaceId: 'aaaa', templateId: SOME_ID }],
  ['today.gap', 'query', { workspaceId: 'aaaa', agentId: 'ann' }],
  ['today.get', 'query', { workspaceId: 'aaaa', timeZone: 'UTC', until: 1_772_600_000_000 }],
  ['today.alert', 'query', { workspaceId: 'aaaa' }],
  ['today.dismissAlert', 'mutation', { workspaceId: 'aaaa' }],
  [
    'exports.plan',
    'query',
    {
      workspaceId: 'aaaa',
      plan: STORED,
      kind: 'shifts',
      week: '2026-03-23',
      weeks: 1,
      agent: null,
    },
  ],
  [
    'exports.pdf',
    'mutation',
    {
      workspaceId: 'aaaa',
      kind: 'coverage',
      from: '2026-01-01',
      to: '2026-01-31',
      timeZone: 'UTC',
      poolId: null,
      paper: 'a4',
    },
  ],
  [
    'exports.planWorkbook',
    'mutation',
    { workspaceId: 'aaaa', plan: STORED, week: '2026-03-23', weeks: 1, language: 'en-GB' },
  ],
  [
    'exports.coverageWorkbook',
    'mutation',
    { workspaceId: 'aaaa', from: '2026-01-01', to: '2026-01-31', timeZone: 'UTC', poolId: null },
  ],
  ['exports.planWorkbookBytes', 'query', { workspaceId: 'aaaa', plan: STORED, week: '2026-03-23', weeks: 1 }],
  ['exports.coverageWorkbookBytes', 'query', { workspaceId: 'aaaa', from: '2026-01-01', to: '2026-01-31' }],
  ['handout.changes', 'query', { workspaceId: 'aaaa', plan: STORED, since: 1 }],
  [
    'handout.changesFile',
    'query',
    { workspaceId: 'aaaa', plan: STORED, since: null, week: '2026-03-23', kind: 'html' },
  ],
  ['handout.page', 'query', { workspaceId: 'aaaa', plan: STORED, agent: 'ann', week: '2026-03-23', weeks: 2 }],
  ['handout.all', 'mutation', { workspaceId: 'aaaa', plan: STORED, weeks: 2 }],
  ['handout.files', 'query', { workspaceId: 'aaaa', plan: STORED, weeks: 2 }],
  [
    'recommend.blocks',
    'query',
    { workspaceId: 'aaaa', from: '2026-01-01', to: '2026-01-31', timeZone: 'UTC', poolId: null },
  ],
  [
    'rosters.preview',
    'mutation',
    { workspaceId: 'aaaa', uploadId: SOME_ID, fileName: 'roster.csv', names: [['Ann', 'ann']] },
  ],
  [
    'rosters.store',
    'mutation',
    { workspaceId: 'aaaa', uploadId: SOME_ID, fileName: 'roster.csv', into: SOME_ID, withAbsences: true },
  ],
  ['rosters.importFile', 'mutation', { workspaceId: 'aaaa', file: 'none.csv', fileName: 'none.csv' }],
  ['recommend.model', 'query', { workspaceId: 'aaaa', timeZone: 'UTC' }],
  ['recommend.startCalibration', 'mutation', { workspaceId: 'aaaa', timeZone: 'UTC' }],
  ['recommend.calibration', 'query', { workspaceId: 'aaaa', poolId: null }],
  ['compare.list', 'query', { workspaceId: 'aaaa' }],
  ['compare.weeks', 'query', { workspaceId: 'aaaa' }],
  ['compare.week', 'query', { workspaceId: 'aaaa', publicationId: SOME_ID, week: '2026-03-23' }],
  ['compare.replay', 'query', { workspaceId: 'aaaa', plan: STORED, from: '2026-03-02', to: '2026-03-15' }],
  ['health.count', 'mutation', { source: null, timeZone: 'UTC', now: 1_772_600_000_000 }],
  ['health.open', 'mutation', { organizationId: 'acme' }],
  ['capacity.months', 'query', { workspaceId: 'aaaa', months: 3, plan: STORED, growth: 1.5 }],
  ['compare.csv', 'query', { workspaceId: 'aaaa', publicationId: SOME_ID, week: '2026-03-23', table: 'adherence' }],
]
/** Streams have tests of their own, and every name that is right would make another demo. */
const withInput = Object.entries(
  appRouter._def.procedures as unknown as Readonly<
    Record<string, { readonly _def: { readonly type: string; readonly inputs: readonly unknown[] } }>
  >,
)
  .filter(([path, { _def }]) => _def.inputs.length > 0 && _def.type !== 'subscription' && path !== 'demo.start')
  .map(([path, { _def }]) => `${_def.type} ${path}`)

/** Enough to notice what is plainly wrong. The deep run tries on the backend alone: what lies around it is the same each time. */
const QUICK_RUNS = 60
const DEEP_LIMIT_MS = 120_000
/** An answer that takes longer is a hang. */
const ANSWER_LIMIT_MS = 60_000
const STACK = /\bat [^\n]{0,200}:\d+:\d+|node_modules|node:internal|\/out\/main\//u

/** Nonsense of every kind, and inputs that are right but for one field. */
function inputs(valid: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> {
  const pollution: unknown = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')
  const hostile = fc.constantFrom(
    '__proto__',
    pollution,
    '../../etc/passwd',
    '\0',
    "'; drop table state; --",
    '9'.repeat(400),
    '0001-01-01',
    '-1',
    '=1+1',
    1e308,
    -0,
    [[]],
    {},
  )
  const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary', maxLength: 200 }), hostile)
  const damaged = fc
    .record({ key: fc.constantFrom(...Object.keys(valid), '__proto__', 'extra'), value })
    .map((one) => ({ ...valid, [one.key]: one.value }))
  return fc.oneof({ weight: 2, arbitrary: damaged }, { weight: 1, arbitrary: value })
}

it('is tried on every procedure that takes input', () => {
  expect(PROCEDURES.map(([path, type]) => `${type} ${path}`).toSorted()).toEqual(withInput.toSorted())
})

describe.each(DEEP ? HOSTS.slice(0, 1) : HOSTS)('any input, on $name', ({ open }) => {
  let host: TestHost
  beforeAll(async () => {
    host = await open()
  })
  afterAll(() => host.close())

  it.each(PROCEDURES)(
    'of %s is answered, or refused in words',
    async (path, type, valid) => {
      const call = (input: unknown): Promise<Response> =>
        type === 'query'
          ? host.fetch(`/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input) ?? '')}`)
          : host.fetch(`/trpc/${path}`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(input) ?? '',
            })
      await fc.assert(
        fc.asyncProperty(inputs(valid), async (input) => {
          const response = await call(input)
          const text = await response.text()
          const answer = JSON.parse(text) as {
            readonly error?: { readonly data: { readonly report: { readonly code: string; readonly message: string } } }
          }
          if (response.ok) return
          expect(text).not.toMatch(STACK)
          const { code, message } = answer.error!.data.report
          expect(ERROR_CODES).toContain(code)
          expect({ input, code }).not.toMatchObject({ code: 'internal' })
          expect(message).toMatch(/^\S.*[.:]$/s)
        }),
        { ...tries(QUICK_RUNS, 20260320), verbose: 0, timeout: ANSWER_LIMIT_MS },
      )
    },
    DEEP ? DEEP_LIMIT_MS : undefined,
  )

  it('has left the app as it was', async () => {
    expect((await host.fetch('/trpc/app.info')).status).toBe(200)
    expect((await host.fetch('/trpc/workspaces.list')).status).toBe(200)
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Readonly<Record<string, unknown>>)['polluted']).toBeUndefined()
  })
})
