/** `covercast export changes`. */
export const changes = {
  written: '{file} is written: changes of {dates}.',
  everyWeek: 'every week from {date} on',
  since: 'Compared with “{plan}”, published {date}.',
  nothingBefore: 'Nothing was published for these dates before.',
  none: 'No one’s shifts have changed.',
  agent: 'Agent',
  added: 'New',
  removed: 'Canceled',
  moved: 'Changed',
} as const
