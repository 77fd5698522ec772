import { getEventListeners } from 'node:events'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { SyncOutput } from '../../shared/contract/command-output.ts'
import { AppError } from '../../shared/foundation/errors.ts'
import { createJobRunner, type JobRunner, type RunningJob } from '../../electron/backend/core/job-runner.ts'
import { SYNC } from '../../electron/backend/sync/sync-job.ts'
import type { SyncProgress } from '../../electron/sync/options.ts'

const OUTCOME = { workspace: 'Demo' } as SyncOutput
const PROGRESS: SyncProgress = {
  phase: 'counting',
  daysDone: 1,
  daysTotal: 2,
  windowsDone: 1,
  rows: 1,
  visitors: 1,
  msLeft: 1,
}

/** A runner, and work that ends when the test says so. */
function setUp() {
  let ids = 0
  const failures: unknown[] = []
  const runner = createJobRunner({
    clock: () => 1000,
    newId: () => `job-${(ids += 1)}`,
    onFailure: (_, thrown) => failures.push(thrown),
  })
  const begin = (workspaceId = 'w') => {
    const { promise, resolve, reject } = Promise.withResolvers<SyncOutput>()
    const started = Promise.withResolvers<RunningJob<SyncProgress>>()
    const job = runner.start({
      kind: SYNC,
      workspaceId,
      work: (running) => {
        started.resolve(running)
        return promise
      },
    })
    return { job, started: started.promise, resolve, reject }
  }
  return { runner, failures, begin }
}

const settled = (runner: JobRunner): Promise<void> => runner.settled(SYNC, 'w')

describe('a job', () => {
  it('runs, tells its progress, and keeps its outcome', async () => {
    const { runner, begin } = setUp()
    const { job, started, resolve } = begin()
    expect(job).toMatchObject({
      id: 'job-1',
      state: 'running',
      progress: null,
      startedAt: '1970-01-01T00:00:01.000Z',
      endedAt: null,
    })
    const running = await started
    running.onProgress(PROGRESS)
    running.onNotice('First')
    running.onNotice('Second')
    expect(runner.latest(SYNC, 'w')).toMatchObject({ progress: PROGRESS, notices: ['First', 'Second'] })
    resolve(OUTCOME)
    await settled(runner)
    expect(runner.latest(SYNC, 'w')).toMatchObject({
      state: 'done',
      outcome: OUTCOME,
      progress: PROGRESS,
      endedAt: '1970-01-01T00:00:01.000Z',
    })
  })

  it('that fails keeps the words for people, and tells the rest to the log', async () => {
    const { runner, failures, begin } = setUp()
    const thrown = new AppError({ code: 'source-lost', message: 'The line was cut.', next: 'Sync again.' })
    begin().reject(thrown)
    await settled(runner)
    expect(runner.latest(SYNC, 'w')).toMatchObject({
      state: 'failed',
      error: { code: 'source-lost', message: 'The line was cut.', next: 'Sync again.' },
    })
    expect(failures).toEqual([thrown])
  })

  it('that fails by surprise does not show what it was', async () => {
    const { runner, begin } = setUp()
    begin().reject(new TypeError('secret internals'))
    await settled(runner)
    expect(JSON.stringify(runner.latest(SYNC, 'w'))).not.toContain('secret')
    expect(runner.latest(SYNC, 'w')?.error?.code).toBe('internal')
  })

  it('that is cancelled is no failure', async () => {
    const { runner, failures, begin } = setUp()
    const { started, reject } = begin()
    const { signal } = await started
    signal.addEventListener('abort', () => reject(new Error('aborted')))
    expect(runner.cancel(SYNC, 'w')).toBe(true)
    await settled(runner)
    expect(runner.latest(SYNC, 'w')).toMatchObject({ state: 'cancelled', error: null })
    expect(failures).toEqual([])
    expect(runner.cancel(SYNC, 'w')).toBe(false)
  })

  it('that is cancelled says what was kept', async () => {
    const { runner, begin } = setUp()
    begin().reject(new AppError({ code: 'cancelled', message: 'It was cancelled.', kept: 'What was read is kept.' }))
    await settled(runner)
    expect(runner.latest(SYNC, 'w')).toMatchObject({
      state: 'cancelled',
      error: { code: 'cancelled', kept: 'What was read is kept.' },
    })
  })

  it('does not run twice at once for a workspace, but beside that of another', async () => {
    const { runner, begin } = setUp()
    const first = begin()
    expect(begin().job.id).toBe(first.job.id)
    expect(begin('other').job.id).not.toBe(first.job.id)
    first.resolve(OUTCOME)
    await settled(runner)
    expect(begin().job.id).not.toBe(first.job.id)
  })

  it('whose work throws before it begins fails like any other', async () => {
    const { runner } = setUp()
    runner.start({
      kind: SYNC,
      workspaceId: 'w',
      work: () => {
        throw new AppError({ code: 'not-found', message: 'Gone.' })
      },
    })
    await settled(runner)
    expect(runner.latest(SYNC, 'w')).toMatchObject({ state: 'failed', error: { code: 'not-found' } })
  })
})

