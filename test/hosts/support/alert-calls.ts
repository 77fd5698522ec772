const SOME_RULE = {
  id: null,
  name: 'Low coverage',
  isOn: true,
  measure: 'coverage',
  scope: { kind: 'each-pool' },
  minutes: 60,
  threshold: null,
  forMinutes: 0,
  quiet: { from: 20, to: 8 },
  desktop: true,
  channels: ['one'],
  names: false,
}
const SOME_DIGEST = { isOn: true, dayOfWeek: 1, hour: 8, channels: ['one'] }

/** A good call of each procedure of alerts, about a workspace that is not there. */
export const ALERT_CALLS = [
  ['alerts.active', 'query', { workspaceId: 'aaaa' }],
  ['alerts.dismiss', 'mutation', { workspaceId: 'aaaa', ruleId: 'low-coverage', subject: 'all' }],
  ['alerts.settings', 'query', { workspaceId: 'aaaa' }],
  ['alerts.preview', 'query', { workspaceId: 'aaaa', rule: SOME_RULE }],
  ['alerts.saveRule', 'mutation', { workspaceId: 'aaaa', rule: SOME_RULE, review: null }],
  ['alerts.removeRule', 'mutation', { workspaceId: 'aaaa', ruleId: 'low-coverage' }],
  [
    'alerts.saveChannel',
    'mutation',
    {
      workspaceId: 'aaaa',
      channel: { kind: 'slack', id: null, name: 'Team', address: 'https://127.0.0.1/hook' },
      mayBePrivate: false,
    },
  ],
  ['alerts.removeChannel', 'mutation', { workspaceId: 'aaaa', channelId: 'one' }],
  ['alerts.testChannel', 'mutation', { workspaceId: 'aaaa', channelId: 'one' }],
  ['alerts.previewDigest', 'query', { workspaceId: 'aaaa', digest: SOME_DIGEST }],
  ['alerts.saveDigest', 'mutation', { workspaceId: 'aaaa', digest: SOME_DIGEST, review: null }],
  ['alerts.watch', 'mutation', { workspaceId: 'aaaa', isFailing: false, every: 5, looks: true }],
] as const
