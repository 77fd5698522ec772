import { parseArgs } from 'node:util'
import { BLIND_SPOT_NAMES, blindWorld } from './blind-spots.ts'
import { evaluateWorld, type Case } from './evaluate.ts'
import { scoreBySite, table } from './report.ts'
import { SCHEDULES } from './schedules.ts'

// Predicts weeks of made-up sites that are not as the model takes them to be, and prints how far off it was, with standard errors by site.
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    spots: { type: 'string', default: '' },
    schedules: { type: 'string', default: 'unchanged,a third fewer,doubled' },
    replays: { type: 'string', default: '12' },
  },
})
const seeds = values.seeds.split(',').map(Number)
const schedules = SCHEDULES.filter((name) => values.schedules.split(',').includes(name))
const replays = Number(values.replays)
const rows: string[][] = []
for (const spot of BLIND_SPOT_NAMES.filter((name) => name.includes(values.spots))) {
  const sites = seeds.map((seed): readonly Case[] =>
    evaluateWorld(blindWorld(spot, seed), schedules, { weeksEach: replays, replays }),
  )
  const all = scoreBySite(sites)
  const unchanged = scoreBySite(sites.map((cases) => cases.filter(({ schedule }) => schedule === 'unchanged')))
  const bySchedule = schedules.map((name) =>
    scoreBySite(sites.map((cases) => cases.filter(({ schedule }) => schedule === name))).error.toFixed(2),
  )
  rows.push([
    spot,
    `${all.error.toFixed(2)} ± ${all.standardError.toFixed(2)}`,
    all.worst.toFixed(1),
    all.bias.toFixed(2),
    ...bySchedule,
    unchanged.pastAverage.toFixed(2),
    (100 * all.holds80).toFixed(0),
    (100 * all.holds95).toFixed(0),
  ])
  process.stderr.write(`${spot}\n`)
}
process.stdout.write(
  `${table(['sites', 'off by', 'worst', 'bias', ...schedules, 'unchanged, past average', '80% holds', '95% holds'], rows)}\n`,
)
