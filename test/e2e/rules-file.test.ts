import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, WHERE } from './support/app.ts'
import { openDemo } from './support/pages.ts'
import { agentsOf } from './support/plan-page.ts'

let app: ServedApp
let opened: OpenedApp

beforeAll(async () => {
  app = await serveApp({ demo: true })
  opened = await app.open()
  await openDemo(opened.page)
  await opened.page.getByRole('link', { name: 'Agents' }).click()
}, 180_000)
afterAll(async () => app.close())

describe(`the rules of agents, ${WHERE}`, () => {
  const choose = async (text: string): Promise<void> => {
    const { page } = opened
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import rules file' }).click()
    await (await chooser).setFiles({ name: 'rules.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  }

  it('are taken from a file, and kept in one', async () => {
    const { page } = opened
    const saveButton = page.getByRole('button', { name: 'Export rules file' })
    await expect.poll(() => saveButton.isDisabled()).toBe(true)
    const [known] = await agentsOf(page)
    const agents = [
      { agentId: known!.id, maxHoursPerWeek: 20 },
      { agentId: 'temp', name: 'Zoë' },
    ]
    await choose(JSON.stringify({ agents }))
    await page.getByText('Rules of 2 agents imported. One was new and added: temp.').waitFor()
    await page.getByRole('row', { name: /^Zoë/u }).waitFor()
    const { name, path } = await opened.save(async () => saveButton.click())
    expect(name).toBe('rules.json')
    const written = JSON.parse(readFileSync(path, 'utf8')) as { readonly agents: readonly unknown[] }
    expect(written.agents).toHaveLength(2)
    expect(written.agents).toEqual(expect.arrayContaining(agents))
  })

  it('have their availability in a CSV file that comes back as it was', async () => {
    const { page } = opened
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import time off or availability' }).click()
    const text = 'agent,day,start,end\ntemp,Montag,08:00,16:00\ntemp,Friday,22:00,06:00\n'
    await (await chooser).setFiles({ name: 'availability.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.getByRole('dialog').getByRole('button', { name: 'Import 1 agent' }).click()
    await page.getByText('Availability of 1 agent imported.').waitFor()
    const { path } = await opened.save(async () => page.getByRole('button', { name: 'Export availability' }).click())
    expect(readFileSync(path, 'utf8')).toBe(
      '\uFEFFagent,name,day,start,end\r\ntemp,Zoë,Mon,08:00,16:00\r\ntemp,Zoë,Fri,22:00,06:00\r\n',
    )
  })

  it('are left as they were by a file that is none, which is said', async () => {
    await choose('{ "agents": [{ "agentId": "temp", "maxHours": 1 }] }')
    await expect.poll(async () => opened.page.getByRole('alert').innerText()).toContain('maxHours')
  })
})
