import type { Page } from 'playwright'
import { LEARN_MS } from './plan-page.ts'

/** A screen, and how it is shown. */
export interface Visit {
  /** Of a workspace, of one of its plans, or of none. */
  readonly address: (workspace: string, planId: string) => string
  /** Waits until it is there. */
  readonly ready: (page: Page) => Promise<void>
  /** What can be opened on it, each looked at by itself and closed by Escape. */
  readonly opened?: Readonly<Record<string, (page: Page) => Promise<void>>>
}

/** Every screen, as it is with the demo and a published plan. */
export const SCREENS: Readonly<Record<string, Visit>> = {
  welcome: {
    address: () => '#/welcome',
    ready: async (page) => page.locator('.welcome-way').first().waitFor(),
  },
  connect: {
    address: () => '#/connect',
    ready: async (page) => page.locator('.connect-actions button').first().waitFor(),
  },
  coverage: {
    address: (workspace) => `#/w/${workspace}/coverage?days=30`,
    ready: async (page) => page.locator('.top-block').first().waitFor(),
    opened: {
      workspaces: async (page) => page.locator('.header > button').first().click(),
      pools: async (page) => page.locator('.header-tools button').nth(0).click(),
      dates: async (page) => page.locator('.header-tools button').nth(1).click(),
      zones: async (page) => page.locator('.header-tools button').nth(2).click(),
      countries: async (page) => page.locator('.header-tools button').nth(3).click(),
      commands: async (page) => page.keyboard.press('ControlOrMeta+k'),
      shortcuts: async (page) => page.keyboard.press('?'),
      'an hour': async (page) => page.locator('[data-place]').nth(40).click(),
    },
  },
  today: {
    address: (workspace) => `#/w/${workspace}/today`,
    ready: async (page) => page.locator('.today-groups').waitFor(),
    opened: { 'its hours as a table': async (page) => page.locator('.figure-actions button').first().click() },
  },
  staffing: {
    address: (workspace) => `#/w/${workspace}/staffing?days=30`,
    ready: async (page) => page.locator('.block-card').first().waitFor(),
  },
  'next months': {
    address: (workspace) => `#/w/${workspace}/staffing?tab=ahead&hires=2&worth=4&cost=20`,
    ready: async (page) => page.locator('.ahead-answer[aria-busy=false] svg').first().waitFor({ timeout: 60_000 }),
  },
  accuracy: {
    address: (workspace) => `#/w/${workspace}/staffing?tab=trust`,
    ready: async (page) => page.locator('.trust-good, .trust-care, .trust-early').first().waitFor({ timeout: 180_000 }),
  },
  forecast: {
    address: (workspace) => `#/w/${workspace}/forecast?tab=next`,
    ready: async (page) => page.locator('.forecast[data-revision] svg').first().waitFor(),
    opened: { 'a new mark': async (page) => page.locator('.marks-head button').click() },
  },
  'past forecasts': {
    address: (workspace) => `#/w/${workspace}/forecast?tab=past&table=1`,
    ready: async (page) => page.locator('.forecast-panel table').waitFor(),
  },
  compare: {
    address: (workspace) => `#/w/${workspace}/compare`,
    ready: async (page) => page.locator('.adherence').waitFor({ timeout: 120_000 }),
    opened: { 'the shifts of an agent': async (page) => page.locator('.adherence button').first().click() },
  },
  'compared days': {
    address: (workspace) => `#/w/${workspace}/compare?tab=day`,
    ready: async (page) => page.locator('.compare-day-choice').waitFor(),
  },
  plans: {
    address: (workspace) => `#/w/${workspace}/plans`,
    ready: async (page) => page.locator('.plan-row').waitFor(),
    opened: {
      'a new plan': async (page) => page.locator('.plan-list-head button').last().click(),
      'an import': async (page) => page.locator('.plan-list-head button').nth(1).click(),
      'its export': async (page) => page.locator('.export-menu button').click(),
      'the question before it is archived': async (page) => page.locator('.plan-row-actions > button').last().click(),
    },
  },
  'plans for an hour': {
    address: (workspace) => `#/w/${workspace}/plans?weekday=12&hour=12&until=14&agents=2`,
    ready: async (page) => page.locator('.plan-list-hint').waitFor(),
  },
  'compared plans': {
    address: (workspace, planId) => `#/w/${workspace}/plans?compare=${planId}`,
    ready: async (page) => page.locator('.scenario-chart .chart svg').waitFor({ timeout: LEARN_MS }),
  },
  'a plan': {
    address: (workspace, planId) => `#/w/${workspace}/plans?plan=${planId}`,
    ready: waitForPlan,
    opened: {
      'the menu of a shift': async (page) => page.locator('[data-shift]').first().click({ button: 'right' }),
      'a selected shift': async (page) => page.locator('[data-shift]').first().click(),
      'a shift': async (page) => page.locator('[data-shift]').first().press('Enter'),
      'its rules': async (page) => page.locator('.plan-toolbar-actions button').nth(3).click(),
      'its export': async (page) => page.locator('.plan-toolbar-actions .export-menu button').click(),
      'its publication': async (page) => page.locator('.plan-toolbar-actions button').last().click(),
      'its publications': async (page) => page.locator('.plan-toolbar-view .published-as-is').click(),
      'other weeks': async (page) => page.locator('.plan-toolbar-week button').nth(1).click(),
      'its hours as a table': async (page) => page.locator('.panel > button').click(),
      'how it is predicted': async (page) => page.locator('.panel details').last().locator('summary').click(),
      'its suggestions': async (page) => page.locator('.plan-toolbar-actions button').nth(2).click(),
    },
  },
  agents: {
    address: (workspace) => `#/w/${workspace}/agents?new=yes`,
    ready: async (page) => page.locator('.agents-table').waitFor(),
    opened: {
      'an agent': async (page) => page.locator('.agents-name').first().click(),
    },
  },
  settings: {
    address: (workspace) => `#/w/${workspace}/settings`,
    ready: async (page) => page.locator('.alerts-list li').first().waitFor(),
    opened: {
      'a rule of alerts': async (page) => page.locator('.alerts-list button').first().click(),
      'a new channel': async (page) => page.locator('.alerts-list:empty + .settings-actions button').click(),
    },
  },
  log: {
    address: (workspace) => `#/w/${workspace}/log`,
    ready: async (page) => page.locator('.log-lines').waitFor(),
  },
  about: {
    address: (workspace) => `#/w/${workspace}/about`,
    ready: async (page) => page.locator('.settings-facts').nth(1).waitFor(),
  },
}

/** Its figures are there, and nothing of it is still being drawn. */
async function waitForPlan(page: Page): Promise<void> {
  await page.locator('[data-row]').first().waitFor({ timeout: LEARN_MS })
  await page.waitForFunction(
    () => !(document.querySelector('.panel-coverage')?.textContent ?? '…').includes('…'),
    null,
    { timeout: LEARN_MS },
  )
}

/** Changes settings of the app, as another window would: what is shown follows when it is loaded again. */
export async function saveAppSettings(page: Page, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await page.evaluate(async (body) => {
    const answer = await fetch('/trpc/app.saveSettings', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })
    if (!answer.ok) throw new Error(await answer.text())
  }, JSON.stringify(settings))
}

/** In the page: what was opened is drawn, and has stopped moving. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
  await Promise.allSettled(moving.map(async ({ finished }) => finished))
}
