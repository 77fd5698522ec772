import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PLAN } from '../../../electron/sync/demo/published-plan.ts'
import { LANGUAGE_CODES } from '../../../shared/language/languages.ts'
import { DEEP } from '../../support/deep.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder, openBackend } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

const SYNCED = '2026-03-16T04:00:00Z'
const RANGE = ['--from', '2026-02-23', '--to', '2026-03-08']

/** Commands whose documents have texts, dates or names of days in them. */
const COMMANDS: readonly (readonly string[])[] = [
  ['coverage', ...RANGE],
  ['recommend', ...RANGE],
  ['forecast', '--week', '2026-03-16'],
  ['predict', '--plan', 'PLAN', '--week', '2026-03-16'],
  ['today'],
  ['holidays', 'list'],
  ['marks', 'list'],
  ['marks', 'suggest'],
  ['plan', 'list'],
  ['timeoff', 'list'],
  ['workspace', 'list'],
]

/** Systems that differ in language, script, digits, calendar, first day of the week and clock. */
const SYSTEMS = DEEP
  ? [...LANGUAGE_CODES, 'de-CH', 'fr-CA', 'es-MX', 'ar-EG', 'fa-IR', 'ja-JP', 'hi-IN-u-nu-deva']
  : ['de-CH', 'fa-IR', 'hi-IN-u-nu-deva']

describe('a document of --json', () => {
  const folder = makeDataFolder()
  const backend = openBackend(folder.path)
  const run = (args: readonly string[], locale: string) =>
    runCommand([...args, '--data-dir', folder.path], {
      openBackend: () => ({ ...backend, close: async () => undefined }),
      clock: () => Date.parse(SYNCED),
      terminal: {
        stdout: { write: (text: string) => (written.stdout += text) },
        stderr: { write: (text: string) => (written.stderr += text) },
        locale,
      },
    })
  const written = { stdout: '', stderr: '' }
  const planFile = join(folder.path, 'plan.json')
  const document = async (args: readonly string[], locale: string): Promise<string> => {
    written.stdout = ''
    written.stderr = ''
    const { code } = await run([...args.map((arg) => (arg === 'PLAN' ? planFile : arg)), '--json'], locale)
    expect([code, written.stderr]).toEqual([0, ''])
    return written.stdout
  }
  beforeAll(async () => {
    await copyDemo(folder.path, { now: Date.parse(SYNCED), months: 2 })
    writeFileSync(planFile, JSON.stringify(DEMO_PLAN))
  })
  afterAll(async () => {
    await backend.close()
    folder.remove()
  })

  it.each(COMMANDS.map((args) => [args.join(' '), args] as const))(
    'of %s is the same on every system',
    async (_, args) => {
      const english = await document(args, 'en-US')
      for (const system of SYSTEMS) expect([system, await document(args, system)]).toEqual([system, english])
    },
  )

  it('has its texts in the language of --lang', async () => {
    const command = ['recommend', ...RANGE] as const
    expect(await document([...command, '--lang', 'en'], 'de-DE')).toBe(await document(command, 'de-DE'))
    expect(await document([...command, '--lang', 'de'], 'en-US')).not.toBe(await document(command, 'en-US'))
  })
})
