import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { COMMAND_OUTPUTS, type CommandName } from '../../../shared/contract/command-output.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

const NOW = '2026-03-20T15:00:00Z'

describe('covercast pages', () => {
  const folder = makeDataFolder()
  const at = ['--data-dir', folder.path]
  const run = (...args: readonly string[]) => runCommand([...args, ...at])
  async function json<Name extends CommandName>(
    command: Name,
    ...args: readonly string[]
  ): Promise<z.output<(typeof COMMAND_OUTPUTS)[Name]>> {
    const { code, stdout, stderr } = await run(...command.split(' '), ...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return COMMAND_OUTPUTS[command].parse(JSON.parse(stdout)) as z.output<(typeof COMMAND_OUTPUTS)[Name]>
  }
  beforeAll(async () => {
    await copyDemo(folder.path, { now: Date.parse(NOW) })
  })
  afterAll(() => folder.remove())

  it('adds, orders, weighs and removes rules', async () => {
    expect(await json('pages list')).toEqual({ rules: [], column: 'page_url', worth: null })
    await json('pages add', 'Blog', '--prefix', '/blog/', '--weight', '0.5')
    const pricing = { pageClass: 'Pricing', match: 'path', text: '/pricing', weight: 3 }
    const blog = { pageClass: 'Blog', match: 'prefix', text: '/blog/', weight: 0.5 }
    await json('pages add', 'Pricing', '--path', '/pricing', '--weight', '3', '--at', '1')
    const more = { ...pricing, match: 'contains', text: 'plan=' }
    expect(await json('pages add', 'Pricing', '--contains', 'plan=')).toMatchObject({ rules: [pricing, blog, more] })
    expect(await json('pages set', '--weight', 'Pricing=4', '--weight', 'Blog=1', '--worth', '2.5')).toEqual({
      rules: [
        { ...pricing, weight: 4 },
        { ...blog, weight: 1 },
        { ...more, weight: 4 },
      ],
      column: 'page_url',
      worth: 2.5,
    })
    expect((await json('pages remove', '3')).rules).toHaveLength(2)
    expect((await run('pages', 'list')).stdout).toMatch(/^ +1 +Pricing +are \/pricing +4(?:\.0)?$/mu)
  })

  it('refuses what is no rule, and stores nothing of it', async () => {
    const failed = async (...args: readonly string[]) => {
      const { code, stderr } = await run('pages', ...args)
      return [code, stderr.split('\n')[0]]
    }
    expect(await failed('add', 'Odd')).toEqual([2, 'Say in one way which pages it is.'])
    expect(await failed('add', 'Odd', '--path', '/a', '--prefix', '/b')).toEqual([
      2,
      'Say in one way which pages it is.',
    ])
    expect((await failed('add', 'Odd', '--path', 'a'))[0]).toBe(2)
    expect(await failed('add', 'Odd', '--path', '/a', '--weight', '-1')).toEqual([2, '“-1” is not a weight.'])
    expect(await failed('remove', '9')).toEqual([1, 'There is no rule 9.'])
    expect(await failed('set', '--weight', 'Odd=2')).toEqual([1, 'No rule has the class “Odd”.'])
    expect((await json('pages list')).rules).toHaveLength(2)
  })

  it('counts by rules after a sync: by value, by class, and as CSV', async () => {
    const range = ['--from', '2026-03-06', '--to', '2026-03-19']
    const plain = await json('coverage', ...range)
    expect(plain).not.toHaveProperty('weighted')
    expect((await json('pages test')).visitors!.map(({ pageClass }) => pageClass)).toEqual(['Pricing', 'Blog', null])
    expect((await json('coverage', ...range, '--weighted')).weighted!.countedShare).toBe(0)
    await json('demo', '--now', NOW)
    const { weighted, ...others } = await json('coverage', ...range, '--weighted')
    expect({ ...others, totals: { ...others.totals, avgAgentsOnline: 0 } }).toEqual({
      ...plain,
      totals: { ...plain.totals, avgAgentsOnline: 0 },
    })
    const [pricing, blog, rest] = weighted!.byClass
    expect(pricing!.totalPageviews + blog!.totalPageviews + rest!.totalPageviews).toBe(plain.totals.totalPageviews)
    expect(weighted!.totalPageviews).toBe(4 * pricing!.totalPageviews + blog!.totalPageviews + rest!.totalPageviews)
    expect(weighted!.missedWorth).toBe(2.5 * weighted!.missedOpportunities)
    expect((await json('coverage', ...range, '--page-class', 'Pricing')).totals.totalPageviews).toBe(
      pricing!.totalPageviews,
    )
    expect((await run('coverage', ...range, '--weighted')).stdout).toMatch(/^Coverage by value \d+%$/mu)
    const blocks = await json('recommend', ...range)
    expect([blocks, ...blocks.blocks].some((one) => 'weighted' in one)).toBe(false)
    const valued = await json('recommend', ...range, '--weighted')
    expect(valued.weighted!.countedShare).toBeGreaterThan(0)
    expect(valued.missedVisitors).toBe(blocks.missedVisitors)
    const missed = valued.blocks.map((block) => block.weighted!.missedVisitors)
    expect(missed.length).toBeGreaterThan(0)
    expect(missed).toEqual(missed.toSorted((one, other) => other - one))
    expect((await run('recommend', ...range, '--weighted')).stdout).toMatch(/^By value, [\d.,]+ of [\d.,]+ missed/mu)
    const suggest = ['--plan', 'typical', '--moves', 'breaks', '--time-limit', '1', '--now', NOW]
    expect(await json('suggest', ...suggest)).not.toHaveProperty('weighted')
    const { weighted: sums, bound, before } = await json('suggest', ...suggest, '--weighted')
    expect(sums!.before.visitors).toBeGreaterThan(before.visitors)
    expect(sums!.after.covered).toBeGreaterThanOrEqual(sums!.before.covered)
    expect(bound ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(sums!.after.covered)
    const file = `${folder.path}/weighted.csv`
    await json('export csv', ...range, '--weighted', '--page-class', 'none', '--out', file)
    expect((await run('coverage', ...range, '--page-class', 'Odd')).stderr).toContain('There are: Pricing, Blog')
  }, 120_000)
})
