import { IntlMessageFormat, type Formatters } from 'intl-messageformat'
import type { Catalogue, Texts } from './catalogue.ts'
import { pseudoMessage, pseudoText } from './pseudo.ts'

export interface TextOptions {
  /** BCP 47: whose plurals and digits the messages have. */
  readonly locale: string
  /** Shows the messages as a longer, accented language, for tests. */
  readonly pseudo?: boolean
}

/** Makes the messages of a catalogue ready to use. Each is read when it is first used. */
export function createTexts<const Messages extends Catalogue>(
  messages: Messages,
  options: TextOptions,
): Texts<Messages> {
  const formatters = cachedFormatters()
  const prepare = (message: string): unknown => {
    // A sign such as "<1%" is no tag.
    if (!/\{|<\/?[a-z]/iu.test(message)) return options.pseudo ? pseudoText(message) : message
    let format: IntlMessageFormat | null = null
    return (values: MessageValues) => {
      format ??= readMessage(message, options, formatters)
      const parts = format.format(withTextInTags(values))
      // A message with tags answers its parts, even where there is one.
      return typeof parts === 'string' && message.includes('</') ? [parts] : parts
    }
  }
  return prepareGroup(messages, prepare) as Texts<Messages>
}

type MessageValues = Readonly<Record<string, string | number | ((text: string) => unknown)>>

/** Tags hold text alone, so that what they show is made from a text and not from its parts. */
function withTextInTags(values: MessageValues): NonNullable<Parameters<IntlMessageFormat['format']>[0]> {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'function' ? (parts: readonly unknown[]) => value(parts.join('')) : value,
  ])
  return Object.fromEntries(entries)
}

function prepareGroup(messages: Catalogue, prepare: (message: string) => unknown): unknown {
  const group = {}
  for (const [name, entry] of Object.entries(messages)) {
    Object.defineProperty(group, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = typeof entry === 'string' ? prepare(entry) : prepareGroup(entry, prepare)
        Object.defineProperty(group, name, { value, enumerable: true })
        return value
      },
    })
  }
  return group
}

function readMessage(
  message: string,
  { locale, pseudo = false }: TextOptions,
  formatters: Formatters,
): IntlMessageFormat {
  const format = new IntlMessageFormat(message, locale, undefined, { formatters })
  return pseudo ? new IntlMessageFormat(pseudoMessage(format.getAst()), locale, undefined, { formatters }) : format
}

/** One plural rule and one number format for all messages: making them is slow. */
function cachedFormatters(): Formatters {
  return {
    getNumberFormat: kept((locale, options) => new Intl.NumberFormat(locale, options)),
    getPluralRules: kept((locale, options) => new Intl.PluralRules(locale, options)),
    getDateTimeFormat: () => {
      throw new Error('Dates are written by the formatter, not in a message.')
    },
  } as Formatters
}

function kept<Options, Made>(
  make: (locale: string, options: Options) => Made,
): (locale: string, options: Options) => Made {
  const made = new Map<string, Made>()
  return (locale, options) => {
    const key = JSON.stringify([locale, options])
    const found = made.get(key) ?? make(locale, options)
    made.set(key, found)
    return found
  }
}
