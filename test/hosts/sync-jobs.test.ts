import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOSTS, type TestHost } from './support/open-host.ts'
import { clientOf, failureOf, type ServerEvent, syncedDemo, syncEnd, watchSync } from './support/rpc.ts'

describe.each(HOSTS)('long work, on $name', ({ open }) => {
  let host: TestHost
  beforeAll(async () => {
    host = await open()
  })
  afterAll(() => host.close())

  it('runs on by itself, and whoever watches hears of its progress and its end', async () => {
    const client = clientOf(host)
    const { workspaceId, jobId } = await client.demo.start.mutate()
    const { job, states } = await syncEnd(host, workspaceId)
    expect(states.every(({ id, kind }) => id === jobId && kind === 'sync')).toBe(true)
    expect(states.some(({ state, progress }) => state === 'running' && (progress?.daysTotal ?? 0) > 0)).toBe(true)
    expect(job).toMatchObject({ state: 'done', error: null, outcome: { workspace: 'Demo' } })
    expect(job.outcome!.visitors).toBeGreaterThan(100_000)
    expect(job.endedAt).not.toBeNull()
    // A page that opens later, and one that polls, find the last state.
    expect(await client.sync.state.query({ workspaceId })).toEqual(job)
    expect(await host.logText()).toMatch(/A sync is done: \d+ visits in \d+ windows/u)
  })

  it('leaves the demo with a plan that was published weeks ago, predicted when somebody compares', async () => {
    const client = clientOf(host)
    const workspaceId = (await client.workspaces.list.query())[0]!.id
    const [plan] = await client.plans.list.query({ workspaceId })
    expect(plan).toMatchObject({
      name: 'Standard week',
      publications: [{ firstWeek: '2026-02-22', lastWeek: '2026-03-15', publishedAt: '2026-02-19T20:00:00.000Z' }],
    })
    const first = await client.compare.list.query({ workspaceId })
    expect(first).toMatchObject({ isPredicting: true, next: null })
    expect(first.weeks.length + first.notPredicted.length).toBe(4)
    await expect
      .poll(async () => (await client.compare.list.query({ workspaceId })).isPredicting, { timeout: 240_000 })
      .toBe(false)
    const { weeks, notPredicted } = await client.compare.list.query({ workspaceId })
    expect(notPredicted).toEqual([])
    expect(weeks.map(({ week }) => week)).toEqual(['2026-03-15', '2026-03-08', '2026-03-01', '2026-02-22'])
  }, 300_000)

  it('answers a second start with the sync that runs', async () => {
    const client = clientOf(host)
    const workspaceId = await syncedDemo(host)
    const starts = await Promise.all([1, 2, 3].map(() => client.sync.start.mutate({ workspaceId, full: true })))
    expect(new Set(starts.map(({ jobId }) => jobId)).size).toBe(1)
    await client.sync.cancel.mutate({ workspaceId })
    await syncEnd(host, workspaceId)
    const { jobId } = await client.sync.start.mutate({ workspaceId })
    expect(jobId).not.toBe(starts[0]!.jobId)
    await syncEnd(host, workspaceId)
  })

  it('makes one demo of two clicks at once', async () => {
    const client = clientOf(host)
    const [first, second] = await Promise.all([client.demo.start.mutate(), client.demo.start.mutate()])
    expect(second).toEqual(first)
    await syncEnd(host, first.workspaceId)
    expect(await client.workspaces.list.query()).toHaveLength(1)
  })

  it('can be cancelled, which is no failure and loses nothing', async () => {
    const client = clientOf(host)
    const workspaceId = await syncedDemo(host)
    const before = await client.coverage.report.query({ workspaceId, from: '2026-03-01', to: '2026-03-20' })
    await client.sync.start.mutate({ workspaceId, full: true })
    expect(await client.sync.cancel.mutate({ workspaceId })).toEqual({ cancelled: true })
    const { job } = await syncEnd(host, workspaceId)
    expect(job).toMatchObject({ state: 'cancelled', error: { code: 'cancelled', kept: expect.any(String) as string } })
    expect(await client.sync.cancel.mutate({ workspaceId })).toEqual({ cancelled: false })
    const after = await client.coverage.report.query({ workspaceId, from: '2026-03-01', to: '2026-03-20' })
    expect(after.totals).toEqual(before.totals)
  })

  it('does not tell a page again what it saw before its line was cut', async () => {
    const client = clientOf(host)
    const workspaceId = await syncedDemo(host)
    const { lastId } = await syncEnd(host, workspaceId)
    const stream = watchSync(host, { workspaceId, lastEventId: lastId })
    expect((await stream.next()).value).toMatchObject({ event: 'connected' })
    const { jobId } = await client.sync.start.mutate({ workspaceId })
    const { value } = await stream.next()
    await stream.return()
    expect(value?.id).toContain(jobId)
    await syncEnd(host, workspaceId)
  })

  it('has no state before the first, and says so at once', async () => {
    const client = clientOf(host)
    expect(await client.sync.state.query({ workspaceId: 'unknown' })).toBeNull()
    const stream = watchSync(host, { workspaceId: 'unknown' })
    await stream.next()
    expect((await stream.next()).value).toMatchObject({ id: 'none', data: 'null' })
    await stream.return()
  })

  it('is refused for a workspace that is not there', async () => {
    const { status, report } = await failureOf(clientOf(host).sync.start.mutate({ workspaceId: 'unknown' }))
    expect(status).toBe(404)
    expect(report).toMatchObject({ code: 'not-found', message: 'This workspace is no longer there.' })
  })
})

describe.each(HOSTS)('closing, on $name', ({ open }) => {
  it('ends streams, cancels the sync that runs, and settles', async () => {
    const host = await open()
    const { workspaceId } = await clientOf(host).demo.start.mutate()
    const stream = watchSync(host, { workspaceId })
    await stream.next()
    const rest = restOf(stream)
    await host.close()
    expect((await rest).some(({ data }) => data.includes('"state":"done"'))).toBe(false)
  })
})

async function restOf(stream: AsyncGenerator<ServerEvent, void>): Promise<readonly ServerEvent[]> {
  const events: ServerEvent[] = []
  for await (const event of stream) events.push(event)
  return events
}
