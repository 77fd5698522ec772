import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readPlanChoice } from '../../../electron/terminal/read-plan.ts'
import { TERMINAL_FORMAT } from '../../support/terminal-format.ts'

describe('a plan file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-plan-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const plan = { name: 'Früh', timeZone: 'UTC', kind: 'weekly', shifts: [] }

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${JSON.stringify(plan)}`)],
    ['UTF-16', Buffer.from(`\uFEFF${JSON.stringify(plan)}`, 'utf16le')],
    ['Windows-1252', Buffer.from(JSON.stringify(plan), 'latin1')],
  ])('is read in %s', (_, bytes) => {
    const file = join(folder, 'plan.json')
    writeFileSync(file, bytes)
    expect(readPlanChoice(file, TERMINAL_FORMAT.texts)).toMatchObject({ kind: 'given', plan: { name: 'Früh' } })
  })
})

describe('what --plan names', () => {
  it.each(['October', 'Sales/Support', 'Clock America/New_York', '3f0c2a8e-6a43-4f0c-9f43-6a1f2b9f2f11'])(
    'is a stored plan: %s',
    (named) => {
      expect(readPlanChoice(named, TERMINAL_FORMAT.texts)).toEqual({ kind: 'stored', id: named })
    },
  )

  it.each(['none.json', './none', '../none', '/none', 'C:\\none', '.\\none', '~/none', 'plans/none.JSON'])(
    'is a file, which is not there: %s',
    (named) => {
      expect(() => readPlanChoice(named, TERMINAL_FORMAT.texts)).toThrow(/There is no file/u)
    },
  )
})
