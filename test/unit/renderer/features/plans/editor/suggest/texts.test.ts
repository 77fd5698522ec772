import { describe, expect, it } from 'vitest'
import { boundText } from '../../../../../../../renderer/features/plans/editor/suggest/bound-text.ts'
import { gainText, moveText } from '../../../../../../../renderer/features/plans/editor/suggest/move-text.ts'
import { boardWeek } from '../../../../../../../renderer/features/plans/editor/board/board-week.ts'
import { createFormatter } from '../../../../../../../renderer/format/formatter.ts'
import { shift } from '../store/editor-fixture.ts'

const format = createFormatter({ languages: ['en-GB'], firstDayOfWeek: 1 })
const board = boardWeek('weekly', '2026-03-16')
const noon = { breaks: [{ startMinute: 720, endMinute: 780 }] }

describe('a suggested change in words', () => {
  it('names the break that moves, by its times', () => {
    const before = shift('a', noon)
    const after = shift('a', { breaks: [{ startMinute: 840, endMinute: 900 }] })
    expect(
      moveText({ kind: 'move-break', agentId: 'agent-0', before, after, coveredGain: 12.4 }, board, format),
    ).toEqual({
      what: 'Move break',
      from: 'Mon 12:00–13:00',
      to: '14:00–15:00',
      gain: '+12',
    })
  })

  it('names the shift that moves, is new or is dropped, by its hours', () => {
    const before = shift('a', noon)
    const after = shift('a', { ...noon, day: 3, startMinute: 480, endMinute: 960 })
    const texts = (kind: 'move-day' | 'add' | 'remove', from: typeof before | null, to: typeof before | null) => {
      const text = moveText({ kind, agentId: 'agent-0', before: from, after: to, coveredGain: 0.42 }, board, format)
      return [text.from, text.to, text.gain]
    }
    expect(texts('move-day', before, after)).toEqual(['Mon 9:00–17:00', 'Wed 8:00–16:00', '+0.4'])
    expect(texts('add', null, after)).toEqual([null, 'Wed 8:00–16:00', '+0.4'])
    expect(texts('remove', before, null)).toEqual(['Mon 9:00–17:00', null, '+0.4'])
  })

  it('gives what is lost its sign too', () => {
    expect([gainText(-3.25, format), gainText(-40, format), gainText(0, format)]).toEqual(['−3.3', '−40', '±0'])
  })
})

describe('what is possible at most', () => {
  it('is what the bound leaves beside the chosen changes', () => {
    const output = { bound: 131, boundHours: null, fairness: null }
    expect(boundText(output, 100, format)).toBe(
      'At most 31 more visitors a week are possible with these rules, hours, shift lengths and start times.',
    )
    expect(boundText(output, 130.7, format)).toBe(
      'No schedule with these rules, hours, shift lengths and start times covers a visitor more.',
    )
    expect(boundText({ bound: null, boundHours: null, fairness: null }, 100, format)).toBe(
      'How much more is possible is not known yet.',
    )
  })

  it('is hours where a target is to be reached', () => {
    expect(boundText({ bound: null, boundHours: 380, fairness: null }, 100, format)).toBe(
      'No schedule that reaches the target takes fewer than 380 agent-hours.',
    )
  })
})
