import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { crashReports } from '../../../electron/backend/core/crash-reports.ts'
import { watchRun } from '../../../electron/desktop/watch-run.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'covercast-crash-'))
  writeFileSync(join(dataDir, 'covercast.log'), 'first line\nlast line\n')
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))
const open = () => crashReports({ dataDir, version: '1.2.3', logFile: join(dataDir, 'covercast.log') })
const quiet = { warn: () => undefined, error: () => undefined } as never

describe('a report of a crash', () => {
  it('says what happened, in what version, and what the log said last, without passwords, to its owner only', () => {
    open().add({
      at: 1_000,
      what: 'The app stopped.',
      thrown: new Error('no postgres://me:secret@db and password=hush'),
    })
    const [report, ...others] = open().list()
    expect(others).toEqual([])
    expect(report).toMatchObject({ at: 1_000, isNew: true })
    for (const part of ['The app stopped.', '1970-01-01T00:00:01.000Z', 'Covercast 1.2.3', 'last line', 'Error: no'])
      expect(report!.text).toContain(part)
    expect(report!.text).not.toMatch(/secret|hush/u)
    const [name] = readdirSync(join(dataDir, 'crash-reports'))
    const { mode } = statSync(join(dataDir, 'crash-reports', name!))
    // Windows has no such rights.
    expect(process.platform === 'win32' ? 0o600 : mode & 0o777).toBe(0o600)
  })

  it('is new until it was dismissed, and gone when it was removed; the newest ten stay', () => {
    const reports = open()
    for (let at = 1; at <= 12; at += 1) reports.add({ at, what: 'It stopped.' })
    expect(
      open()
        .list()
        .map(({ at }) => at),
    ).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3])
    reports.dismiss()
    expect(
      open()
        .list()
        .map(({ isNew }) => isNew),
    ).not.toContain(true)
    expect(open().list()).toHaveLength(10)
    reports.removeAll()
    expect(open().list()).toEqual([])
  })

  it('fails nobody where it cannot be kept', () => {
    writeFileSync(join(dataDir, 'crash-reports'), 'in the way')
    expect(() => open().add({ at: 1, what: 'It stopped.' })).not.toThrow()
    expect(open().list()).toEqual([])
  })
})

describe('a run', () => {
  const start = (at: number) =>
    watchRun({ path: join(dataDir, 'desktop', 'running.json'), crashes: open(), clock: () => at, log: quiet })

  it('that ended in order leaves no report, and one that did not leaves one at the next start', () => {
    start(1).end()
    start(2)
    expect(open().list()).toEqual([])
    const third = start(3)
    expect(open().list()).toMatchObject([{ at: 3, isNew: true }])
    expect(open().list()[0]!.text).toContain('did not end in order')
    third.end()
    start(4)
    expect(open().list()).toHaveLength(1)
  })
})
