import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appRouter } from '../../electron/backend/core/router.ts'
import { ERROR_CODES } from '../../shared/foundation/errors.ts'
import { DEEP, tries } from '../support/deep.ts'
import { HOSTS, type TestHost } from './support/open-host.ts'
import { PROCEDURES } from './support/well-formed-inputs.ts'

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
