import { parseArgs } from 'node:util'
import { hiringSite, type HiringSite } from './hiring-sites.ts'
import { table } from './report.ts'
import { mean } from './truth.ts'
import { makeWorld, SITE_NAMES } from './worlds.ts'

// Made-up sites that grow: how many people the hiring case asks for, and coverage half a year on with and without them.
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    sites: { type: 'string', default: '' },
    growth: { type: 'string', default: '3' },
    target: { type: 'string', default: '85' },
    chances: { type: 'string', default: '12' },
  },
})
const options = { growth: Number(values.growth), target: Number(values.target) / 100, chances: Number(values.chances) }
const sites = SITE_NAMES.filter((name) => name.includes(values.sites))
  .flatMap((name) => values.seeds.split(',').map((seed) => makeWorld(name, Number(seed))))
  .filter(({ kind, planPool }) => kind === 'busy' && planPool === null)
  .map((world) => hiringSite(world, options))

const percent = (rate: number): string => (100 * rate).toFixed(1)
function row(name: string, hires: string, of: readonly HiringSite[]): readonly string[] {
  const rates = (['without', 'with'] as const).flatMap((kind) => [
    percent(mean(of.map(({ predicted }) => predicted[kind]))),
    percent(mean(of.map(({ real }) => real[kind]))),
  ])
  const error = (kind: 'without' | 'with'): number =>
    mean(of.map((one) => Math.abs(one.predicted[kind] - one.real[kind])))
  return [name, hires, ...rates, percent(error('without')), percent(error('with'))]
}
const head = [
  '',
  'hires',
  'without, predicted',
  'without, real',
  'with, predicted',
  'with, real',
  'error without',
  'error with',
]
const rows = [
  ...sites.map((site) => row(site.world.seed, String(site.hires), [site])),
  row('all', mean(sites.map(({ hires }) => hires)).toFixed(1), sites),
]
process.stdout.write(`${table(head, rows)}\n`)
