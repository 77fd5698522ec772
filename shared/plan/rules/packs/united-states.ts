import { LABOR_DAY } from '../rule-types.ts'
import type { RulePack } from './pack.ts'

export const unitedStates: RulePack = {
  id: 'us-flsa',
  appliesTo: 'plan',
  checked: '2026-12-01',
  rules: { overtime: [{ basis: 'week', afterHours: 40, rate: 1.5 }] },
  sources: [
    {
      rule: 'overtime',
      article: '29 U.S.C. § 207(a)(1)',
      url: 'https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title29-section207&num=0&edition=prelim',
    },
  ],
}

export const unitedStatesMinors: RulePack = {
  id: 'us-minors-14-15',
  appliesTo: 'agent',
  checked: '2026-12-01',
  rules: {
    limits: {
      minor: {
        startMinute: 7 * 60,
        endMinute: 19 * 60,
        summer: { from: '06-01', to: LABOR_DAY, endMinute: 21 * 60 },
        schoolDays: [1, 2, 3, 4, 5],
        schoolBreaks: [],
        maxSchoolDayHours: 3,
        maxOtherDayHours: 8,
        maxSchoolWeekHours: 18,
        maxOtherWeekHours: 40,
      },
    },
  },
  sources: [
    {
      rule: 'minor',
      article: '29 CFR § 570.35(a)',
      url: 'https://www.ecfr.gov/current/title-29/section-570.35',
    },
  ],
}
