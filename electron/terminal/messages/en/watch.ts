/** `covercast watch`. */
export const watch = {
  description:
    'Sync every few minutes, check the alerts of the workspace and send what is due, until interrupted. The app does the same while it is open; each message is sent once.',
  every: 'minutes between syncs (default: as the workspace syncs automatically, else 5)',
  once: 'one round, then end: for timers',
  everyRange: 'Give 1 to 1440 minutes.',
  notMinutes: '{value} is not a number of minutes that --every takes.',
  watching: 'Watching {workspace}, every {count, plural, one {# minute} other {# minutes}}. Ctrl+C ends it.',
  noChannels: 'This workspace has no channels, so nothing can be sent. Add one in the app: Settings, Alerts.',
  channelOff: 'The channel “{name}” is off here. {why} {next}',
  setAddress: 'Set {url} to its address.',
  setSigned: 'Set {url} to its address, and {key} to its signing key if it has one.',
  setMail: 'Set {url} to {address}, and {password} to its password if it has one.',
  syncFailed: 'The sync failed: {why}',
  roundFailed: 'Not everything could be checked or sent: {why}',
  syncElsewhere: 'Another Covercast syncs this workspace now; its figures are used.',
  raised: 'Raised',
  resolved: 'Resolved',
  sent: 'Sent to {channel}',
  failed: 'Not sent to {channel}',
  line: '{time} {state}: {text}',
} as const
