import { breaksByHour, moreBreaks, unbroken } from './break-lists.ts'
import { average, night, notice, overtime } from './hours-lists.ts'
import type { RuleList } from './rule-list.ts'

/** Every list but minimum staff, in their order. */
export const RULE_LISTS: readonly RuleList[] = [average, night, moreBreaks, breaksByHour, unbroken, overtime, notice]
