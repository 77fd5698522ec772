import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vitest/config'
import { mutate, type Mutation } from './test/mutation/mutations.ts'

const ROOT = import.meta.dirname
const { file, mutation } = JSON.parse(process.env['COVERCAST_MUTANT'] ?? 'null') as {
  readonly file: string
  readonly mutation: Mutation | null
}
/** shared/time/zone.ts is tested in test/unit/time. */
const subject = file.split('/')[1]!

/** Has the tests load one module with a mutation in it; the file stays as it is. */
const mutant: Plugin = {
  name: 'mutant',
  enforce: 'pre',
  load: (id) =>
    mutation !== null && id.split('?')[0] === join(ROOT, file)
      ? mutate(readFileSync(join(ROOT, file), 'utf8'), mutation)
      : null,
}

export default defineConfig({
  root: ROOT,
  plugins: [mutant],
  // The tests of the module's own subject: those of others use it, and are not there to test it.
  test: {
    include: [`test/unit/${subject}/**/*.test.ts`],
    // It goes by the file, which has no mutation in it.
    fsModuleCache: false,
    isolate: false,
    maxWorkers: 1,
    testTimeout: 60_000,
    bail: 1,
    execArgv: ['--no-memory-protection-keys'],
  },
})
