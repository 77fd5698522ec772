import type { Page, Response } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveApp, type ServedApp, WHERE } from './support/app.ts'
import { openDemo } from './support/pages.ts'
import { agentsOf, createPlan, LEARN_MS, openPlan, planWith, shiftWith } from './support/plan-page.ts'

let app: ServedApp
let page: Page

beforeAll(async () => {
  app = await serveApp({ demo: true })
  page = (await app.open({ viewport: { width: 1280, height: 800 }, locale: 'en-US' })).page
  await openDemo(page)
  const [ana] = await agentsOf(page)
  const planId = await createPlan(page, planWith([shiftWith('mon', { agentId: ana!.id })], { name: 'December' }))
  await openPlan(page, planId)
}, 300_000)
afterAll(async () => app.close())

/** The next answer with what a prediction of the plan's week rests on. */
function nextInputs(): Promise<Response> {
  return page.waitForResponse((response) => response.url().includes('prediction.inputs') && response.ok(), {
    timeout: LEARN_MS,
  })
}

describe(`what a plan's prediction rests on, ${WHERE}`, () => {
  it('is asked for again when the plan is published, and when it is withdrawn', async () => {
    const published = nextInputs()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    expect((await published).status()).toBe(200)
    await page.getByRole('button', { name: 'Done' }).click()
    const withdrawn = nextInputs()
    await page.getByRole('button', { name: /^(?:Published|Live)/u }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).last().click()
    expect((await withdrawn).status()).toBe(200)
    await page.getByRole('button', { name: 'Done' }).click()
  })

  it('is asked for again when a sync ended', async () => {
    const synced = nextInputs()
    await page.getByRole('button', { name: /^Sync/u }).first().click()
    expect((await synced).status()).toBe(200)
  })
})
