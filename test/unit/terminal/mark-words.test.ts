import { describe, expect, it } from 'vitest'
import { markText } from '../../../electron/terminal/commands/marks.ts'
import { createFormatter } from '../../../electron/terminal/format.ts'
import { simpleMark } from '../../../shared/predict/forecast/mark-days.ts'

const FORMAT = createFormatter('en-US', 'en')

describe('a mark in words', () => {
  it('says from when on a weekly one is usual', () => {
    const fair = { ...simpleMark('2026-01-05', 'event', 'Fair'), repeat: 'weekly' as const }
    expect(markText(fair, FORMAT)).toBe('event, Fair, every week, usual from Feb 2, 2026')
    expect(markText({ ...fair, until: '2026-01-20' }, FORMAT)).toBe('event, Fair, every week, until Jan 20, 2026')
  })
})
