import { parseArgs } from 'node:util'
import { drawWorld } from './drawn-worlds.ts'
import { table } from './report.ts'
import { replayWorld, type ReplayCase } from './replayed-weeks.ts'
import { SCHEDULES, type ScheduleName } from './schedules.ts'
import { mean } from './truth.ts'
import { makeWorld, SITE_NAMES } from './worlds.ts'

// Replays weeks of made-up sites under schedules that they did not have, and prints how far that is from what would really have come of it.
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    sites: { type: 'string', default: '' },
    drawn: { type: 'string', default: '' },
    schedules: { type: 'string', default: 'unchanged,a third fewer,doubled' },
    chances: { type: 'string', default: '40' },
  },
})
const numbers = (text: string): readonly number[] => text.split(',').filter(Boolean).map(Number)
const names = values.schedules.split(',')
const schedules: readonly ScheduleName[] = SCHEDULES.filter((name) => names.includes(name))
const worlds = [
  ...SITE_NAMES.filter((name) => name.includes(values.sites)).flatMap((name) =>
    numbers(values.seeds).map((seed) => makeWorld(name, seed)),
  ),
  ...numbers(values.drawn).map((number) => drawWorld('busy', number)),
]
const cases = worlds.flatMap((world) => replayWorld(world, schedules, Number(values.chances)))

function row(name: string, of: readonly ReplayCase[]): readonly string[] {
  const errors = of.map(({ replayed, truth }) => 100 * Math.abs(replayed - truth))
  const inside = of.flatMap(({ weeks, band }) =>
    weeks.map((rate): number => (rate >= band.lower80 && rate <= band.upper80 ? 1 : 0)),
  )
  return [
    name,
    String(of.length),
    mean(errors).toFixed(2),
    Math.max(...errors).toFixed(1),
    mean(of.map(({ replayed, truth }) => 100 * (replayed - truth))).toFixed(2),
    (100 * mean(inside)).toFixed(0),
  ]
}

const rows = (['busy', 'sparse', 'presence'] as const).flatMap((kind) =>
  schedules.map((schedule) =>
    row(
      `${kind}, ${schedule}`,
      cases.filter((one) => one.world.kind === kind && one.schedule === schedule),
    ),
  ),
)
process.stdout.write(
  `${table(['sites', 'weeks', 'mean error', 'worst', 'bias', 'inside 80%'], [...rows, row('all', cases)])}\n`,
)
