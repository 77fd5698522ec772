import { afterEach } from 'vitest'
import { openPages } from './opened-app.ts'

/** Vitest's setup of every end-to-end file: a test that fails prints what its pages show, because CI keeps no pictures. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const [page, complaints] of openPages) {
    const shown = await page
      .locator('body')
      .innerText({ timeout: 5000 })
      .catch((error: unknown) => `No text: ${String(error)}`)
    process.stderr.write(`${[`"${task.name}" failed at ${page.url()}`, ...complaints, shown].join('\n')}\n`)
  }
})
