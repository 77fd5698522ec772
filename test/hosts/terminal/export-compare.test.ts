import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printFromDataFolder } from '../../../electron/browser-host.ts'
import { DEMO_PLAN } from '../../../electron/sync/demo/published-plan.ts'
import { compareOutputSchema } from '../../../shared/contract/compare-output.ts'
import { BUILT } from '../../support/built.ts'
import { chromiumProgram } from '../../support/chromium-program.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { makeDataFolder } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

/** A Sunday, the day before the plan's first week. */
const PUBLISHED = '2026-10-18T16:00:00Z'
/** Two weeks and half a day later. */
const LATER = '2026-11-02T17:00:00Z'

describe('a PDF of a published week beside what happened, on the command line', () => {
  const folder = makeDataFolder()
  const chromium = chromiumProgram()
  const out = join(folder.path, 'compared.pdf')
  const run = (...args: readonly string[]) => runCommand([...args, '--data-dir', folder.path])
  const print = async (...args: readonly string[]) => {
    const printed = { stdout: '', stderr: '' }
    const { code } = await runCommand(['export', 'pdf', '--out', out, ...args, '--data-dir', folder.path], {
      terminal: { stdout: { write: (text: string) => (printed.stdout += text) }, stderr: { write: (text: string) => (printed.stderr += text) }, locale: 'en-GB' },
      printPage: (request) => printFromDataFolder({ ...request, places: { workerEntry: BUILT.workerEntry, rendererFolder: BUILT.rendererFolder }, environment: { ...process.env, COVERCAST_CHROMIUM: chromium.path } }),
    })
    return { code, ...printed }
  }
  beforeAll(async () => {
    const file = join(folder.path, 'plan.json')
    writeFileSync(file, JSON.stringify(DEMO_PLAN))
    await run('demo', '--now', PUBLISHED)
    await run('plan', 'import', file)
    await run('plan', 'publish', 'Standard week', '--from', '2026-10-19', '--now', PUBLISHED)
    await run('demo', '--now', LATER)
  })
  afterAll(() => {
    folder.remove()
    chromium.remove()
  })

  it('holds its figures, why they differ, its days and hours, and every agent; of the newest week that is over', async () => {
    const { code, stderr } = await print('--plan', 'Standard week', '--compare')
    expect([code, stderr]).toEqual([0, ''])
    const pdf = await readPdf(readFileSync(out))
    expect(pdf).toMatchObject({ title: expect.stringContaining('Standard week compared') as string, isTagged: true, images: 0 })
    expect(pdf.outline).toEqual(expect.arrayContaining(['In short', 'Why the week differed', 'Day by day', 'Predicted, hour by hour', 'Actual, hour by hour', 'Difference, hour by hour', 'In numbers', 'How agents kept to the plan']))
    const asked = await run('compare', '--plan', 'Standard week', '--week', '2026-10-28', '--json')
    const [week] = compareOutputSchema.parse(JSON.parse(asked.stdout)).weeks
    const text = pdf.text.replaceAll(/\s+/gu, '')
    for (const words of ['26Oct–1Nov2026', 'Traffic', 'Staffing', 'Therest', week!.visitors.actual!.toLocaleString('en-GB'), week!.covered.actual!.toLocaleString('en-GB')]) expect(text).toContain(words)
    expect(week!.adherence.length).toBeGreaterThan(0)
    for (const { name } of week!.adherence) expect(text).toContain(name.replaceAll(/\s+/gu, ''))
  })

  it('says what is not there, and what is not asked for like this', async () => {
    expect(await print('--plan', 'Standard week', '--compare', '--week', '2026-12-24', '--overwrite')).toMatchObject({ code: 1, stderr: expect.stringContaining('is not in force in a week with 2026-12-24') as string })
    expect(await print('--from', '2026-10-01', '--compare', '--overwrite')).toMatchObject({ code: 2, stderr: expect.stringContaining('--compare says something of a plan') as string })
  })
})
