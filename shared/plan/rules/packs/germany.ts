import type { PackSource, RulePack } from './pack.ts'

const source = (rule: PackSource['rule'], section: string, says: string): PackSource => ({
  rule,
  article: `ArbZG § ${section}`,
  url: `https://www.gesetze-im-internet.de/arbzg/__${Number.parseInt(section, 10)}.html`,
  says,
})

export const germany: RulePack = {
  id: 'de-arbzg',
  name: 'Germany: Arbeitszeitgesetz',
  appliesTo: 'plan',
  checked: '2026-11-30',
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
    owedBreak: { afterHours: 6, minutes: 30 },
    moreOwedBreaks: [{ afterHours: 9, minutes: 45 }],
    unbrokenWork: { hours: 6, breakMinutes: 15 },
  },
  sources: [
    source('maxHoursPerDay', '3', '8 hours on a working day, up to 10 where the average is 8'),
    source('averageHours', '3', '8 hours a working day on average over 24 weeks: 48 in six days'),
    source('minRestHours', '5', '11 hours after the end of the daily work'),
    source('maxDaySpanHours', '5', '24 hours less 11 of rest leave 13 for a split day'),
    source('minWeeklyRestHours', '11 (4)', 'the weekly day of rest together with the 11 hours of § 5'),
    source('night', '6 (2)', '10 hours, where the average of 4 weeks is 8 a working day'),
    source('owedBreak', '4', '30 minutes in more than 6 hours, 45 in more than 9'),
    source('unbrokenWork', '4', 'no more than 6 hours without a break of at least 15 minutes'),
  ],
  notes: [
    'Night is 23:00 to 6:00 (§ 2 (3)); night work is more than 2 hours of it (§ 2 (4)), on the quarter-hour 2 h 15 min. All night work counts, also of those who do it on fewer than 48 days a year.',
    'Not checked: work on Sundays and public holidays is forbidden but for the exceptions of § 10, and at least 15 Sundays a year are free (§ 11 (1)).',
    'Collective agreements may differ (§ 7).',
  ],
}
