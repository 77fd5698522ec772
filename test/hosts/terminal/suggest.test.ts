import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PLAN } from '../../../electron/sync/demo/published-plan.ts'
import { COMMAND_OUTPUTS } from '../../../shared/contract/command-output.ts'
import type { PredictOutput } from '../../../shared/contract/prediction-output.ts'
import type { SuggestOutput } from '../../../shared/contract/suggest-output.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder, openBackend } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

const NOW = '2026-03-16T04:00:00Z'
const WEEK = '2026-03-16'

describe('covercast suggest', () => {
  const folder = makeDataFolder()
  const at = ['--data-dir', folder.path]
  const file = (name: string, content: unknown): string => {
    const path = join(folder.path, `${name}.json`)
    writeFileSync(path, JSON.stringify(content))
    return path
  }
  const backend = openBackend(folder.path)
  const host = { openBackend: () => ({ ...backend, close: async () => undefined }) }
  const run = (...args: readonly string[]) => runCommand([...args, ...at], host)
  const json = async (...args: readonly string[]): Promise<SuggestOutput> => {
    const { code, stdout, stderr } = await run('suggest', '--week', WEEK, ...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return COMMAND_OUTPUTS.suggest.parse(JSON.parse(stdout))
  }
  let plan: string
  beforeAll(async () => {
    await copyDemo(folder.path, { now: Date.parse(NOW), months: 2 })
    plan = file('usual', DEMO_PLAN)
    // What is learned of the history is at hand afterwards.
    await run('predict', '--plan', plan, '--week', WEEK)
  })
  afterAll(async () => {
    await backend.close()
    folder.remove()
  })

  it('moves breaks without an hour more, and says what predict says of the plan that it gives', async () => {
    const answer = await json('--plan', plan, '--moves', 'breaks', '--time-limit', '5')
    expect(answer.difference.covered).toBeGreaterThan(0)
    expect(answer.after.agentHours).toBeCloseTo(answer.before.agentHours, 9)
    expect(new Set(answer.moves.map(({ kind }) => kind))).toEqual(new Set(['move-break']))
    expect(answer.bound).toBeGreaterThanOrEqual(answer.after.covered)
    const { stdout } = await run(
      'predict',
      '--plan',
      file('after', answer.plan),
      '--baseline',
      plan,
      '--week',
      WEEK,
      '--json',
    )
    const predicted = JSON.parse(stdout) as PredictOutput
    expect(predicted.week.covered).toBeCloseTo(answer.after.covered, 6)
    expect(predicted.difference.covered).toBeCloseTo(answer.difference.covered, 6)
    expect(predicted.difference.lower80).toBeCloseTo(answer.difference.lower80, 6)
    expect(answer.nextHour).toHaveLength(672)
    expect(answer.violations).toEqual([])
  })

  it('keeps to who is assumed to be there, and says what predict says in the same world', async () => {
    const world = ['--absent', 'Maya Chen:2026-03-17..2026-03-18', '--off-phone', 'We,14:00-15:00']
    const hires = ['--hire', '2@2026-03-09:Mo-Fr,10:00-18:00']
    const answer = await json('--plan', plan, '--moves', 'breaks', '--time-limit', '5', ...world, ...hires)
    expect(answer.difference.covered).toBeGreaterThan(0)
    const after = file('assumed', answer.plan)
    const { stdout } = await run('predict', '--plan', after, '--week', WEEK, ...world, ...hires, '--json')
    expect((JSON.parse(stdout) as PredictOutput).week.covered).toBeCloseTo(answer.after.covered, 6)
  })

  it('adds no more hours than it may, and stores the plan that is asked for', async () => {
    const answer = await json('--plan', plan, '--add-hours', '8', '--time-limit', '4', '--save', 'Better')
    expect(answer.after.agentHours - answer.before.agentHours).toBeLessThanOrEqual(8 + 1e-9)
    expect(answer.difference.covered).toBeGreaterThan(0)
    const stored = await run('predict', '--plan', 'Better', '--week', WEEK, '--json')
    expect((JSON.parse(stored.stdout) as PredictOutput).week.covered).toBeCloseTo(answer.after.covered, 6)
  })

  it('leaves pinned shifts alone and changes no more shifts than it may', async () => {
    const pinned = (await json('--plan', plan, '--moves', 'breaks', '--time-limit', '1')).moves[0]!.before!.id
    const answer = await json(
      '--plan',
      plan,
      '--moves',
      'starts',
      '--pin',
      pinned,
      '--max-changes',
      '5',
      '--time-limit',
      '4',
    )
    expect(answer.moves.length).toBeLessThanOrEqual(5)
    expect(answer.moves.map(({ before }) => before!.id)).not.toContain(pinned)
    expect(answer.difference.covered).toBeGreaterThan(0)
  })

  it('answers with the rules that have to give where nothing keeps them all', async () => {
    const { agentId } = DEMO_PLAN.shifts.find((shift) => shift.agentId !== null)!
    const rules = file('rules', { agents: [{ agentId, minHoursPerWeek: 60, maxHoursPerWeek: 40 }] })
    const answer = await json('--plan', plan, '--rules', rules, '--time-limit', '4')
    expect([answer.status, answer.moves]).toEqual(['infeasible', []])
    expect(answer.mustGive).toHaveLength(1)
    expect(answer.mustGive[0]).toMatchObject({ agentId })
    expect(answer.mustGive[0]!.text).toMatch(/^(?:60|40) h of work a week instead of at (?:most 40|least 60) h$/u)
  })

  it('reaches a target with as few hours as it finds, and bounds them from below', async () => {
    const answer = await json('--plan', plan, '--goal', 'target', '--target', '70', '--time-limit', '20')
    expect(answer.after.coverageRate).toBeGreaterThanOrEqual(70 - 1e-6)
    expect(answer.after.agentHours).toBeLessThan(answer.before.agentHours)
    expect([answer.bound, answer.gapOfGain]).toEqual([null, null])
    const never = await json('--plan', plan, '--goal', 'target', '--target', '100', '--time-limit', '20')
    expect([never.status, never.mustGive[0]?.rule]).toEqual(['infeasible', 'target'])
  }, 120_000)

  it('answers with the best so far when it is interrupted', async () => {
    const interrupted = new AbortController()
    const args = ['suggest', '--week', WEEK, '--plan', plan, '--gap', '0', '--time-limit', '600', '--json', ...at]
    setTimeout(() => interrupted.abort(), 3_000)
    const { code, stdout } = await runCommand(args, { ...host, signal: interrupted.signal })
    const answer = COMMAND_OUTPUTS.suggest.parse(JSON.parse(stdout))
    expect([code, answer.status]).toEqual([0, 'time-limit'])
    expect(answer.after.covered).toBeGreaterThanOrEqual(answer.before.covered)
  }, 120_000)

  it('tells people what changes and what is possible, and refuses what it cannot read', async () => {
    const { code, stdout } = await run(
      'suggest',
      '--week',
      WEEK,
      '--plan',
      'typical',
      '--moves',
      'starts',
      '--time-limit',
      '2',
    )
    expect(code).toBe(0)
    expect(stdout).toMatch(/visitors covered \(80% range/u)
    expect(stdout).toMatch(/Change start|Move break/u)
    expect((await run('suggest', '--plan', plan, '--rules', 'nowhere.json')).code).toBe(2)
    expect((await run('suggest', '--plan', plan, '--moves', 'lunches')).code).toBe(2)
    const pinned = await run('suggest', '--plan', plan, '--pin', 'no-such-shift')
    expect([pinned.code, pinned.stderr.includes('no shift "no-such-shift"')]).toEqual([1, true])
  })
}, 120_000)
