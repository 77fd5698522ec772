import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JobOf } from '../../electron/backend/core/job.ts'
import type { ComputeThread } from '../../electron/backend/threads/compute-thread.ts'
import type { SUGGEST } from '../../electron/backend/suggest/use-cases.ts'
import { DEMO_PLAN } from '../../electron/sync/demo/published-plan.ts'
import { planFromFile } from '../../shared/contract/plan-file.ts'
import { AppError } from '../../shared/foundation/errors.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { HOSTS, HOSTS_OF_FIGURES, type TestHost } from './support/open-host.ts'
import { clientOf, failureOf, syncedDemo, watchSuggestion } from './support/rpc.ts'

type Job = JobOf<typeof SUGGEST>

const PLAN = planFromFile(DEMO_PLAN)
const WEEK = '2026-03-23'
const given = (plan: Plan) => ({ kind: 'given' as const, plan: plan as never })

describe.each(HOSTS)('suggestions, on $name', ({ open }) => {
  let host: TestHost
  let workspaceId: string
  beforeAll(async () => {
    host = await open()
    workspaceId = await syncedDemo(host, { months: 2 })
  }, 240_000)
  afterAll(() => host.close())

  /** What is the same on every host, and takes long to compute. */
  const hasFigures = HOSTS_OF_FIGURES.some((one) => one.open === open)

  /** Every state of a search as the page sees it, to its end. */
  async function followed(onState: (job: Job) => void = () => undefined): Promise<readonly Job[]> {
    const states: Job[] = []
    for await (const { event, data } of watchSuggestion(host, { workspaceId })) {
      if (event !== null) continue
      const job = JSON.parse(data) as Job | null
      if (job === null) continue
      states.push(job)
      onState(job)
      if (job.state !== 'running') return states
    }
    throw new Error('The stream ended before the search.')
  }
  const start = (fields: Partial<Parameters<ReturnType<typeof clientOf>['suggest']['start']['mutate']>[0]> = {}) =>
    clientOf(host).suggest.start.mutate({ workspaceId, week: WEEK, plan: given(PLAN), moves: 'breaks', ...fields })

  it.runIf(hasFigures)(
    'come nearer to what is possible, and give what is predicted of their plan',
    async () => {
      const { jobId } = await start({ timeLimitSeconds: 60, gap: 0 })
      let bounded = 0
      const states = await followed(({ progress }) => {
        // Enough was seen, however fast this machine is.
        if (progress !== null && progress.bound !== null && ++bounded === 3)
          void clientOf(host).suggest.cancel.mutate({ workspaceId, jobId })
      })
      expect(states.every(({ id }) => id === jobId)).toBe(true)
      const steps = states.flatMap(({ progress }) => progress ?? [])
      // A page that reads slowly is given the newest.
      expect(steps.length).toBeGreaterThan(0)
      const bounds = steps.flatMap(({ bound }) => bound ?? [])
      expect(bounds.at(-1)!).toBeLessThanOrEqual(bounds[0]!)
      const { outcome } = states.at(-1)!
      const { output, moves } = outcome!
      expect(moves.map(({ coveredGain }) => coveredGain)).toEqual(
        moves.map(({ coveredGain }) => coveredGain).toSorted((one, other) => other - one),
      )
      const predicted = await clientOf(host).prediction.plan.query({
        workspaceId,
        week: WEEK,
        plan: given(planFromFile(output.plan)),
        baseline: given(PLAN),
      })
      expect(predicted.output.week.covered).toBeCloseTo(output.after.covered, 6)
      expect(predicted.output.difference.covered).toBeCloseTo(output.difference.covered, 6)
      expect(output.bound).toBeGreaterThanOrEqual(output.after.covered)
    },
    120_000,
  )

  it('keep the best so far when they are cancelled, by whoever means this search', async () => {
    const { jobId } = await start({ moves: 'all', addHours: 40, gap: 0, timeLimitSeconds: 60 })
    const { suggest } = clientOf(host)
    expect(await suggest.cancel.mutate({ workspaceId, jobId: 'another' })).toEqual({ cancelled: false })
    const asked: Promise<unknown>[] = []
    const states = await followed(({ progress }) => {
      if (asked.length === 0 && progress !== null && progress.bound !== null)
        asked.push(suggest.cancel.mutate({ workspaceId, jobId }))
    })
    expect(await Promise.all(asked)).toEqual([{ cancelled: true }])
    expect(states.at(-1)).toMatchObject({ state: 'done', outcome: { output: { status: 'time-limit' } } })
    expect(states.at(-1)!.outcome!.output.difference.covered).toBeGreaterThan(0)
    expect(await suggest.cancel.mutate({ workspaceId, jobId })).toEqual({ cancelled: false })
  }, 120_000)

  it.runIf(hasFigures)(
    'keep the rules of the stored plan, and leave whoever is away alone',
    async () => {
      const client = clientOf(host)
      const { id: planId } = await client.plans.create.mutate({
        workspaceId,
        plan: PLAN as never,
        settings: { rules: { limits: { maxHoursPerWeek: 30 }, owedBreak: null, hourlyCost: 20 } },
      })
      const agentId = PLAN.shifts[0]!.agentId!
      await client.timeOff.save.mutate({
        workspaceId,
        timeOff: [
          { id: crypto.randomUUID(), agentId, kind: 'vacation', from: WEEK, to: '2026-03-29', part: null, note: '' },
        ],
      })
      const empty = { ...PLAN, shifts: [] }
      const agents = [...new Set(PLAN.shifts.map((shift) => shift.agentId!))]
      await start({ plan: given(empty), rulesOf: planId, moves: 'all', addHours: 200, agents, timeLimitSeconds: 3 })
      const { output } = (await followed()).at(-1)!.outcome!
      expect(output.violations).toEqual([])
      expect(output.after.cost).toBeCloseTo(20 * output.after.agentHours, 6)
      const hoursOf = new Map<string, number>()
      for (const shift of planFromFile(output.plan).shifts) {
        const worked =
          shift.endMinute -
          shift.startMinute -
          shift.breaks.reduce((sum, one) => sum + one.endMinute - one.startMinute, 0)
        hoursOf.set(shift.agentId!, (hoursOf.get(shift.agentId!) ?? 0) + worked / 60)
      }
      expect(hoursOf.size).toBeGreaterThan(3)
      expect(hoursOf.has(agentId)).toBe(false)
      expect(Math.max(...hoursOf.values())).toBeLessThanOrEqual(30)
    },
    120_000,
  )

  it.runIf(hasFigures)(
    'say what moving breaks gives without being asked further',
    async () => {
      const free = await clientOf(host).suggest.freeMoves.query({ workspaceId })
      expect(free).toMatchObject({ planId: null, week: '2026-03-23' })
      expect(free!.byHour).toHaveLength(168)
      expect(free!.byHour.reduce((sum, gain) => sum + gain, 0)).toBeCloseTo(free!.covered, 6)
      expect(free!.moves).toBeGreaterThan(0)
      // Each is worth more than a visitor.
      expect(free!.covered).toBeGreaterThan(free!.moves)
    },
    120_000,
  )

  it('are refused for a workspace that is not there', async () => {
    const { status } = await failureOf(start({ workspaceId: 'unknown' }))
    expect(status).toBe(404)
  })
})

