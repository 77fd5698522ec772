import type { PackSource, RulePack } from './pack.ts'

const URL = 'http://data.europa.eu/eli/dir/2003/88/oj'
const source = (rule: PackSource['rule'], article: string, says: string): PackSource => ({
  rule,
  article: `2003/88/EC ${article}`,
  url: URL,
  says,
})

export const euWorkingTime: RulePack = {
  id: 'eu-wtd',
  name: 'European Union: Working Time Directive',
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
    owedBreak: { afterHours: 6, minutes: 15 },
  },
  sources: [
    source('minRestHours', 'Art. 3', '11 hours of rest in every 24'),
    source('maxDaySpanHours', 'Art. 3', '24 hours less 11 of rest leave 13 for a split day'),
    source('minWeeklyRestHours', 'Art. 5', '24 hours every seven days, besides the 11 of the day'),
    source('averageHours', 'Art. 6(b), 16(b)', '48 hours a week on average over at most four months'),
    source('night', 'Art. 2, 8(a)', '8 hours in 24 on average for work of 3 hours and more at night'),
    source('owedBreak', 'Art. 4', 'a break in more than 6 hours'),
  ],
  notes: [
    'Member states have their own numbers: use the pack of your country where there is one.',
    'The directive does not say how long a break is (15 minutes are assumed), which seven hours around midnight to 5:00 are night (23:00 to 6:00 is assumed), nor over how long night work is averaged (17 weeks are assumed).',
    '8 hours in 24 are 48 a week, for the weekly day of rest is left out of the average (Art. 16).',
    'Four months are counted as 17 weeks.',
  ],
}
