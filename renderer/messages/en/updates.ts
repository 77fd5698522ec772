/** Looking for newer versions of the app. */
export const updates = {
  title: 'Updates',
  off: 'Covercast looks for no updates: no address is set.',
  about:
    'When you press the button, Covercast reads one file from {address}. It sends nothing about you or your data, never looks by itself, and downloads no update.',
  address: 'Address for updates',
  addressHint: 'The publisher’s, or one you trust. Leave it empty to use the publisher’s, if there is one.',
  addressProblem: 'Enter an address that begins with https://',
  save: 'Save',
  check: 'Check for updates',
  checking: 'Checking…',
  newest: 'Version {version} is the newest.',
  newer: 'Version {version} is available.',
  open: 'Open {page}',
  problems: {
    'bad-address': 'The address is not one that can be read. Check it.',
    insecure: 'The address is not encrypted. Use one that begins with https://.',
    unreachable: 'The address could not be reached. Check your connection, and try again.',
    tls: 'The server’s certificate is not valid, so nothing was read.',
    timeout: 'The server did not answer within ten seconds. Try again later.',
    redirect:
      'The server leads to another address, which Covercast does not follow. Ask the publisher for the right one.',
    unreadable: 'There is nothing at this address that says which version is the newest. Check the address.',
  },
} as const
