import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasDisplay } from '../../electron/desktop/choose-host.ts'
import { installedRuntime } from '../../electron/desktop/electron-runtime.ts'

// `npm run check:desktop`: the desktop tests on Electron itself, then what a person has to look at, step by step.
const ROOT = join(import.meta.dirname, '..', '..')
const STEPS = join(import.meta.dirname, 'check-on-real-electron.md')
/** The heading below which the steps stand, and the one step that this command does by itself. */
const BY_HAND = '## Ten minutes by hand'
const DONE_HERE = /^\d+\. `npx vitest run --project desktop/u

process.exitCode = await checkDesktop()

async function checkDesktop(): Promise<number> {
  const isReal = findRuntime()
  const code = await runTests()
  say(
    code === 0
      ? `\nThe desktop tests passed, on ${isReal ? 'Electron' : 'the stand-in only'}.`
      : '\nThe desktop tests failed. Mend that first.',
  )
  if (!isReal)
    say('What only Electron can show was not tested: on a computer with a display and Electron, run this again.')
  say(`\nNow by hand (${isReal ? 'about ten minutes' : 'where Electron is there'}):\n`)
  say(manualSteps())
  return code
}

/** Whether the tests will run on Electron; where its runtime is missing, it is downloaded if that is possible. */
function findRuntime(): boolean {
  if (!hasDisplay(process.platform, process.env)) return false
  if (installedRuntime(ROOT) === null) {
    say('Downloading Electron ...')
    spawnSync(process.execPath, [join(ROOT, 'node_modules', 'electron', 'install.js')], { stdio: 'inherit' })
  }
  return installedRuntime(ROOT) !== null
}

async function runTests(): Promise<number> {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', '--project', 'desktop', '--project', 'e2e-desktop'], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code ?? 1
}

function manualSteps(): string {
  const text = readFileSync(STEPS, 'utf8')
  const steps = text
    .slice(text.indexOf(BY_HAND) + BY_HAND.length)
    .trim()
    .split('\n')
  return steps.filter((line) => !DONE_HERE.test(line)).join('\n')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
