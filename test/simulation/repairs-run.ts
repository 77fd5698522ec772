import { parseArgs } from 'node:util'
import { type Morning, repairedMornings } from './repaired-mornings.ts'
import { table } from './report.ts'
import { mean } from './truth.ts'
import { makeWorld, SITE_NAMES } from './worlds.ts'

// Mornings of made-up sites on which somebody does not come: what the best repair promises to save, and what it really saves.
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    sites: { type: 'string', default: '' },
    mornings: { type: 'string', default: '10' },
    chances: { type: 'string', default: '30' },
  },
})
const worlds = SITE_NAMES.filter((name) => name.includes(values.sites))
  .flatMap((name) => values.seeds.split(',').map((seed) => makeWorld(name, Number(seed))))
  .filter(({ kind }) => kind === 'busy')
const count = { mornings: Number(values.mornings), chances: Number(values.chances) }
const all = worlds.flatMap((world) => repairedMornings(world, count))

function row(name: string, of: readonly Morning[]): readonly string[] {
  const saved = of.flatMap((one) => (one.saved === null ? [] : [one.saved]))
  const figure = (numbers: readonly number[]): string => (numbers.length === 0 ? '-' : mean(numbers).toFixed(1))
  return [
    name,
    String(of.length),
    figure(of.map(({ lost }) => lost.promised)),
    figure(of.map(({ lost }) => lost.real)),
    String(saved.length),
    figure(saved.map(({ promised }) => promised)),
    figure(saved.map(({ real }) => real)),
  ]
}

const names = [...new Set(all.map(({ world }) => world.name))]
const kinds = ['come-in', 'start-earlier', 'stay-longer', 'move-break'] as const
const rows = [
  ...names.map((name) =>
    row(
      name,
      all.filter(({ world }) => world.name === name),
    ),
  ),
  ...kinds.map((kind) =>
    row(
      kind,
      all.filter(({ saved }) => saved?.kind === kind),
    ),
  ),
  row('all', all),
]
const head = ['', 'mornings', 'lost, predicted', 'lost, real', 'with a repair', 'saved, promised', 'saved, real']
process.stdout.write(`${table(head, rows)}\n`)
