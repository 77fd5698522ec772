import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts'
import { createSmallCompany } from '../support/small-company.ts'
import type { TestDatabase } from '../support/source-database.ts'
import { OWN_CITY, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { waitForSync } from './support/pages.ts'

let app: ServedApp
let page: Page
let server: PostgresServer
let database: TestDatabase

beforeAll(async () => {
  // The superuser comes in as it likes, everybody else with a password.
  server = await startPostgres({
    hba: ['local all all trust', 'host all postgres 127.0.0.1/32 trust', 'host all all 127.0.0.1/32 scram-sha-256'],
  })
  database = await createSmallCompany(server.url, { now: Date.now(), days: 40, visitsPerDay: 100, alone: true })
  await database.run(`create role reader login bypassrls password 'first'`)
  await database.run('grant select on all tables in schema public to reader')
  app = await serveApp()
  page = (await app.open()).page
})
afterAll(async () => {
  await app.close()
  await database.drop()
  await server.close()
})

const dialog = () => page.getByRole('dialog', { name: 'Database password' })
interface Job {
  readonly id: string
  readonly state: string
}

const lastJob = async (): Promise<Job | null> =>
  page.evaluate(async () => {
    const workspaceId = /#\/w\/([^/]+)/.exec(location.hash)?.[1]
    const answer = await fetch(`/trpc/sync.state?input=${encodeURIComponent(JSON.stringify({ workspaceId }))}`)
    return ((await answer.json()) as { readonly result: { readonly data: Job | null } }).result.data
  })

/** Presses Sync, in the header or in the dialog, and waits for that sync to end; how it ended. */
async function sync(place: Locator = page.locator('.sync-status')): Promise<string> {
  const before = (await lastJob())?.id
  await place.getByRole('button', { name: 'Sync', exact: true }).click()
  let job: Job | null = null
  await expect
    .poll(async () => {
      job = await lastJob()
      return job !== null && job.id !== before && job.state !== 'running'
    })
    .toBe(true)
  return job!.state
}

describe(`a source with a password, ${WHERE}`, () => {
  it('is connected in the time zone that was chosen', async () => {
    const url = new URL(database.url)
    url.username = 'reader'
    await page.getByRole('button', { name: 'Connect database' }).click()
    await page.getByRole('button', { name: 'Test the connection' }).click()
    await page.getByText('Enter where the database is').waitFor()
    await page.getByRole('textbox', { name: 'URL' }).fill('mysql://elsewhere')
    await page.getByText('The URL of a database begins with postgres://').waitFor()
    await page.getByRole('textbox', { name: 'URL' }).fill(url.href)
    await page.getByRole('textbox', { name: 'Password' }).fill('first')
    await page.getByRole('button', { name: 'Test the connection' }).click()
    await page.getByRole('button', { name: `Time zone of the workspace: This computer (${OWN_CITY})` }).click()
    await page.getByRole('searchbox').fill('Kyiv')
    await page.getByRole('option', { name: /^Kyiv/ }).click()
    await takeScreenshot(page, 'connect-zone')
    await page.getByRole('button', { name: 'Connect and sync', exact: true }).click()
    await waitForSync(page)
    await expect.poll(() => page.getByRole('button', { name: 'Time zone: Kyiv' }).isVisible()).toBe(true)
  })

  it('does not ask while the password is right', async () => {
    expect(await sync()).toBe('done')
    await expect.poll(() => dialog().count()).toBe(0)
  })

  it('asks when the source refuses it, and remembers the answer', async () => {
    await database.run(`alter role reader password 'second'`)
    expect(await sync()).toBe('failed')
    await dialog().getByRole('textbox', { name: 'Password' }).fill('second')
    await takeScreenshot(page, 'password-asked')
    expect(await sync(dialog())).toBe('done')
    await page.getByRole('button', { name: 'Sync failed' }).waitFor({ state: 'detached' })
    expect(await sync()).toBe('done')
    await expect.poll(() => dialog().count()).toBe(0)
  })
})
