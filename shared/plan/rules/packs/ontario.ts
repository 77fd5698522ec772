import type { PackSource, RulePack } from './pack.ts'

const source = (rule: PackSource['rule'], section: string): PackSource => ({
  rule,
  article: `ESA 2000 s. ${section}`,
  url: 'https://www.ontario.ca/laws/statute/00e41',
})

export const ontario: RulePack = {
  id: 'ca-on-esa',
  appliesTo: 'plan',
  checked: '2026-12-01',
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
    source('maxHoursPerDay', '17(1)(a)'),
    source('maxHoursPerWeek', '17(1)(b)'),
    source('minRestHours', '18(1)'),
    source('maxDaySpanHours', '18(1)'),
    source('minWeeklyRestHours', '18(4)'),
    source('unbrokenWork', '20(1)'),
    source('overtime', '22(1)'),
  ],
}
