/** Failures that the page itself finds. Those of the backend come with their sentences. */
export const errors = {
  unreachable: 'Can’t reach Covercast.',
  unreachableKept: 'What you see stays, and nothing stored is lost.',
  unreachableNext:
    'Start Covercast again if it was closed. This page then continues by itself. If it doesn’t, open the address that Covercast shows.',
  startedAgain: 'Covercast was restarted and doesn’t recognize this page.',
  startedAgainNext:
    'In this browser, open the address that Covercast showed when it started. Then come back: this page continues.',
  cannotShow: 'This page can’t be shown: {reason}',
  cannotShowKept: 'Your settings and the figures on this computer are untouched.',
  cannotShowNext:
    'Reload the page. If it happens again, go to the first screen, which ignores what this address asked for.',
  reload: 'Reload',
  firstScreen: 'Go to first screen',
  cannotReadFile: '{file} can’t be read.',
  noWorkspaceChanged: 'No workspace was changed.',
  chooseBackup: 'Choose a file that Covercast created as a backup.',
} as const
