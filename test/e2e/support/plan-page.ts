import type { Locator, Page } from 'playwright'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../electron/backend/core/router.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { serveApp } from './app.ts'
import { openDemo } from './pages.ts'

type Inputs = inferRouterInputs<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>

/** What a prediction of a week has to learn first, on a slow machine. */
export const LEARN_MS = 120_000

export const board = (page: Page): Locator => page.getByRole('grid', { name: 'Shifts by agent and day' })
export const shiftBar = (page: Page, id: string): Locator =>
  page.locator(`[data-shift="${id}"]:not([aria-hidden="true"])`)
export const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'This plan' })
export const said = (page: Page): Locator => page.locator('output.visually-hidden')

/** The app with the demo and months of history, in a window of a size, and the agents of its board in order. */
export async function openDemoAgents(viewport: { readonly width: number; readonly height: number }) {
  const app = await serveApp({ demo: true, months: 4 })
  const opened = await app.open({ viewport })
  await openDemo(opened.page)
  return { app, opened, agents: await agentsOf(opened.page) }
}

/** Goes to the plans of the workspace that is open. */
export async function goToPlans(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Plans' }).click()
  await page.getByRole('heading', { level: 1, name: 'Plans', exact: true }).waitFor()
}

/** Waits until the editor stands there with its figures, and nothing of it is still being drawn. */
export async function waitForEditor(page: Page): Promise<void> {
  await board(page).locator('[data-row]').first().waitFor({ timeout: LEARN_MS })
  await page.waitForFunction(
    () => !(document.querySelector('.panel-coverage')?.textContent ?? '…').includes('…'),
    null,
    { timeout: LEARN_MS },
  )
}

/** Opens a plan by its address, in the week that begins on a date where one is given. */
export async function openPlan(page: Page, planId: string, week?: string): Promise<void> {
  await page.evaluate(
    ({ id, date }) => {
      const workspace = /^(#\/w\/[^/]+)\//.exec(location.hash)![1]!
      location.hash = `${workspace}/plans?plan=${id}${date === undefined ? '' : `&week=${date}`}`
    },
    { id: planId, date: week },
  )
  await waitForEditor(page)
}

/** Waits until every edit is on the disk. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await page
    .locator('.plan-toolbar-saved')
    .filter({ hasText: /^Saved$/ })
    .waitFor()
}

interface Called {
  readonly path: string
  readonly input: unknown
  readonly isMutation: boolean
}

/** Asks the backend itself, as the page does. */
async function call<T>(page: Page, called: Called): Promise<T> {
  const answer = await page.evaluate(async ({ path, input, isMutation }) => {
    const workspaceId = /^#\/w\/([^/]+)\//.exec(location.hash)![1]!
    const body = JSON.stringify({ workspaceId, ...(input as object) })
    const response = isMutation
      ? await fetch(`/trpc/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      : await fetch(`/trpc/${path}?input=${encodeURIComponent(body)}`)
    return (await response.json()) as { readonly result?: { readonly data: unknown }; readonly error?: unknown }
  }, called)
  if (answer.result === undefined) throw new Error(`${called.path} failed: ${JSON.stringify(answer.error)}`)
  return answer.result.data as T
}

export async function createPlan(
  page: Page,
  plan: Plan,
  settings: Inputs['plans']['create']['settings'] = {},
): Promise<string> {
  return (
    await call<Outputs['plans']['create']>(page, { path: 'plans.create', input: { plan, settings }, isMutation: true })
  ).id
}

/** A plan as it is stored. */
export async function storedPlan(page: Page, planId: string): Promise<Outputs['plans']['get']> {
  return call(page, { path: 'plans.get', input: { planId }, isMutation: false })
}

export async function storedPlans(page: Page): Promise<Outputs['plans']['list']> {
  return call(page, { path: 'plans.list', input: {}, isMutation: false })
}

export async function agentsOf(page: Page): Promise<Outputs['agents']['list']> {
  return call(page, { path: 'agents.list', input: {}, isMutation: false })
}

export async function saveAgent(page: Page, agent: Omit<Inputs['agents']['save'], 'workspaceId'>): Promise<void> {
  await call(page, { path: 'agents.save', input: agent, isMutation: true })
}

export async function predictionInputs(
  page: Page,
  week: string,
  timeZone: string,
): Promise<Outputs['prediction']['inputs']> {
  return call(page, { path: 'prediction.inputs', input: { week, timeZone }, isMutation: false })
}

/** A shift of 9:00-17:00 on Monday. */
export function shiftWith(id: string, fields: Partial<Shift> = {}): Shift {
  return { id, agentId: null, day: 1, startMinute: 540, endMinute: 1020, breaks: [], note: '', ...fields }
}

export function planWith(shifts: readonly Shift[], fields: Partial<Plan> = {}): Plan {
  return { name: 'Try-out', timeZone: 'America/New_York', poolId: null, kind: 'weekly', shifts, ...fields }
}

/** The shift as it is stored; throws where there is none. */
export async function storedShift(page: Page, planId: string, id: string): Promise<Shift> {
  await waitUntilSaved(page)
  const found = (await storedPlan(page, planId)).plan.shifts.find((shift) => shift.id === id)
  if (found === undefined) throw new Error(`There is no shift ${id}.`)
  return found
}

/** Draws all 24 hours of the days, whatever hours the plan works. */
async function showWholeDay(page: Page): Promise<void> {
  const hours = page.getByRole('button', { name: /Hours shown/u })
  if ((await hours.textContent())?.includes('Whole day')) return
  await hours.click()
  await page.getByRole('option', { name: 'Whole day' }).click()
}

/** A point of the board, of which it shows the whole day: in an agent's row, at a minute of a column. */
export async function pointAt(
  page: Page,
  at: { readonly agentId: string | null; readonly column: number; readonly minute: number },
): Promise<{ readonly x: number; readonly y: number }> {
  await showWholeDay(page)
  const cell = board(page).locator(`[data-row="${at.agentId ?? ''}"] [data-column="${at.column}"]`)
  await cell.scrollIntoViewIfNeeded()
  const box = (await cell.boundingBox())!
  return { x: box.x + (at.minute / 1440) * box.width, y: box.y + box.height / 2 }
}

/** Drags with the mouse, in a few moves. */
export async function drag(
  page: Page,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 3 })
  await page.mouse.up()
}