describe('a search whose thread dies', () => {
  let host: TestHost
  let workspaceId: string
  /** Steps that the thread still takes. */
  let lives = 0
  const dying = (computer: ComputeThread): ComputeThread =>
    new Proxy(computer, {
      get: (target, name) =>
        name === 'suggestStep'
          ? async (...step: Parameters<ComputeThread['suggestStep']>) => {
              if (lives === 0) throw new AppError({ code: 'internal', message: 'The compute thread died.' })
              lives -= 1
              return target.suggestStep(...step)
            }
          : (Reflect.get(target, name) as unknown),
    })
  beforeAll(async () => {
    host = await HOSTS[0]!.open({
      change: ({ data }) => ({ data: { ...data, compute: (signal) => dying(data.compute(signal)) } }),
    })
    workspaceId = await syncedDemo(host, { months: 2 })
  }, 240_000)
  afterAll(() => host.close())

  async function ended(fields: Partial<Parameters<ReturnType<typeof clientOf>['suggest']['start']['mutate']>[0]> = {}) {
    await clientOf(host).suggest.start.mutate({
      workspaceId,
      week: WEEK,
      plan: given(PLAN),
      moves: 'breaks',
      ...fields,
    })
    for await (const { event, data } of watchSuggestion(host, { workspaceId })) {
      const job = event === null ? (JSON.parse(data) as Job | null) : null
      if (job !== null && job.state !== 'running') return job
    }
    throw new Error('The stream ended before the search.')
  }

  it('answers with the best until then, says that it ended early, and logs why', async () => {
    lives = 2
    const { state, outcome } = await ended()
    expect([state, outcome!.output.status, outcome!.output.bound]).toEqual(['done', 'fallback', null])
    expect(outcome!.output.after.covered).toBeGreaterThanOrEqual(outcome!.output.before.covered)
    expect(await host.logText()).toMatch(/ended early/u)
  }, 60_000)

  it('fails where it had come to nothing yet', async () => {
    lives = 0
    const { state, outcome, error } = await ended()
    expect([state, outcome]).toEqual(['failed', null])
    expect(error).toMatchObject({ code: 'internal' })
  }, 60_000)

  it('differs from one that was over before it found anything that does what was asked', async () => {
    lives = Number.POSITIVE_INFINITY
    const { outcome } = await ended({
      moves: 'all',
      goal: { kind: 'target', rate: 0.999, per: 'hour' },
      timeLimitSeconds: 0.1,
    })
    expect([outcome!.isFound, outcome!.output.status, outcome!.moves]).toEqual([false, 'time-limit', []])
  }, 60_000)
})
