import type { PackSource, RulePack } from './pack.ts'

const source = (rule: PackSource['rule'], article: string, says: string): PackSource => ({
  rule,
  article: `Cal. Labor Code § ${article}`,
  url: `https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=${Number.parseInt(article, 10)}.`,
  says,
})

export const california: RulePack = {
  id: 'us-ca',
  name: 'California: Labor Code',
  appliesTo: 'plan',
  checked: '2026-11-30',
  rules: {
    limits: { minWeeklyRestHours: 24 },
    breaksByHour: [
      { afterHours: 5, minutes: 30, byHour: 5 },
      { afterHours: 10, minutes: 30, byHour: 10 },
    ],
    overtime: [
      { basis: 'day', afterHours: 8, rate: 1.5 },
      { basis: 'day', afterHours: 12, rate: 2 },
      { basis: 'week', afterHours: 40, rate: 1.5 },
      { basis: 'seventh-day', afterHours: 0, rate: 1.5 },
      { basis: 'seventh-day', afterHours: 8, rate: 2 },
    ],
  },
  sources: [
    source('breaksByHour', '512(a)', 'a meal of 30 minutes by the end of hour 5, a second by the end of hour 10'),
    source('overtime', '510(a)', 'half as much again over 8 hours a day, over 40 a week and on the seventh day'),
    source('minWeeklyRestHours', '551, 552', 'one day of rest in every workweek of seven days'),
  ],
  notes: [
    'Double pay is due over 12 hours a day, and over 8 on the seventh day of a workweek (§ 510(a)).',
    'Paid rests of 10 minutes for every 4 hours (Wage Order 4-2001, section 12) are not drawn: 4 % of the hours worked, which the availability learned from the past has in it.',
    'Meals can be waived by consent: the first up to 6 hours, the second up to 12 (§ 512(a)). The day of rest is not due in weeks of at most 30 hours, or where no day is over 6 (§ 556).',
  ],
}
