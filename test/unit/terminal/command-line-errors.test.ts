import { Argument, Command, Option } from 'commander'
import { describe, expect, it } from 'vitest'
import { commandLineError } from '../../../electron/terminal/command-line-errors.ts'
import { TERMINAL_FORMAT } from '../../support/terminal-format.ts'

/** What the library writes of such a command line. */
function writtenFor(args: readonly string[]): string {
  let written = ''
  const program = new Command('covercast')
    .exitOverride()
    .configureOutput({ outputError: (text) => void (written += text), writeErr: () => undefined })
  program
    .command('sync')
    .addArgument(new Argument('<name>'))
    .requiredOption('--source <url>')
    .addOption(new Option('--mode <mode>').choices(['fast', 'slow']))
    .action(() => undefined)
  expect(() => program.parse([...args], { from: 'user' })).toThrow(/^error: /u)
  return written
}

describe('what is wrong with a command line', () => {
  it.each([
    [['sync', '--source', 'x'], '“name” is missing.'],
    [['sync', 'a', '--source'], '--source <url> needs a value.'],
    [['sync', 'a'], '--source <url> is missing.'],
    [['sync', 'a', '--source', 'x', '--mod', 'fast'], 'There is no option --mod.\nDid you mean --mode?'],
    [['snyc'], 'There is no command “snyc”.\nDid you mean sync?'],
    [['sync', 'a', 'b', '--source', 'x'], 'Too many arguments: a, b. 1 is expected.'],
    [
      ['sync', 'a', '--source', 'x', '--mode', 'odd'],
      '“odd” is not possible for --mode <mode>. Choose one of: fast, slow.',
    ],
  ])('%j', (args, text) => {
    expect(commandLineError(writtenFor(args), TERMINAL_FORMAT.texts)).toBe(text)
  })

  it('stays as the library writes it where it is not known', () => {
    expect(commandLineError('error: something new\n', TERMINAL_FORMAT.texts)).toBe('error: something new')
  })
})
