import { describe, expect, it } from 'vitest'
import {
  createSearch,
  type SearchBackend,
  type SuggestJob,
} from '../../../../../../../renderer/features/plans/editor/suggest/search.ts'

type Request = Parameters<SearchBackend['start']>[0]
const REQUEST = { workspaceId: 'demo', plan: 'typical' } as Request

const job = (fields: Partial<SuggestJob>): SuggestJob => ({
  id: 'job-1',
  workspaceId: 'demo',
  kind: 'suggest',
  state: 'running',
  progress: null,
  outcome: null,
  error: null,
  notices: [],
  startedAt: '2026-03-16T00:00:00.000Z',
  endedAt: null,
  ...fields,
})
const progress = (seconds: number): SuggestJob['progress'] => ({
  covered: 100 + seconds,
  bound: 120 - seconds,
  hours: 40,
  boundHours: null,
  seconds,
})
const outcome = { planName: 'Usual' } as SuggestJob['outcome']

/** A backend that answers when the test says so. */
function scripted() {
  const calls: string[] = []
  const starts: PromiseWithResolvers<{ readonly jobId: string }>[] = []
  let hear: ((job: SuggestJob | null) => void) | null = null
  let endStream = (): void => undefined
  let next = (): void => undefined
  let state: () => Promise<SuggestJob | null> = () => Promise.resolve(null)
  const backend: SearchBackend = {
    start() {
      const answer = Promise.withResolvers<{ readonly jobId: string }>()
      starts.push(answer)
      return answer.promise
    },
    cancel: (jobId) => {
      calls.push(`cancel ${jobId}`)
      return Promise.resolve()
    },
    state: () => state(),
    watch(onJob, onEnd) {
      hear = onJob
      endStream = onEnd
      return () => {
        hear = null
        calls.push('unwatch')
      }
    },
    reportOf: (error) => ({ code: 'internal', message: String(error) }),
    wait(_, run) {
      next = run
      return () => undefined
    },
  }
  const search = createSearch<string>(backend)
  const begun = async (jobId = 'job-1'): Promise<void> => {
    const starting = search.start(REQUEST, 'basis')
    starts.at(-1)!.resolve({ jobId })
    await starting
  }
  return {
    search,
    calls,
    starts,
    begun,
    hear: (heard: SuggestJob | null) => hear?.(heard),
    isWatched: () => hear !== null,
    endStream: () => endStream(),
    pollAgain: () => next(),
    answer: (answer: () => Promise<SuggestJob | null>) => void (state = answer),
  }
}

describe('a search for a better schedule', () => {
  it('collects how it comes nearer, each step once, and ends with the answer', async () => {
    const { search, begun, hear, isWatched } = scripted()
    const states: string[] = []
    search.subscribe(() => states.push(search.getState().kind))
    await begun()
    hear(job({}))
    hear(job({ progress: progress(1) }))
    hear(job({ progress: progress(1) }))
    hear(job({ progress: progress(2) }))
    expect(search.getState()).toMatchObject({ kind: 'running', steps: [progress(1), progress(2)] })
    hear(job({ state: 'done', progress: progress(2), outcome }))
    expect(search.getState()).toEqual({ kind: 'answered', basis: 'basis', outcome, wasCancelled: false })
    expect(isWatched()).toBe(false)
    expect(states).toEqual(['starting', 'running', 'running', 'running', 'answered'])
  })

  it('keeps the best so far when it is cancelled, and cancels once', async () => {
    const { search, begun, hear, calls } = scripted()
    await begun()
    hear(job({ progress: progress(1) }))
    search.cancel()
    search.cancel()
    expect(calls).toEqual(['cancel job-1'])
    expect(search.getState()).toMatchObject({ kind: 'running', isCancelling: true })
    hear(job({ state: 'done', outcome }))
    expect(search.getState()).toMatchObject({ kind: 'answered', wasCancelled: true })
  })

  it('ends when nobody looks any more, even where it is only just being started', async () => {
    const closed = scripted()
    await closed.begun()
    closed.search.close()
    expect(closed.calls).toEqual(['cancel job-1', 'unwatch'])
    expect(closed.search.getState()).toEqual({ kind: 'idle' })

    const early = scripted()
    const starting = early.search.start(REQUEST, 'basis')
    early.search.close()
    early.starts[0]!.resolve({ jobId: 'job-1' })
    await starting
    expect(early.calls).toEqual(['cancel job-1'])
    expect(early.search.getState()).toEqual({ kind: 'idle' })
    expect(early.isWatched()).toBe(false)
  })

  it('is lost where another took its place, or the backend knows of none', async () => {
    for (const heard of [job({ id: 'job-2' }), null, job({ state: 'cancelled' })]) {
      const { search, begun, hear, calls } = scripted()
      await begun()
      hear(heard)
      expect(search.getState()).toEqual({ kind: 'lost' })
      expect(calls).toEqual(['unwatch'])
    }
  })

  it('says why it could not be started, or failed, and can be started again', async () => {
    const { search, begun, hear, starts } = scripted()
    const starting = search.start(REQUEST, 'basis')
    starts[0]!.reject(new Error('no'))
    await starting
    expect(search.getState()).toEqual({ kind: 'failed', report: { code: 'internal', message: 'Error: no' } })
    await begun()
    hear(job({ state: 'failed', error: { code: 'not-found', message: 'gone' } }))
    expect(search.getState()).toEqual({ kind: 'failed', report: { code: 'not-found', message: 'gone' } })
    await begun('job-3')
    expect(search.getState()).toMatchObject({ kind: 'running', steps: [] })
  })

  it('does nothing when it is started twice', async () => {
    const { search, begun, starts } = scripted()
    await begun()
    await search.start(REQUEST, 'other')
    expect(starts).toHaveLength(1)
    expect(search.getState()).toMatchObject({ basis: 'basis' })
  })

  it('asks again and again where the stream does not come through', async () => {
    const { search, begun, endStream, answer, pollAgain } = scripted()
    await begun()
    answer(() => Promise.resolve(job({ progress: progress(1) })))
    endStream()
    await expect.poll(() => search.getState()).toMatchObject({ kind: 'running', steps: [progress(1)] })
    answer(() => Promise.resolve(job({ state: 'done', outcome })))
    pollAgain()
    await expect.poll(() => search.getState().kind).toBe('answered')
  })

  it('fails where neither the stream nor an answer comes through', async () => {
    const { search, begun, endStream, answer } = scripted()
    await begun()
    answer(() => Promise.reject(new Error('silence')))
    endStream()
    await expect.poll(() => search.getState()).toMatchObject({ kind: 'failed', report: { message: 'Error: silence' } })
  })
})
