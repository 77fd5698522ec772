import type { PackSource, RulePack } from './pack.ts'

const article = (regulation: number): Pick<PackSource, 'article' | 'url'> => ({
  article: `WTR 1998 reg. ${regulation}`,
  url: `https://www.legislation.gov.uk/uksi/1998/1833/regulation/${regulation}`,
})
const source = (rule: PackSource['rule'], regulation: number, ...others: readonly number[]): PackSource => ({
  rule,
  ...article(regulation),
  others: others.map(article),
})

export const unitedKingdom: RulePack = {
  id: 'uk-wtr',
  appliesTo: 'plan',
  checked: '2026-12-01',
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
    owedBreak: { afterHours: 6, minutes: 20, counts: 'worked' },
  },
  sources: [
    source('averageHours', 4),
    source('minRestHours', 10),
    source('maxDaySpanHours', 10),
    source('minWeeklyRestHours', 11, 10),
    source('night', 6, 2),
    source('owedBreak', 12),
  ],
}
