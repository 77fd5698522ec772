import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { COMMAND_OUTPUTS, type CommandName, type MappingOutput } from '../../../shared/contract/command-output.ts'
import { makeDataFolder } from '../../support/services.ts'
import { createSmallCompany, ORGANIZATION } from '../../support/small-company.ts'
import type { TestDatabase } from '../../support/source-database.ts'
import { giveStrangeNames } from '../../support/strange-schema.ts'
import { runCommand } from './run-command.ts'

describe('sync, on tables of other names', () => {
  const folder = makeDataFolder()
  let database: TestDatabase
  beforeAll(async () => {
    database = await createSmallCompany(inject('postgresUrl'), {
      now: Date.now(),
      days: 3,
      visitsPerDay: 100,
      schema: 'plain',
    })
    await giveStrangeNames(database)
  })
  afterAll(async () => {
    await database.drop()
    folder.remove()
  })

  const run = (...args: readonly string[]) =>
    runCommand(['sync', '--source', database.url, ...args, '--data-dir', folder.path])
  const json = async (command: CommandName): Promise<unknown> => {
    const { code, stdout, stderr } = await run(...command.split(' ').slice(1), '--json')
    expect([code, stderr]).toEqual([0, ''])
    return COMMAND_OUTPUTS[command].parse(JSON.parse(stdout))
  }

  it('lists the tables with their columns', async () => {
    expect(await json('sync --tables')).toMatchObject({
      isCut: false,
      tables: expect.arrayContaining([expect.objectContaining({ schema: 'crm', table: 'shifts', kind: 'view' })]),
    })
    const { stdout } = await run('--tables')
    expect(stdout).toMatch(/Büro "Nord"\.Hits +table +about \d+ +id \(uuid\), tenantId \(uuid\)/u)
  })

  it('prints a mapping to edit, and reads by it', async () => {
    const { mapping, isReady, notRead } = (await json('sync --print-mapping')) as MappingOutput
    expect({ isReady, notRead }).toEqual({ isReady: true, notRead: ['statusChanges', 'calls'] })
    const printed = await run('--print-mapping')
    expect(JSON.parse(printed.stdout)).toEqual(mapping)
    expect(printed.stderr).toBe('Not read: statusChanges, calls.\n')
    const file = join(folder.path, 'mapping.json')
    writeFileSync(file, printed.stdout)
    const synced = await run('--mapping', file, '--org', ORGANIZATION)
    expect([synced.code, synced.stderr.includes('Error')]).toEqual([0, false])
    expect(synced.stdout).toMatch(/visitors/u)
  })

  it('takes one look at a time', async () => {
    expect(await run('--tables', '--check')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Give one of them'),
    })
  })
})
