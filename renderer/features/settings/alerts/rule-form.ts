import type { AlertMeasure } from '../../../../shared/alerts/alert-rule.ts'
import type { RuleInput, StoredRule } from './alert-types.ts'

/** What a rule of a measure begins with. */
export const BEGINNINGS: Readonly<
  Record<AlertMeasure, Pick<RuleInput, 'scope' | 'minutes' | 'threshold' | 'forMinutes'>>
> = {
  coverage: { scope: { kind: 'each-pool' }, minutes: 60, threshold: null, forMinutes: 0 },
  'nobody-online': { scope: { kind: 'each-pool' }, minutes: 15, threshold: 3, forMinutes: 0 },
  'next-visitor': { scope: { kind: 'each-pool' }, minutes: 60, threshold: 50, forMinutes: 15 },
  absent: { scope: { kind: 'all' }, minutes: 60, threshold: null, forMinutes: 15 },
  'sync-failing': { scope: { kind: 'all' }, minutes: 60, threshold: null, forMinutes: 60 },
  'organization-health': { scope: { kind: 'all' }, minutes: 60, threshold: null, forMinutes: 0 },
}

/** What the form of a rule begins with; null: a new one. */
export function ruleInput(rule: StoredRule | null): RuleInput {
  if (rule === null) {
    return {
      id: null,
      name: '',
      isOn: true,
      measure: 'coverage',
      ...BEGINNINGS.coverage,
      quiet: null,
      desktop: true,
      channels: [],
      names: false,
    }
  }
  const { isReviewed: _isReviewed, reviewed: _reviewed, ...fields } = rule
  return { ...fields, channels: [...fields.channels] }
}
