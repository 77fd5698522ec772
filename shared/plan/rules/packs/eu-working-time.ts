import type { PackSource, RulePack } from './pack.ts'

const URL = 'http://data.europa.eu/eli/dir/2003/88/oj'
const article = (name: string): Pick<PackSource, 'article' | 'url'> => ({ article: `2003/88/EC ${name}`, url: URL })
const source = (rule: PackSource['rule'], name: string, ...others: readonly string[]): PackSource => ({
  rule,
  ...article(name),
  others: others.map(article),
})

export const euWorkingTime: RulePack = {
  id: 'eu-wtd',
  appliesTo: 'plan',
  checked: '2026-12-01',
  rules: {
    limits: {
      minRestHours: 11,
      maxDaySpanHours: 13,
      minWeeklyRestHours: 35,
      averageHours: { hours: 48, weeks: 17 },
      night: {
        startMinute: 23 * 60,
        endMinute: 30 * 60,
        minHours: 3,
        maxHoursPerDay: null,
        average: { hours: 48, weeks: 17 },
      },
    },
    owedBreak: { afterHours: 6, minutes: 15, counts: 'worked' },
  },
  sources: [
    source('minRestHours', 'Art. 3'),
    source('maxDaySpanHours', 'Art. 3'),
    source('minWeeklyRestHours', 'Art. 5', 'Art. 3'),
    source('averageHours', 'Art. 6(b), 16(b)'),
    source('night', 'Art. 8(a)', 'Art. 2(3)', 'Art. 2(4)', 'Art. 16(c)'),
    source('owedBreak', 'Art. 4'),
  ],
}
