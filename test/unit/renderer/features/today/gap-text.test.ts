import { describe, expect, it } from 'vitest'
import { type Gap, repairGain, repairText } from '../../../../../renderer/features/today/gap-text.ts'
import { createFormatter } from '../../../../../renderer/format/formatter.ts'

const format = createFormatter({ languages: ['en-GB'], firstDayOfWeek: 1 })
const at = (time: string): string => `2026-03-20T${time}:00.000Z`
const range = (start: string, end: string) => ({ start: at(start), end: at(end) })
const shift = (start: string, end: string, ...breaks: readonly (readonly [string, string])[]) => ({
  ...range(start, end),
  breaks: breaks.map(([from, to]) => range(from, to)),
})
const text = (fields: Partial<Gap['repairs'][number]>): string =>
  repairText(
    {
      agentId: 'ana',
      name: 'Ana',
      kind: 'come-in',
      before: null,
      after: shift('13:00', '17:00'),
      coveredGain: 12,
      hours: 4,
      cost: null,
      violations: [],
      ...fields,
    },
    'UTC',
    format,
  )

describe('a way to cover in words', () => {
  it('says what the agent would do, and instead of what', () => {
    const before = shift('09:00', '16:00', ['12:00', '12:30'], ['14:00', '14:15'])
    expect(text({})).toBe('Come in 13:00–17:00')
    expect(text({ kind: 'start-earlier', before, after: { ...before, start: at('08:00') } })).toBe(
      'Start at 08:00 instead of 09:00',
    )
    expect(text({ kind: 'stay-longer', before, after: { ...before, end: at('18:00') } })).toBe(
      'Stay until 18:00 instead of 16:00',
    )
    const after = shift('09:00', '16:00', ['12:00', '12:30'], ['15:00', '15:15'])
    expect(text({ kind: 'move-break', before, after })).toBe('Move the break 14:00–14:15 to 15:00–15:15')
  })

  it('says what it gives, and for how many hours', () => {
    expect(repairGain({ coveredGain: 12.4, hours: 3.5, cost: null }, format)).toBe('+12 visitors for 3.5 h')
    expect(repairGain({ coveredGain: 0.6, hours: 0, cost: null }, format)).toBe('+1 visitor, no added hours')
  })
})
