import type { PackSource, RulePack } from './pack.ts'

const URL = 'http://data.europa.eu/eli/dir/2003/88/oj'
const source = (rule: PackSource['rule'], article: string): PackSource => ({
  rule,
  article: `2003/88/EC ${article}`,
  url: URL,
})

export const euWorkingTime: RulePack = {
  id: 'eu-wtd',
  appliesTo: 'plan',
  checked: '2026-11-30',
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
    source('minWeeklyRestHours', 'Art. 5'),
    source('averageHours', 'Art. 6(b), 16(b)'),
    source('night', 'Art. 2, 8(a)'),
    source('owedBreak', 'Art. 4'),
  ],
}
