import type { PackSource, RulePack } from './pack.ts'

const source = (rule: PackSource['rule'], regulation: number, says: string): PackSource => ({
  rule,
  article: `WTR 1998 reg. ${regulation}`,
  url: `https://www.legislation.gov.uk/uksi/1998/1833/regulation/${regulation}`,
  says,
})

export const unitedKingdom: RulePack = {
  id: 'uk-wtr',
  name: 'United Kingdom: Working Time Regulations',
  appliesTo: 'plan',
  checked: '2026-11-30',
  rules: {
    limits: {
      averageHours: { hours: 48, weeks: 17 },
      minRestHours: 11,
      maxDaySpanHours: 13,
      minWeeklyRestHours: 35,
      night: {
        startMinute: 23 * 60,
        endMinute: 30 * 60,
        minHours: 3,
        maxHoursPerDay: null,
        average: { hours: 48, weeks: 17 },
      },
    },
    owedBreak: { afterHours: 6, minutes: 20 },
  },
  sources: [
    source('averageHours', 4, '48 hours a week on average over 17 weeks'),
    source('minRestHours', 10, '11 hours of rest in 24'),
    source('maxDaySpanHours', 10, '24 hours less 11 of rest leave 13 for a split day'),
    source('minWeeklyRestHours', 11, '24 hours every seven days, besides the 11 of the day'),
    source('night', 6, '8 hours in 24 on average over 17 weeks for night workers'),
    source('owedBreak', 12, '20 minutes in more than 6 hours'),
  ],
  notes: [
    'A worker can agree in writing to work more than 48 hours (reg. 5): give such agents no limit of their own.',
    'A break of 20 minutes is met by 30 drawn, as breaks lie on the quarter-hour.',
    'Night is 23:00 to 6:00 without an agreement, and a night worker works 3 hours of it as a normal course (reg. 2). 8 hours in 24 are 48 a week, for the weekly day of rest is left out.',
    'Workers under 18 have other limits (reg. 5A, 6A).',
  ],
}
