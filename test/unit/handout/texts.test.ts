import { describe, expect, it } from 'vitest'
import type { HandedShift } from '../../../shared/handout/handed-shift.ts'
import { messageSubject, messageText } from '../../../shared/handout/message-text.ts'
import { changeTexts } from '../../../shared/handout/shift-text.ts'
import { createFormatter } from '../../../shared/language/formatter.ts'
import { spokenLanguage } from '../../../shared/language/languages.ts'
import { en } from '../../../shared/messages/en.ts'

const format = createFormatter({ ...spokenLanguage('en', ['en-US']), firstDayOfWeek: null }, en)
const ZONE = 'America/New_York'
const at = (text: string): number => Date.parse(`${text}-05:00`)
const shift = (date: string, times: readonly [string, string], changed: Partial<HandedShift> = {}): HandedShift => ({
  key: 'k',
  agentId: 'ann',
  date,
  start: at(`${date}T${times[0]}`),
  end: at(`${date}T${times[1]}`),
  breaks: [],
  note: '',
  ...changed,
})
const lunch = [{ start: at('2026-11-24T12:00'), end: at('2026-11-24T12:30') }]
const changes = {
  added: [shift('2026-11-28', ['09:00', '13:00'])],
  removed: [shift('2026-11-23', ['09:00', '17:00'])],
  moved: [
    {
      before: shift('2026-11-24', ['09:00', '17:00'], { breaks: lunch }),
      after: shift('2026-11-24', ['10:00', '18:00'], { breaks: lunch, note: ' Bring\nthe keys ' }),
    },
    { before: shift('2026-11-25', ['09:00', '17:00']), after: shift('2026-11-26', ['09:00', '17:00']) },
  ],
}
const about = { planName: 'November', from: '2026-11-23', to: '2026-12-06', isPattern: false, timeZone: ZONE }

describe('what changed, in words', () => {
  it('is a sentence a change, by date', () => {
    expect(changeTexts(changes, about, format)).toEqual([
      'Canceled: Mon, Nov 23, 9:00 AM–5:00 PM',
      'Changed: Tue, Nov 24, 9:00 AM–5:00 PM, break 12:00 PM–12:30 PM → 10:00 AM–6:00 PM, break 12:00 PM–12:30 PM (Bring the keys)',
      'Moved: Wed, Nov 25, 9:00 AM–5:00 PM → Thu, Nov 26, 9:00 AM–5:00 PM',
      'New: Sat, Nov 28, 9:00 AM–1:00 PM',
    ])
  })

  it('is by weekday where both rosters repeat every week', () => {
    const every = { ...about, isPattern: true }
    expect(changeTexts({ ...changes, added: [], moved: [] }, every, format)).toEqual([
      'Canceled: Every Monday, 9:00 AM–5:00 PM',
    ])
    expect(messageSubject(every, format)).toBe('Your shifts: November, from Nov 23, 2026 on')
  })

  it('is a message to be pasted', () => {
    expect(messageText({ ...changes, moved: [], added: [] }, about, format)).toBe(
      [
        'Your shifts have changed (November, Nov 23\u2009–\u2009Dec 6, 2026):',
        '- Canceled: Mon, Nov 23, 9:00 AM–5:00 PM',
        'Times are New York time.',
      ].join('\n'),
    )
    expect(messageSubject(about, format)).toBe('Your shifts: November, Nov 23\u2009–\u2009Dec 6, 2026')
  })
})
