import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { WorkerConnection } from '../../../electron/backend/threads/worker-channel.ts'
import { connectWorker } from '../../../electron/backend/threads/worker-channel.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import type { Functions, Parent } from './fixtures/echo-worker.ts'
import { tempFolder } from './temp-store.ts'

const ENTRY = new URL('fixtures/echo-worker.ts', import.meta.url)
const PARENT: Parent = {
  progress: () => {},
  ask: async (question) => `${question}? Yes.`,
  refuse: () => {
    throw new AppError({ code: 'cancelled', message: 'Not now.' })
  },
}

function connect(parent: Partial<Parent> = {}, workerData?: unknown): WorkerConnection<Functions> {
  const connection = connectWorker<Functions, Parent>({
    entry: ENTRY,
    name: 'echo',
    functions: { ...PARENT, ...parent },
    workerData,
  })
  onTestFinished(() => connection.terminate())
  return connection
}

/** What a promise rejects with; fails the test where it resolves. */
async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => Promise.reject(new Error(`Resolved with ${String(value)}`)),
    (thrown: unknown) => thrown,
  )
}

describe('a call', () => {
  test('gives what the worker gave, typed arrays included', async () => {
    const { remote } = connect()
    expect(await remote.add(2, 3)).toBe(5)
    expect(await remote.columns(3)).toEqual(Float64Array.of(1.5, 1.5, 1.5))
  })

  test('fails as it failed there: code, what is safe, what to do, and where it happened', async () => {
    const thrown = await failureOf(connect().remote.fail())
    expect(thrown).toBeInstanceOf(AppError)
    expect(thrown).toMatchObject({
      code: 'disk-full',
      message: 'The disk is full.',
      kept: 'All of it.',
      next: 'Free some space.',
    })
    expect((thrown as AppError).stack).toContain('echo-worker.ts')
  })

  test('fails as internal where the worker threw something else, even nothing', async () => {
    const { remote } = connect()
    expect(await failureOf(remote.failPlainly())).toMatchObject({
      name: 'AppError',
      code: 'internal',
      message: 'plain',
    })
    expect(await failureOf(remote.failWithNothing())).toMatchObject({ name: 'AppError', code: 'internal' })
  })

  test('fails, and the worker lives on, where the result cannot cross', async () => {
    const { remote } = connect()
    expect(await failureOf(remote.uncloneable())).toMatchObject({ code: 'internal' })
    expect(await remote.add(1, 1)).toBe(2)
  })

  test('fails where an argument cannot cross', async () => {
    const { remote } = connect()
    expect(await failureOf(remote.add(1, (() => 2) as unknown as number))).toBeInstanceOf(Error)
    expect(await remote.add(1, 1)).toBe(2)
  })

  test('fails where there is no such function', async () => {
    const remote = connect().remote as unknown as { nothing(): Promise<void> }
    expect(await failureOf(remote.nothing())).toMatchObject({ code: 'internal' })
  })
})

describe('a call that nobody waits for any more', () => {
  test('is skipped where it has not begun, and those before and after it are not', async () => {
    const { remote, remoteUntil } = connect()
    const flag = new Int32Array(new SharedArrayBuffer(4))
    const gone = new AbortController()
    const blocked = remote.block(flag)
    const calls = [
      remote.note('before'),
      remoteUntil(gone.signal).note('cancelled'),
      remoteUntil(new AbortController().signal).note('wanted'),
      remote.note('after'),
    ]
    gone.abort()
    expect(await failureOf(calls[1]!)).toMatchObject({ code: 'cancelled' })
    Atomics.store(flag, 0, 1)
    Atomics.notify(flag, 0)
    await blocked
    await Promise.allSettled(calls)
    expect(await remote.noted()).toEqual(['before', 'wanted', 'after'])
  })

  test('ends between two parts where it has begun', async () => {
    const { remote, remoteUntil } = connect()
    const count = new Int32Array(new SharedArrayBuffer(4))
    const gone = new AbortController()
    const failure = failureOf(remoteUntil(gone.signal).countOn(count))
    await expect.poll(() => Atomics.load(count, 0)).toBeGreaterThan(10)
    expect(await remote.counting()).toBe(1)
    gone.abort()
    expect(await failure).toMatchObject({ name: 'AppError', code: 'cancelled' })
    await expect.poll(() => remote.counting()).toBe(0)
    expect(await failureOf(remoteUntil(gone.signal).add(1, 1))).toMatchObject({ code: 'cancelled' })
  })

  test('fails as it would without a signal', async () => {
    const { remoteUntil } = connect()
    const wanted = remoteUntil(new AbortController().signal)
    expect(await wanted.add(2, 3)).toBe(5)
    expect(await failureOf(wanted.fail())).toMatchObject({ code: 'disk-full', next: 'Free some space.' })
    expect(await failureOf((wanted as unknown as { nothing(): Promise<void> }).nothing())).toMatchObject({
      code: 'internal',
    })
  })
})

