/** The `covercast` command itself: its help, and what is wrong with a command line. */
export const program = {
  description: 'Shows when visitors of your website are missed because no agent is online, from your own Postgres.',
  helpHint: 'Run `covercast help` for the commands and their options.',
  help: 'show this help',
  helpCommand: 'show the help of a command',
  version: 'show the version',
  // Headings of the help, by what the library calls them.
  headings: {
    'Usage:': 'Usage:',
    'Arguments:': 'Arguments:',
    'Options:': 'Options:',
    'Commands:': 'Commands:',
  },
  choices: '{description} (one of: {values})',
  choicesAndDefault: '{description} (one of: {values}; default: {value})',
  defaultValue: '{description} (default: {value})',
  organizationOption: 'On the command line: --org ID',
  closing: 'Covercast is closing.',
  savedIsSafe: 'What was saved is safe.',
  outputFailed: 'The output could not be written ({why}).',
  outputKept: 'What was synced and saved is kept.',
  outputNext: 'Check that the disk has room and that the file may be written to, then try again.',
} as const

/** What is wrong with a command line, by the library’s code. */
export const commandLine = {
  missingArgument: '“{name}” is missing.',
  optionMissingArgument: '{option} needs a value.',
  missingMandatoryOptionValue: '{option} is missing.',
  unknownOption: 'There is no option {option}.',
  excessArguments:
    'Too many arguments: {given}. {expected, plural, =0 {None is expected.} one {# is expected.} other {# are expected.}}',
  unknownCommand: 'There is no command “{name}”.',
  notAChoice: '“{value}” is not possible for {option}. Choose one of: {values}.',
  didYouMean: 'Did you mean {names}?',
} as const
