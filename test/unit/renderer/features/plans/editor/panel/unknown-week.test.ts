import { expect, it } from 'vitest'
import { unknownWeek } from '../../../../../../../renderer/features/plans/editor/panel/unknown-week.ts'
import { createFormatter } from '../../../../../../../renderer/format/formatter.ts'

const format = createFormatter({ languages: ['en-GB'], firstDayOfWeek: 1 })
const said = (unknownPast: Parameters<typeof unknownWeek>[0]['unknownPast']) => unknownWeek({ unknownPast }, format)

it('says of a week before the history since when something is known, and leads to the first week after it', () => {
  // A Wednesday, and a Monday: of a week that begins with the first day nothing is known before it.
  expect(said({ before: '2020-01-06', firstDay: '2026-03-04', isOver: true })).toEqual({
    text: 'No prediction for this week: there are no data before 4 Mar 2026.',
    firstKnown: '2026-03-09',
  })
  expect(said({ before: '2020-01-06', firstDay: '2026-03-02', isOver: true })?.firstKnown).toBe('2026-03-09')
})

it('says what to wait for where nothing is known at all', () => {
  expect(said({ before: '2026-03-02', firstDay: null, isOver: false })).toMatchObject({ firstKnown: null })
  expect(said({ before: '2026-03-02', firstDay: '2026-03-02', isOver: false })?.text).toContain(
    'Sync again when 2 Mar 2026 is over.',
  )
  expect(said({ before: '2026-03-02', firstDay: '2025-01-01', isOver: true })?.text).toContain(
    'the half year before it was not synced',
  )
  expect(said(null)).toBeNull()
})
