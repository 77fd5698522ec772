import type { PackSource, RulePack } from './pack.ts'

const article = (section: string): Pick<PackSource, 'article' | 'url'> => ({
  article: `ArbZG § ${section}`,
  url: `https://www.gesetze-im-internet.de/arbzg/__${Number.parseInt(section, 10)}.html`,
})
const source = (rule: PackSource['rule'], section: string, ...others: readonly string[]): PackSource => ({
  rule,
  ...article(section),
  others: others.map(article),
})

export const germany: RulePack = {
  id: 'de-arbzg',
  appliesTo: 'plan',
  checked: '2026-12-01',
  rules: {
    limits: {
      maxHoursPerDay: 10,
      averageHours: { hours: 48, weeks: 24 },
      minRestHours: 11,
      maxDaySpanHours: 13,
      minWeeklyRestHours: 35,
      night: {
        startMinute: 23 * 60,
        endMinute: 30 * 60,
        minHours: 2.25,
        maxHoursPerDay: 10,
        average: { hours: 48, weeks: 4 },
      },
    },
    owedBreak: { afterHours: 6, minutes: 30, counts: 'worked' },
    moreOwedBreaks: [{ afterHours: 9, minutes: 45, counts: 'worked' }],
    unbrokenWork: { hours: 6, breakMinutes: 15 },
  },
  sources: [
    source('maxHoursPerDay', '3'),
    source('averageHours', '3'),
    source('minRestHours', '5'),
    source('maxDaySpanHours', '5'),
    source('minWeeklyRestHours', '11 (4)', '9 (1)', '5 (1)'),
    source('night', '6 (2)', '2 (3)', '2 (4)'),
    source('owedBreak', '4'),
    source('unbrokenWork', '4'),
  ],
}
