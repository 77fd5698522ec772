import type { PackSource, RulePack } from './pack.ts'

const article = (section: string): Pick<PackSource, 'article' | 'url'> => ({
  article: `Cal. Labor Code § ${section}`,
  url: `https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=${Number.parseInt(section, 10)}.`,
})
const source = (rule: PackSource['rule'], section: string, ...others: readonly string[]): PackSource => ({
  rule,
  ...article(section),
  others: others.map(article),
})
/** Wage Order 4-2001, as the Code of Regulations has it: meals in its section 11, rests of 10 minutes in 12. */
const wageOrder = { article: '8 CCR § 11040(11), (12)', url: 'https://www.dir.ca.gov/t8/11040.html' }

export const california: RulePack = {
  id: 'us-ca',
  appliesTo: 'plan',
  checked: '2026-12-01',
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
    { ...source('breaksByHour', '512(a)'), others: [wageOrder] },
    source('overtime', '510(a)'),
    source('minWeeklyRestHours', '551', '552', '556'),
  ],
}
