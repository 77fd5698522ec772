import type { PackSource, RulePack } from './pack.ts'

/** The ministry's edition has an address for each article, with the version that is in force. */
const article = (name: string): Pick<PackSource, 'article' | 'url'> => ({
  article: `Code du travail ${name}`,
  url: `https://code.travail.gouv.fr/code-du-travail/${name.split(',')[0]!.toLowerCase()}`,
})
const source = (rule: PackSource['rule'], name: string, ...others: readonly string[]): PackSource => ({
  rule,
  ...article(name),
  others: others.map(article),
})

export const france: RulePack = {
  id: 'fr-code-du-travail',
  appliesTo: 'plan',
  checked: '2026-12-01',
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
    source('minWeeklyRestHours', 'L3132-2', 'L3131-1'),
    source('night', 'L3122-6, L3122-7', 'L3122-7', 'L3122-20', 'L3122-5'),
    source('owedBreak', 'L3121-16'),
    source('overtime', 'L3121-27, L3121-36', 'L3121-36'),
  ],
}
