import { parseArgs } from 'node:util'
import { writeFileSync } from 'node:fs'
import { evaluateWorld, type Case } from './evaluate.ts'
import { SCHEDULES, type ScheduleName } from './schedules.ts'
import { makeWorld, SITE_NAMES } from './worlds.ts'
import { blameTable, classTable, detailTable } from './report.ts'

// Predicts weeks of made-up sites under schedules they never had, replays these weeks, and prints how far off the predictions were.
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2' },
    sites: { type: 'string', default: '' },
    schedules: { type: 'string', default: '' },
    weeks: { type: 'string', default: '4' },
    replays: { type: 'string', default: '40' },
    details: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
})
const sites = SITE_NAMES.filter((name) => name.includes(values.sites))
const schedules: readonly ScheduleName[] = SCHEDULES.filter((name) => name.includes(values.schedules))
const began = performance.now()
const cases: Case[] = []
for (const site of sites) {
  for (const seed of values.seeds.split(',')) {
    cases.push(...evaluateWorld(makeWorld(site, Number(seed)), schedules, { weeksEach: Number(values.weeks), replays: Number(values.replays) }))
    if (process.stderr.isTTY) process.stderr.write(`\r${cases.length} cases ...`)
  }
}
const text = [classTable(cases), blameTable(cases), ...(values.details ? [detailTable(cases)] : [])].join('\n\n')
if (values.out === undefined) process.stdout.write(`${text}\n`)
else writeFileSync(values.out, `${text}\n`)
process.stderr.write(`${cases.length} schedules, ${Math.round((performance.now() - began) / 1000)} s\n`)