describe('the worker calls back', () => {
  test('with events, in order, before the call ends', async () => {
    const seen: number[] = []
    const { remote } = connect({ progress: (done) => void seen.push(done) })
    expect(await remote.countTo(5)).toBe(5)
    expect(seen).toEqual([1, 2, 3, 4, 5])
  })

  test('and gets answers and failures', async () => {
    const { remote } = connect()
    expect(await remote.consult('Ready')).toBe('Ready? Yes.')
    expect(await remote.consultAndFail()).toBe('cancelled: Not now.')
  })
})

describe('a worker that dies', () => {
  test('of a bug fails every pending and every later call, with its name and why', async () => {
    const { remote, ended } = connect()
    const pending = [failureOf(remote.never()), failureOf(remote.never())]
    // Its own answer may be lost with it.
    await Promise.allSettled([remote.die()])
    for (const thrown of await Promise.all(pending)) {
      expect(thrown).toMatchObject({ name: 'AppError', code: 'internal' })
      expect((thrown as AppError).message).toContain('(echo) stopped unexpectedly: a bug')
    }
    expect(await ended).toMatchObject({ code: 'internal' })
    expect(await failureOf(remote.add(1, 1))).toMatchObject({
      code: 'internal',
      message: expect.stringContaining('a bug') as string,
    })
  })

  test('by leaving fails every pending call', async () => {
    const { remote, ended } = connect()
    const pending = failureOf(remote.never())
    await Promise.allSettled([remote.exit(3)])
    expect(await pending).toMatchObject({ code: 'internal', message: expect.stringContaining('exit code 3') as string })
    expect(await ended).toBeInstanceOf(AppError)
  })

  test('can still be closed', async () => {
    const { remote, ended, close } = connect()
    await Promise.allSettled([remote.exit(0)])
    await ended
    await expect(close()).resolves.toBeUndefined()
  })

  test('before it listens fails the calls that wait for it', async () => {
    const missing = connectWorker<Functions, Parent>({
      entry: new URL('fixtures/missing.ts', import.meta.url),
      name: 'missing',
      functions: PARENT,
    })
    expect(await failureOf(missing.remote.add(1, 1))).toMatchObject({
      code: 'internal',
      message: expect.stringContaining('(missing)') as string,
    })
  })
})

describe('closing', () => {
  test('closes what the worker opened and ends the thread', async () => {
    const closedFile = join(tempFolder(), 'closed')
    const { remote, close, ended } = connect({}, { closedFile })
    await remote.add(1, 1)
    expect(existsSync(closedFile)).toBe(false)
    await Promise.all([close(), close()])
    expect(readFileSync(closedFile, 'utf8')).toBe('closed')
    expect(await ended).toBeNull()
    expect(await failureOf(remote.add(1, 1))).toMatchObject({ code: 'cancelled' })
  })

  test('lets a running call come to its end, and takes no new one meanwhile', async () => {
    const asked = Promise.withResolvers<void>()
    const released = Promise.withResolvers<void>()
    let isClosed = false
    const { remote, close } = connect({
      ask: async () => {
        asked.resolve()
        await released.promise
        return 'answered'
      },
    })
    const running = remote.consult('Ready')
    // It runs: what has not begun is not waited for.
    await asked.promise
    const closing = close().then(() => (isClosed = true))
    // Time enough for the worker to end, if it did not wait.
    for (let round = 0; round < 30; round++)
      expect(await failureOf(remote.add(1, 1))).toMatchObject({ code: 'cancelled' })
    expect(isClosed).toBe(false)
    released.resolve()
    expect(await running).toBe('answered')
    await closing
  })

  test("tells what went wrong in the worker's own closing, and ends the thread all the same", async () => {
    const { close, ended } = connect({}, { failToClose: true })
    expect(await failureOf(close())).toMatchObject({ code: 'disk-full', message: 'No room for the backup.' })
    expect(await ended).toBeNull()
  })

  test('of a worker that never comes to its end can be forced', async () => {
    const { remote, close, terminate, ended } = connect()
    const pending = failureOf(remote.never())
    const closing = close()
    await terminate()
    await closing
    expect(await pending).toMatchObject({ code: 'cancelled' })
    expect(await ended).toBeNull()
  })
})