describe('a watch', () => {
  it('sees the state now, the newest of what follows, and the next job', async () => {
    const { runner, begin } = setUp()
    const over = new AbortController()
    const watch = runner.watch(SYNC, 'w', over.signal)
    expect((await watch.next()).value).toEqual({ id: 'none', job: null })
    const { started, resolve } = begin()
    const first = await watch.next()
    expect(first.value).toMatchObject({ job: { id: 'job-1', state: 'running' } })
    const running = await started
    for (const daysDone of [1, 2, 3]) running.onProgress({ ...PROGRESS, daysDone })
    expect((await watch.next()).value).toMatchObject({ job: { progress: { daysDone: 3 } } })
    const waiting = watch.next()
    resolve(OUTCOME)
    expect((await waiting).value).toMatchObject({ job: { state: 'done' } })
    begin()
    expect((await watch.next()).value).toMatchObject({ job: { id: 'job-2' } })
    over.abort()
    expect(await watch.next()).toEqual({ done: true, value: undefined })
  })

  it('ends when whoever watches leaves while nothing happens', async () => {
    const { runner } = setUp()
    const over = new AbortController()
    const watch = runner.watch(SYNC, 'w', over.signal)
    await watch.next()
    const waiting = watch.next()
    over.abort()
    expect((await waiting).done).toBe(true)
  })

  it('ends when the runner closes, which cancels what runs and starts nothing new', async () => {
    const { runner, begin } = setUp()
    const { started, reject } = begin()
    const { signal } = await started
    signal.addEventListener('abort', () => reject(new Error('aborted')))
    const watch = runner.watch(SYNC, 'w', new AbortController().signal)
    await watch.next()
    const waiting = watch.next()
    await runner.close()
    expect((await waiting).done).toBe(true)
    expect(runner.latest(SYNC, 'w')?.state).toBe('cancelled')
    expect(() => begin('other')).toThrow(AppError)
  })

  it('sees that a workspace was forgotten', async () => {
    const { runner, begin } = setUp()
    begin().resolve(OUTCOME)
    await settled(runner)
    const watch = runner.watch(SYNC, 'w', new AbortController().signal)
    await watch.next()
    const waiting = watch.next()
    runner.forget('w')
    expect((await waiting).value).toEqual({ id: 'none', job: null })
  })

  it('leaves no listener behind with each event it sees', async () => {
    const any = vi.spyOn(AbortSignal, 'any')
    onTestFinished(() => any.mockRestore())
    const { runner, begin } = setUp()
    const over = new AbortController()
    const watch = runner.watch(SYNC, 'w', over.signal)
    await watch.next()
    const running = begin()
    const { onProgress } = await running.started
    await watch.next()
    for (let event = 0; event < 300; event++) {
      const waiting = watch.next()
      onProgress({ ...PROGRESS, daysDone: event })
      await waiting
    }
    const watched = any.mock.results[0]!.value as AbortSignal
    expect(getEventListeners(watched, 'abort').length).toBeLessThanOrEqual(1)
    over.abort()
    running.resolve(OUTCOME)
  })
})
