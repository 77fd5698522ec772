import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { useFastTemp } from '../support/fast-temp.ts'
import { Randomness } from '../simulation/random.ts'
import { mutationsOf, type Mutation } from './mutations.ts'

// Whether tests notice: draws mutations of every module, runs the unit tests that import it, and scores each folder.
const ROOT = join(import.meta.dirname, '..', '..')
const FOLDERS = ['shared', 'electron/sync', 'electron/store']
/** A mutation that makes a loop endless is noticed too. */
const LIMIT_MS = 180_000

const { values, positionals } = parseArgs({
  options: { each: { type: 'string', default: '4' }, seed: { type: 'string', default: 'mutations' } },
  allowPositionals: true,
})
const each = Number(values.each)
if (!Number.isInteger(each) || each < 1) {
  process.stderr.write('Usage: npm run test:mutation -- [--each MUTATIONS_A_FILE] [--seed TEXT] [FOLDER_OR_FILE ...]\n')
  process.exit(2)
}
useFastTemp()

interface Score {
  tried: number
  noticed: number
}
const scores = new Map<string, Score>()
for (const file of (positionals.length > 0 ? positionals : FOLDERS).flatMap(modulesBelow)) {
  const source = readFileSync(join(ROOT, file), 'utf8')
  const mutations = drawn(mutationsOf(source, file), file)
  if (mutations.length === 0) continue
  if (!passes(file, null)) {
    process.stdout.write(`not tried    ${file}  no unit tests of its subject import it\n`)
    continue
  }
  const folder = file.split('/').slice(0, -1).join('/')
  const score = scores.get(folder) ?? { tried: 0, noticed: 0 }
  scores.set(folder, score)
  for (const mutation of mutations) {
    const isNoticed = !passes(file, mutation)
    score.tried += 1
    score.noticed += Number(isNoticed)
    if (!isNoticed)
      process.stdout.write(
        `not noticed  ${file}:${mutation.line}  ${source.slice(mutation.start, mutation.end).replaceAll(/\s+/gu, ' ')}  ->  ${mutation.text || 'nothing'}\n`,
      )
  }
}
process.stdout.write('\n')
for (const [folder, { tried, noticed }] of scores)
  process.stdout.write(
    `${String(Math.round((100 * noticed) / tried)).padStart(4)} %  ${noticed} of ${tried}  ${folder}\n`,
  )

function modulesBelow(path: string): readonly string[] {
  if (path.endsWith('.ts')) return [path]
  return readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .toSorted()
    .map((name) => `${path}/${name}`)
}

function drawn(mutations: readonly Mutation[], file: string): readonly Mutation[] {
  const random = new Randomness(`${values.seed} ${file}`)
  const left = [...mutations]
  return Array.from(
    { length: Math.min(each, left.length) },
    () => left.splice(Math.floor(random.uniform() * left.length), 1)[0]!,
  )
}

/** Whether the tests of the module's subject that import it pass; not where there are none. */
function passes(file: string, mutation: Mutation | null): boolean {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'related', file, '--run', '--config', join(ROOT, 'vitest.mutation.config.ts')],
    {
      cwd: ROOT,
      stdio: 'ignore',
      timeout: LIMIT_MS,
      env: { ...process.env, COVERCAST_MUTANT: JSON.stringify({ file, mutation }) },
    },
  )
  return status === 0
}
