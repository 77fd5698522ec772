import { expect, inject, it } from 'vitest'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { insertCompanies, madeUpCompanies } from '../../support/platform-companies.ts'
import { startRecordingProxy } from '../../support/recording-proxy.ts'
import { makeDataFolder } from '../../support/services.ts'
import { createDatabase } from '../../support/source-database.ts'
import { runCommand } from './run-command.ts'

const NOW = Date.parse('2026-11-03T03:30:00Z')

it('seeks what came to organizations since by organization, as the index of the tables goes', async () => {
  const folder = makeDataFolder()
  const database = await createDatabase(inject('postgresUrl'))
  await insertCompanies(database, madeUpCompanies(3, NOW))
  const proxy = await startRecordingProxy(database.url)
  const url = new URL(database.url)
  url.port = String(proxy.port)
  /** Those that a count at an instant sums visits and calls with. */
  const statementsAt = async (now: number): Promise<readonly string[]> => {
    proxy.clear()
    const options = ['--source', url.href, '--now', new Date(now).toISOString(), '--data-dir', folder.path]
    expect((await runCommand(['health', ...options])).code).toBe(0)
    return Buffer.concat(proxy.crossed.filter(({ from }) => from === 'client').map(({ bytes }) => bytes))
      .toString('latin1')
      .split('\0')
      .filter((text) => /from .*(?:widget_pageviews|call_logs).* where .*group by/su.test(text))
  }
  const first = await statementsAt(NOW - 3 * HOUR_MS)
  expect(first.filter((text) => text.includes('any($'))).toEqual([])
  const next = await statementsAt(NOW)
  expect(next).toHaveLength(3)
  for (const statement of next) expect(statement).toMatch(/organization_id"? = any\(\$\d\)/u)
  await proxy.close()
  folder.remove()
  await database.drop()
})
