import type { PackSource, RulePack } from './pack.ts'

/** Book I of part three of the code, which holds every article below, in force today. */
const URL = 'https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006072050/LEGISCTA000006132332/'
const source = (rule: PackSource['rule'], article: string, says: string): PackSource => ({
  rule,
  article: `Code du travail ${article}`,
  url: URL,
  says,
})

export const france: RulePack = {
  id: 'fr-code-du-travail',
  name: 'France: Code du travail',
  appliesTo: 'plan',
  checked: '2026-11-30',
  rules: {
    limits: {
      maxHoursPerDay: 10,
      maxHoursPerWeek: 48,
      averageHours: { hours: 44, weeks: 12 },
      minRestHours: 11,
      maxDaySpanHours: 13,
      minWeeklyRestHours: 35,
      night: {
        startMinute: 21 * 60,
        endMinute: 30 * 60,
        minHours: 3,
        maxHoursPerDay: 8,
        average: { hours: 40, weeks: 12 },
      },
    },
    owedBreak: { afterHours: 5.75, minutes: 20 },
    overtime: [
      { basis: 'week', afterHours: 35, rate: 1.25 },
      { basis: 'week', afterHours: 43, rate: 1.5 },
    ],
  },
  sources: [
    source('maxHoursPerDay', 'L3121-18', '10 hours a day'),
    source('maxHoursPerWeek', 'L3121-20', '48 hours a week'),
    source('averageHours', 'L3121-22', '44 hours a week over any 12 weeks'),
    source('minRestHours', 'L3131-1', '11 hours of daily rest'),
    source('maxDaySpanHours', 'L3131-1', '24 hours less 11 of rest leave 13 for a split day'),
    source('minWeeklyRestHours', 'L3132-2', '24 hours a week, besides the 11 of the day'),
    source('night', 'L3122-6, L3122-7', '8 hours a day and 40 a week over 12 weeks for work at night'),
    source('owedBreak', 'L3121-16', '20 minutes once the day reaches 6 hours'),
    source('overtime', 'L3121-27, L3121-36', 'over 35 hours a quarter more for eight hours, then half as much again'),
  ],
  notes: [
    'A break of 20 minutes is met by 30 drawn, as breaks lie on the quarter-hour. It is owed when the day reaches 6 hours: in more than 5 h 45 min.',
    'Night is 21:00 to 6:00 without an agreement (L3122-20). A night worker works 3 hours of it twice a week (L3122-5); here a week with one such day counts.',
    'Agreements may set other rates of overtime, of at least a tenth more (L3121-33), and other limits.',
  ],
}
