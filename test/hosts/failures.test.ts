import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { LIMITS } from '../../shared/contract/limits.ts'
import { HOSTS, type TestHost } from './support/open-host.ts'
import { clientOf, failureOf } from './support/rpc.ts'

const REPORT = { workspaceId: 'unknown', from: '2026-01-01', to: '2026-01-31' }

describe.each(HOSTS)('what cannot be done, on $name', ({ open }) => {
  let host: TestHost
  beforeAll(async () => {
    host = await open()
  })
  afterAll(() => host.close())

  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    host.fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })

  it('names the field that is wrong, and never repeats its value', async () => {
    const { source, coverage, settings } = clientOf(host)
    const messages = await Promise.all(
      [
        coverage.report.query({ ...REPORT, from: '2026-02-30' }),
        coverage.report.query({ ...REPORT, to: '2025-12-31' }),
        coverage.report.query({ ...REPORT, from: '2001-01-01' }),
        coverage.report.query({ ...REPORT, timeZone: 'Mars/Olympus' }),
        coverage.report.query({ ...REPORT, workspaceId: '../../etc' }),
        coverage.cell.query({ ...REPORT, dayOfWeek: 7, hour: 1 }),
        settings.save.mutate({ workspaceId: 'a', patch: { overlapMinutes: -1 } }),
        source.test.mutate({ connection: { kind: 'url', url: '' }, password: 'hunter22'.repeat(1000) }),
        coverage.report.query({ ...REPORT, hunter22: true } as never),
      ].map(async (call) => {
        const { status, report } = await failureOf(call)
        expect({ status, code: report?.code }).toEqual({ status: 400, code: 'invalid-input' })
        return report!.message
      }),
    )
    expect(messages).toEqual([
      '"from" is not a date as YYYY-MM-DD from 1980-01-01 to 2199-12-31.',
      '"to" is before the first date.',
      '"from" is more than 3660 days before the last date.',
      '"timeZone" is not a time zone known here.',
      '"workspaceId" is not the id of a workspace.',
      '"dayOfWeek" is larger than 6.',
      '"patch.overlapMinutes" is smaller than 0.',
      '"connection.url" is empty.',
      'The request has fields that are not known: "hunter22".',
    ])
  })

  it('is an error with its report for a workspace or a pool that is not there', async () => {
    const { status, report } = await failureOf(clientOf(host).coverage.report.query(REPORT))
    expect(status).toBe(404)
    expect(report).toEqual({
      code: 'not-found',
      message: 'This workspace is no longer there.',
      next: 'Choose another workspace.',
    })
  })

  it('does not take one failure of a batch for all', async () => {
    const client = clientOf(host, { plain: true })
    const [info, failure] = await Promise.all([
      client.app.info.query(),
      failureOf(client.workspace.overview.query({ workspaceId: 'unknown' })),
    ])
    expect(info.version).toBe('1.2.3')
    expect(failure.report?.code).toBe('not-found')
  })

  it('answers the calls of one moment in one request', async () => {
    let requests = 0
    const counting: TestHost = {
      ...host,
      fetch: (path, init) => {
        requests += 1
        return host.fetch(path, init)
      },
    }
    for (const plain of [true, false]) {
      requests = 0
      const { app, workspaces } = clientOf(counting, { plain })
      const [info, settings, list] = await Promise.all([
        app.info.query(),
        app.settings.query(),
        workspaces.list.query(),
      ])
      expect([info.host, settings.theme, list]).toEqual(['browser', 'system', []])
      expect(requests).toBe(1)
    }
  })

  it('refuses a batch that is too long, a body that is too large, and what is no JSON', async () => {
    const paths = Array.from({ length: LIMITS.batchCalls + 1 }, () => 'app.info').join(',')
    expect((await host.fetch(`/trpc/${paths}?batch=1&input={}`)).status).toBe(400)
    expect((await post('/trpc/app.saveSettings', 'x'.repeat(LIMITS.bodyBytes + 1))).status).toBe(413)
    expect((await post('/trpc/app.saveSettings', '{"theme":')).status).toBe(400)
  })

  it('cannot be called by the wrong method, nor where there is nothing', async () => {
    expect((await host.fetch('/trpc/app.saveSettings?input={}')).status).toBe(405)
    expect((await post('/trpc/app.info', '{}')).status).toBe(405)
    const nothing = await host.fetch('/trpc/app.nothing')
    expect(nothing.status).toBe(404)
    expect(await nothing.json()).toMatchObject({ error: { data: { report: { code: 'not-found' } } } })
    expect((await post('/anything', '{}')).status).toBe(405)
  })
})

describe.each(HOSTS)('a surprise, on $name', ({ open }) => {
  let host: TestHost | null = null
  afterEach(async () => {
    await host?.close()
    host = null
  })

  it('is told in a plain sentence; the stack is in the log, and the password in neither', async () => {
    host = await open({
      change: ({ data }) => ({
        data: {
          ...data,
          work: () => {
            throw new TypeError('x is undefined; postgres://me:hunter22@db/x and swordfish99')
          },
        },
        environment: { PGPASSWORD: 'swordfish99' },
      }),
    })
    const response = await host.fetch('/trpc/workspaces.list')
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(JSON.parse(text)).toMatchObject({
      error: { data: { report: { code: 'internal', next: expect.stringContaining('log') as string } } },
    })
    expect(text).not.toMatch(/hunter22|swordfish99|TypeError|at .*\.ts|undefined/)
    const log = await host.logText()
    expect(log).toMatch(/workspaces\.list failed\.[\s\S]*TypeError: x is undefined[\s\S]*\.ts:\d+/)
    expect(log).not.toMatch(/hunter22|swordfish99/)
  })

  it('in serving a page is a plain 500', async () => {
    host = await open({ change: () => ({ rendererFolder: '/\0' }) })
    const response = await host.fetch('/')
    expect(response.status).toBe(500)
    expect(await response.text()).toBe(
      'Something went wrong that Covercast did not expect. The log says what it was.\n',
    )
  })
})
