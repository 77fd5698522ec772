import { expect, it } from 'vitest'
import type { BackendContext } from '../../../electron/backend/core/context.ts'
import { proposeHolidays } from '../../../electron/backend/holidays/use-cases.ts'

/** What is proposed to a workspace in a time zone, before anything was synced. */
async function proposedIn(timeZone: string): Promise<readonly string[]> {
  const workspace = { id: 'workspace', problem: null, now: null, settings: { timeZone, holidayCalendars: [] } }
  const countries = ['IN', 'UA', 'AR', 'DE'].map((country) => ({ country, name: country, regions: [] }))
  const context = {
    clock: () => 0,
    systemTimeZone: 'UTC',
    data: { work: () => ({ find: async () => workspace }), withHolidays: async () => countries },
  } as unknown as BackendContext
  return (await proposeHolidays(context, 'workspace')).map(({ country }) => country)
}

it.each([
  ['Europe/Berlin', ['DE']],
  ['Asia/Kolkata', ['IN']],
  ['Asia/Calcutta', ['IN']],
  ['Europe/Kyiv', ['UA']],
  ['America/Argentina/Buenos_Aires', ['AR']],
  ['UTC', []],
])('the country of the time zone %s is proposed, by its old name and by its new one', async (zone, countries) => {
  expect(await proposedIn(zone)).toEqual(countries)
})
