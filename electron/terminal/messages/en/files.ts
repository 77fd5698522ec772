/** Files that are read and written. */
export const files = {
  kinds: { plan: 'plan file', rules: 'rules file', roster: 'roster', names: 'file of names' },
  givePlan: 'Give a plan file as docs/command-line.md shows it.',
  givePlanOrId: 'Give a plan file as docs/command-line.md shows it, or the ID of a stored plan.',
  giveRules: 'Give a rules file as docs/command-line.md shows it.',
  giveRoster: 'Give a CSV, TSV, XLSX or ODS table, an iCalendar file, or a plan file.',
  giveNames: 'Give a JSON file such as {example}. With null, the name is an agent of this plan only.',
  noFile: 'There is no file {file}.',
  isFolder: '{file} is a folder, not a {kind}.',
  notAllowed: 'You may not read the file {file}.',
  notRead: 'The file {file} could not be read.',
  notReadWhy: 'The file {file} could not be read ({why}).',
  tooLarge: '{file} is too large for a {kind}.',
  checkName: 'Check the name of the file.',
  // Written.
  exists: '{file} exists already.',
  notChanged: 'It was not changed.',
  giveAnother: 'Give another file, or add --overwrite.',
  written: '{file} is written: {size}.',
  writtenPages: '{file} is written: {count, plural, one {# page} other {# pages}}, {size}.',
  writtenFiles: '{file} is written: {count, plural, one {# file} other {# files}}, {size}.',
  writtenRows: '{file} is written: {count, plural, one {# row} other {# rows}}.',
} as const
