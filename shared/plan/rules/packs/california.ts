import type { PackSource, RulePack } from './pack.ts'

const source = (rule: PackSource['rule'], article: string): PackSource => ({
  rule,
  article: `Cal. Labor Code § ${article}`,
  url: `https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=${Number.parseInt(article, 10)}.`,
})

export const california: RulePack = {
  id: 'us-ca',
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
  sources: [source('breaksByHour', '512(a)'), source('overtime', '510(a)'), source('minWeeklyRestHours', '551, 552')],
}
