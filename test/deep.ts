import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const ROOT = join(import.meta.dirname, '..')
/** Where something is drawn or walked, or more is looked at. The others try nothing more by being run for longer. */
const PROJECTS = ['unit', 'page', 'integration', 'hosts', 'campaign', 'e2e-deep']
const MOST_SEEDS = 2 ** 31

// Every test that tries what is drawn, many times as often as `npm test`, each night with other cases. What follows the options is for vitest.
const { values, positionals } = parseArgs({ options: { seed: { type: 'string' } }, allowPositionals: true })
const seed = values.seed === undefined ? Math.floor(Math.random() * MOST_SEEDS) : Number(values.seed)
if (!Number.isInteger(seed)) {
  process.stderr.write('Usage: npm run test:deep -- [--seed NUMBER] [FILE ...]\n')
  process.exit(2)
}
process.stdout.write(`The seed is ${seed}. Again with the same: npm run test:deep -- --seed ${seed}\n`)
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', ...PROJECTS.map((name) => `--project=${name}`), ...positionals],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, COVERCAST_DEEP: String(seed) },
  },
)
process.exit(status ?? 1)
