/** Health of organizations: classes, and why two scores differ. */
export const health = {
  risks: { low: 'low', medium: 'medium', high: 'high', critical: 'critical' },
  surenesses: { high: 'sure', medium: 'fairly sure', low: 'unsure' },
  trends: { increasing: 'increasing', stable: 'stable', declining: 'declining' },
  differences: {
    'blocked-countries': 'the dashboard counts visitors of blocked countries',
    'few-visitors': 'few visitors came this month, so coverage is drawn towards what it was before',
    'young-month': 'calls are those of the last 30 days, not of the month so far',
    'chance-in-calls': 'chance alone explains the change in calls',
  },
  lastCall: '{days, plural, =0 {today} one {# day ago} other {# days ago}}',
  never: 'never',
} as const
