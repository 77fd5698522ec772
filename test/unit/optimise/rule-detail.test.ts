import { expect, it } from 'vitest'
import { createFormatter } from '../../../shared/language/formatter.ts'
import { spokenLanguage } from '../../../shared/language/languages.ts'
import { en } from '../../../shared/messages/en.ts'
import { ruleDetailText, type RuleDetail } from '../../../shared/optimise/rule-detail.ts'

const format = createFormatter({ ...spokenLanguage('en', ['en-GB']), firstDayOfWeek: null }, en)

const STAFF = { about: 'staff', dayOfWeek: 2, startMinute: 480, endMinute: 540, needed: 2, people: 0 } as const

it.each([
  [{ about: 'limit', name: 'maxShiftHours', limit: 8, eased: 8.5 }, 'Shifts of 8.5 h instead of at most 8 h'],
  [{ about: 'limit', name: 'maxConsecutiveDays', limit: 5, eased: 6 }, '6 consecutive days instead of at most 5'],
  [{ about: 'day-off', date: '2026-12-24' }, 'Work on Thu 24 Dec, a day off'],
  [{ about: 'more-availability' }, 'One more hour of availability before and after'],
  [{ about: 'may-move' }, 'Shifts that are left alone may move'],
  [{ about: 'one-more-hour' }, 'One more agent-hour in the week'],
  [{ about: 'must-move' }, 'Shifts that are left alone have to move'],
  [{ about: 'other-moves' }, 'Shifts have to be added, dropped or resized'],
  [{ about: 'availability' }, 'Availability leaves no week that keeps the other rules'],
  [{ about: 'days-off' }, 'Days off leave no week that keeps the other rules'],
  [{ about: 'wrong-pool' }, 'Does not serve the pool of this plan'],
  [{ about: 'no-break', minutes: 30, afterHours: 6 }, 'Shifts have no break of 30 min, required in more than 6 h'],
  [{ about: 'hours', hours: 37.25, needed: 40 }, 'The rules require 40 h of work, and only 37.25 h may be worked'],
  [
    { about: 'limit', name: 'minWeeklyRestHours', limit: 35, eased: 34 },
    '34 h of weekly rest instead of at least 35 h',
  ],
  [{ about: 'late-break', hours: 5 }, 'Breaks begin after more than 5 h of work'],
  [{ about: 'unbroken', hours: 5 }, 'More than 5 h of work without a break'],
  [{ about: 'average', hours: 48 }, 'More than 48 h of work a week on average'],
  [{ about: 'long-night', hours: 8 }, 'More than 8 h of work on a day with night work'],
  [{ about: 'minor' }, 'The limits for minors leave no week that keeps the other rules'],
  [{ about: 'time-off' }, 'Time off leaves no week that keeps the other rules'],
  [{ about: 'notice', days: 14 }, 'Shifts change with less than 14 days of notice'],
  [{ about: 'inactive' }, 'Shifts stay scheduled after the agent was deactivated'],
  [{ about: 'changes', changes: 4 }, 'More than 4 shifts have to change'],
  [{ ...STAFF, agentIds: ['Ana'] }, 'Tue 08:00 to 09:00 needs 2 people, and only Ana may work then'],
  [{ ...STAFF, agentIds: [] }, 'Tue 08:00 to 09:00 needs 2 people, and nobody may work then'],
  [
    { ...STAFF, people: 1, agentIds: null },
    'Tue 08:00 to 09:00 needs 2 people, and no schedule with more than 1 was found',
  ],
  [{ about: 'staff-hours', hours: 58.5 }, 'No schedule with enough people at all times was found within 58.5 h'],
  // It must not read as if the target were reached.
  [
    { about: 'target-of-week', reached: 0.91999, target: 0.92 },
    'Coverage reaches 91.9% with all hours that the rules allow, and the target is 92%',
  ],
  [
    { about: 'target-of-hours', hours: 1, target: 0.9 },
    'With all hours that the rules allow, coverage stays below 90% in 1 hour of the week',
  ],
] as const satisfies readonly (readonly [RuleDetail, string])[])('says of %j what has to give', (detail, text) => {
  expect(ruleDetailText(detail, format)).toBe(text)
})
