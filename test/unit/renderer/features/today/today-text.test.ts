import { expect, test } from 'vitest'
import { createFormatter } from '../../../../../renderer/format/formatter.ts'
import { basisTexts, nextNote, restNote } from '../../../../../renderer/features/today/today-text.ts'

const format = createFormatter({ languages: ['en-US'], firstDayOfWeek: 7 })

test('what the rest of the day is predicted from is said for all pools, or pool by pool', () => {
  expect(basisTexts({ basis: [{ plans: [], pools: null }] }, format)).toEqual([
    'Predicted from the typical week: no plan is published for today.',
  ])
  const sales = { poolId: 's', name: 'Sales' }
  const noPool = { poolId: null, name: null }
  expect(
    basisTexts(
      {
        basis: [
          { plans: ['Sales week'], pools: [sales] },
          { plans: [], pools: [noPool] },
        ],
      },
      format,
    ),
  ).toEqual([
    'Sales: predicted from “Sales week” as published, with usual attendance.',
    'No pool: predicted from the typical week, no plan is published for today.',
  ])
})

test('the rest of the day has its range, unless nobody is expected', () => {
  const restBand = { lower80: 0.781, upper80: 0.862, lower95: 0.7, upper95: 0.9 }
  expect(restNote({ rest: { visitors: 120.4, covered: 100 }, restBand }, format)).toBe(
    '80% range: 78–86%, 120 more visitors expected',
  )
  expect(restNote({ rest: { visitors: 0, covered: 0 }, restBand: null }, format)).toBe('predicted for 0 more visitors')
})

test('the chance of the next visitor says how old it is', () => {
  const next = { now: Date.parse('2026-03-20T15:05:00Z'), chance: 0.9, agents: 5, pools: [] }
  expect(nextNote({ next, timeZone: 'America/New_York' }, format)).toMatch(/^5 agents online at 11:05\sAM$/u)
  expect(nextNote({ next: null, timeZone: 'UTC' }, format)).toBe('press Sync to see it')
})
