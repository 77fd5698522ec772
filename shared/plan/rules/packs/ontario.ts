import type { PackSource, RulePack } from './pack.ts'

const source = (rule: PackSource['rule'], section: string, says: string): PackSource => ({
  rule,
  article: `ESA 2000 s. ${section}`,
  url: 'https://www.ontario.ca/laws/statute/00e41',
  says,
})

export const ontario: RulePack = {
  id: 'ca-on-esa',
  name: 'Canada, Ontario: Employment Standards Act',
  appliesTo: 'plan',
  checked: '2026-11-30',
  rules: {
    limits: {
      maxHoursPerDay: 8,
      maxHoursPerWeek: 48,
      minRestHours: 11,
      maxDaySpanHours: 13,
      minWeeklyRestHours: 24,
    },
    unbrokenWork: { hours: 5, breakMinutes: 30 },
    overtime: [{ basis: 'week', afterHours: 44, rate: 1.5 }],
  },
  sources: [
    source('maxHoursPerDay', '17(1)(a)', '8 hours a day'),
    source('maxHoursPerWeek', '17(1)(b)', '48 hours a week'),
    source('minRestHours', '18(1)', '11 hours in a row free from work each day'),
    source('maxDaySpanHours', '18(1)', '24 hours less 11 free from work leave 13'),
    source('minWeeklyRestHours', '18(4)', '24 hours in a row free from work each week'),
    source('unbrokenWork', '20(1)', 'no more than 5 hours in a row without a meal of 30 minutes'),
    source('overtime', '22(1)', 'over 44 hours a week half as much again'),
  ],
  notes: [
    'Where the regular working day is longer than 8 hours, its length is the limit; more can be agreed in writing (s. 17).',
    'Instead of 24 hours a week, 48 in two weeks are allowed (s. 18(4)); the meal can be taken in two parts by agreement (s. 20(2)).',
    'Not checked: 8 hours between two shifts that are longer than 13 hours together, unless agreed (s. 18(3)); a longer rest is checked.',
  ],
}
