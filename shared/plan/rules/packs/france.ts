import type { PackSource, RulePack } from './pack.ts'

/** Book I of part three of the code, which holds every article below, in force today. */
const URL = 'https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006072050/LEGISCTA000006132332/'
const source = (rule: PackSource['rule'], article: string): PackSource => ({
  rule,
  article: `Code du travail ${article}`,
  url: URL,
})

export const france: RulePack = {
  id: 'fr-code-du-travail',
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
    owedBreak: { afterHours: 5.75, minutes: 20, counts: 'worked' },
    overtime: [
      { basis: 'week', afterHours: 35, rate: 1.25 },
      { basis: 'week', afterHours: 43, rate: 1.5 },
    ],
  },
  sources: [
    source('maxHoursPerDay', 'L3121-18'),
    source('maxHoursPerWeek', 'L3121-20'),
    source('averageHours', 'L3121-22'),
    source('minRestHours', 'L3131-1'),
    source('maxDaySpanHours', 'L3131-1'),
    source('minWeeklyRestHours', 'L3132-2'),
    source('night', 'L3122-6, L3122-7'),
    source('owedBreak', 'L3121-16'),
    source('overtime', 'L3121-27, L3121-36'),
  ],
}
