import { expect, it } from 'vitest'
import { coverageCsvName, hasAgentsOnline } from '../../../electron/backend/coverage/coverage-csv.ts'

const OF = { from: '2026-02-20', to: '2026-03-20', timeZone: 'America/Argentina/Buenos_Aires', pool: null }

it('says in its name where agents who were away do not count', () => {
  expect(coverageCsvName('daily', { ...OF, agentsOnline: 'sessions' })).toBe(
    'coverage-daily-2026-02-20-to-2026-03-20-America-Argentina-Buenos_Aires-all-pools.csv',
  )
  expect(coverageCsvName('heatmap', { ...OF, pool: 'A pool of a long name', agentsOnline: 'present' })).toBe(
    'coverage-heatmap-no-away-2026-02-20-to-2026-03-20-America-Argentina-Buenos_Aires.csv',
  )
  expect(coverageCsvName('byDay', { ...OF, agentsOnline: undefined })).toContain('coverage-byday-2026-02-20')
  expect((['hourly', 'byDay', 'heatmap', 'daily'] as const).filter(hasAgentsOnline)).toEqual([
    'hourly',
    'heatmap',
    'daily',
  ])
})
