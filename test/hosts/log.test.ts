import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLog } from '../../electron/backend/core/log.ts'
import { redact } from '../../electron/backend/core/redact.ts'
import { tries } from '../support/deep.ts'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'covercast-log-')), 'data')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const open = (maxBytes?: number) =>
  openLog({ folder, clock: () => Date.parse('2026-03-20T15:00:00Z'), ...(maxBytes === undefined ? {} : { maxBytes }) })

describe('the log', () => {
  it('is a private file in a private folder, one line an entry', async () => {
    const log = open()
    log.info('Started.')
    log.error('It failed.', new AggregateError([], 'outer', { cause: new Error('inner') }))
    await log.flush()
    const text = readFileSync(log.file, 'utf8')
    expect(text).toMatch(
      /^2026-03-20T15:00:00\.000Z info {2}Started\.\n2026-03-20T15:00:00\.000Z error It failed\.\n {4}AggregateError: outer\n[\s\S]*Caused by: Error: inner/,
    )
    expect(statSync(log.file).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('becomes the previous one when it has grown, and only one is kept', async () => {
    const log = open(500)
    for (let index = 0; index < 100; index++) {
      log.info(`Entry ${index} ${'x'.repeat(40)}`)
      await log.flush()
    }
    expect(readdirSync(folder).toSorted()).toEqual(['covercast.log', 'covercast.previous.log'])
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(700)
    const lines = await log.tail(8)
    expect(lines).toHaveLength(8)
    expect(lines.at(-1)).toContain('Entry 99')
    expect(lines[0]).toContain('Entry 92')
  })

  it('drops a flood, and counts what it dropped', async () => {
    const log = open()
    for (let index = 0; index < 1500; index++) log.warn('Again.')
    await log.flush()
    expect(readFileSync(log.file, 'utf8').split('\n').length).toBeLessThan(1100)
    expect(await log.tail(1)).toEqual([expect.stringMatching(/\d+ lines were left out\.$/)])
  })

  it('that cannot be written is done without', async () => {
    writeFileSync(folder, 'a file where the folder should be')
    const log = open()
    log.info('Nobody hears this.')
    await log.flush()
    expect(await log.tail(10)).toEqual([])
  })

  it('never holds a password, however it came there', async () => {
    const log = open()
    log.hide('Tr0ub4dor&3 / ü')
    log.info('Connecting to postgres://me:hunter22@db.example:5432/shop?sslmode=require')
    log.info('With Tr0ub4dor&3 / ü, or as Tr0ub4dor%263%20%2F%20%C3%BC.')
    log.warn('{"password":"hunter22","user":"me"} PGPASSWORD=hunter22 password = \'hunter22\' token: hunter22')
    log.error('Failed.', new Error('postgresql://me:hun@ter22@db/x refused', { cause: new Error('pwd=hunter22') }))
    await log.flush()
    const text = readFileSync(log.file, 'utf8')
    expect(text).not.toMatch(/hunter22|ter22|Tr0ub4dor/)
    expect(text).toContain('postgres://***@db.example:5432/shop?sslmode=require')
    expect(text).toContain('"user":"me"')
  })

  it('never holds the password of a URL, whatever its characters', () => {
    // Letters that do not turn up in the rest of the text.
    const secret = fc
      .string({
        unit: fc.constantFrom('Q', 'Z', '7', '@', ':', '/', '?', '#', '%', '&', '=', '+', '$', '!'),
        minLength: 4,
        maxLength: 20,
      })
      .filter((text) => /[QZ7]{2}/.test(text))
    fc.assert(
      fc.property(secret, (password) => {
        const clean = redact(`Trying postgres://user:${password}@host/db now`, [])
        expect(clean).toBe('Trying postgres://***@host/db now')
      }),
      tries(500, 1),
    )
  })
})
