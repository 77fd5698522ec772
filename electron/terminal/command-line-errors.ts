import type { TerminalTexts } from './format.ts'

type Describe = (t: TerminalTexts['commandLine'], parts: readonly string[]) => string

/** What the library writes where a command line is wrong, with the parts that a text of ours needs. A test holds them against it. */
const KNOWN: readonly (readonly [message: RegExp, describe: Describe])[] = [
  [/^error: missing required argument '(.+)'$/u, (t, [name = '']) => t.missingArgument({ name })],
  [/^error: option '(.+)' argument missing$/u, (t, [option = '']) => t.optionMissingArgument({ option })],
  [/^error: required option '(.+)' not specified$/u, (t, [option = '']) => t.missingMandatoryOptionValue({ option })],
  [/^error: unknown option '(.+)'$/u, (t, [option = '']) => t.unknownOption({ option })],
  [/^error: unknown command '(.+)'$/u, (t, [name = '']) => t.unknownCommand({ name })],
  [
    /^error: too many arguments.*\. Expected (\d+) arguments? but got \d+: (.+)\.$/u,
    (t, [expected, given = '']) => t.excessArguments({ expected: Number(expected), given }),
  ],
  [
    /^error: option '(.+)' argument '(.*)' is invalid\. Allowed choices are (.+)\.$/u,
    (t, [option = '', value = '', values = '']) => t.notAChoice({ option, value, values }),
  ],
]

/** What is wrong with a command line, in our words; what is not known stays as the library writes it. */
export function commandLineError(message: string, { commandLine: t }: TerminalTexts): string {
  const [first = '', ...rest] = message.trimEnd().split('\n')
  for (const [pattern, describe] of KNOWN) {
    const found = pattern.exec(first)
    if (found === null) continue
    const [, names] = /^\(Did you mean (?:one of )?(.+)\?\)$/u.exec(rest[0] ?? '') ?? []
    return [describe(t, found.slice(1)), ...(names === undefined ? rest : [t.didYouMean({ names })])].join('\n')
  }
  return message.trimEnd()
}
