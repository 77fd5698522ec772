/** The log screen. */
export const log = {
  title: 'Log',
  text: 'What Covercast did, newest last. Passwords and visitor data are never logged.',
  copy: 'Copy',
  copied: 'Copied.',
  refresh: 'Refresh',
  loading: 'Reading the log…',
  emptyTitle: 'The log is empty',
  empty: 'Lines appear when Covercast does something.',
  lines: 'Log lines',
} as const
