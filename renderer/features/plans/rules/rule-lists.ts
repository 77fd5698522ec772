import { breaksByHour, moreBreaks, unbroken } from './break-lists.ts'
import { averageList, nightList } from '../../../app/work-rules/limit-lists.ts'
import { notice, overtime } from './hours-lists.ts'
import type { RuleList } from '../../../app/work-rules/rule-list.ts'

/** Every list but minimum staff, in their order. */
export const RULE_LISTS: readonly RuleList[] = [
  averageList,
  nightList,
  moreBreaks,
  breaksByHour,
  unbroken,
  overtime,
  notice,
]
