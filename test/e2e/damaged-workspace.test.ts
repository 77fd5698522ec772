import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shareBrowser, type SharedBrowser } from '../support/chromium.ts'
import { takeScreenshot } from './support/app.ts'
import { HOST } from './support/host.ts'
import { mortalServer } from './support/mortal-server.ts'
import { openDemo } from './support/pages.ts'

const server = mortalServer()
let browser: SharedBrowser
let page: Page

/** The one workspace, by its folder. */
function workspace(): string {
  const folder = join(server.folder, 'workspaces')
  return join(
    folder,
    readdirSync(folder).find((name) => !name.startsWith('.'))!,
  )
}

// The desktop's window ends with its app.
describe.skipIf(HOST === 'desktop')('an app whose only workspace came to harm while it was closed', () => {
  beforeAll(async () => {
    browser = await shareBrowser()
    page = await (
      await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', reducedMotion: 'reduce' })
    ).newPage()
    await page.goto(await server.start())
    await openDemo(page)
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it.each(['work.sqlite', 'cache.sqlite'])(
    'opens it and puts it right, where that is its %s, and does not begin anew',
    async (file) => {
      await server.end('SIGTERM')
      for (const companion of ['-wal', '-shm']) rmSync(join(workspace(), file + companion), { force: true })
      writeFileSync(join(workspace(), file), Buffer.alloc(20_000, 'not a database'))
      await page.goto(await server.start())
      await page.waitForURL(/#\/w\//u)
      await page.getByText('Demo', { exact: true }).first().waitFor()
      await takeScreenshot(page, `damaged-${file}`)
      expect(readdirSync(join(server.folder, 'workspaces')).filter((name) => !name.startsWith('.'))).toHaveLength(1)
    },
  )
})
