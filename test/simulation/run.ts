import { parseArgs } from 'node:util'
import { writeFileSync } from 'node:fs'
import { evaluateWorld, type Case } from './evaluate.ts'
import { SCHEDULES, type ScheduleName } from './schedules.ts'
import { makeWorld, SITE_NAMES } from './worlds.ts'
import { drawWorld } from './drawn-worlds.ts'
import { resultsPage } from './results-page.ts'
import { parseHabits } from '../support/product-habits.ts'
import { blameTable, classTable, detailTable, KINDS } from './report.ts'

// Predicts weeks of made-up sites under schedules they never had, replays these weeks, and prints how far off the predictions were.
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2' },
    drawn: { type: 'string', default: '' },
    rough: { type: 'string', default: '' },
    kinds: { type: 'string', default: KINDS.join(',') },
    sites: { type: 'string', default: '' },
    schedules: { type: 'string', default: '' },
    habits: { type: 'string', default: '' },
    weeks: { type: 'string', default: '4' },
    replays: { type: 'string', default: '40' },
    details: { type: 'boolean', default: false },
    page: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
})
const numbers = (text: string): readonly number[] => text.split(',').filter(Boolean).map(Number)
const schedules: readonly ScheduleName[] = SCHEDULES.filter((name) => name.includes(values.schedules))
const kinds = KINDS.filter((kind) => values.kinds.includes(kind))
const worlds = [
  ...SITE_NAMES.filter((name) => name.includes(values.sites)).flatMap((name) =>
    numbers(values.seeds).map((seed) => () => makeWorld(name, seed)),
  ),
  ...kinds.flatMap((kind) => numbers(values.drawn).map((number) => () => drawWorld(kind, number))),
  ...kinds.flatMap((kind) => numbers(values.rough).map((number) => () => drawWorld(kind, number, true))),
]
const habits = parseHabits(values.habits)
const began = performance.now()
const cases: Case[] = []
for (const make of worlds) {
  const world = make()
  if (!kinds.includes(world.kind)) continue
  cases.push(
    ...evaluateWorld(world, schedules, { weeksEach: Number(values.weeks), replays: Number(values.replays), habits }),
  )
  if (process.stderr.isTTY) process.stderr.write(`\r${cases.length} cases ...`)
}
const command = `node test/simulation/run.ts ${process.argv
  .slice(2)
  .map((argument) => argument || "''")
  .join(' ')}`
const tables = () =>
  [classTable(cases), blameTable(cases), ...(values.details ? [detailTable(cases)] : [])].join('\n\n')
const text = values.page ? resultsPage(cases, { command }).trimEnd() : tables()
if (values.out === undefined) process.stdout.write(`${text}\n`)
else writeFileSync(values.out, `${text}\n`)
process.stderr.write(`${cases.length} schedules, ${Math.round((performance.now() - began) / 1000)} s\n`)
