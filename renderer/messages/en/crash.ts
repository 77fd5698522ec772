/** Reports of crashes. */
export const crash = {
  title: 'Covercast, or a part of it, ended unexpectedly',
  text: 'Covercast, or a part of it, ended unexpectedly. Your data is safe. A report was kept on this computer, and nothing was sent.',
  show: 'Show the report',
  dismiss: 'Dismiss',
  reports: 'Crash reports',
  about:
    'These reports are on this computer only. They name the fault, the versions, and the last lines of the log. Copy them if you want to ask somebody for help.',
  copied: 'Copied',
  notCopied: 'The reports couldn’t be copied. Select the text instead.',
  remove: 'Delete the reports',
  copy: 'Copy',
  close: 'Close',
} as const
