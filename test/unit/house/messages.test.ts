import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DESKTOP_MESSAGES } from '../../../electron/desktop/messages/catalogues.ts'
import { TERMINAL_MESSAGES } from '../../../electron/terminal/messages/catalogues.ts'
import { PAGE_MESSAGES } from '../../../renderer/messages/catalogues.ts'
import { en } from '../../../renderer/messages/en.ts'
import type { Catalogue } from '../../../shared/language/catalogue.ts'
import { languageOf, OFFERED_LANGUAGES, type WrittenLanguage } from '../../../shared/language/languages.ts'
import { SAME_IN_ENGLISH } from './same-in-english.ts'

const ROOT = join(import.meta.dirname, '../../..')

interface Named {
  readonly name: string
  readonly message: string
}

function messagesIn(catalogue: Catalogue, path: readonly string[] = []): readonly Named[] {
  return Object.entries(catalogue).flatMap(([name, entry]) =>
    typeof entry === 'string'
      ? [{ name: [...path, name].join('.'), message: entry }]
      : messagesIn(entry, [...path, name]),
  )
}

function elementsIn(elements: readonly MessageFormatElement[]): readonly MessageFormatElement[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return [element, ...elementsIn(element.children)]
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return [element, ...Object.values(element.options).flatMap(({ value }) => elementsIn(value))]
    return [element]
  })
}

/** What a message is given, and how it uses it: "count plural", "name argument", "link tag", "kind select last other". */
function argumentsOf(message: string): readonly string[] {
  const used = elementsIn(parse(message)).flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    const choices = element.type === TYPE.select ? Object.keys(element.options).toSorted() : []
    return [[element.value, TYPE[element.type], ...choices].join(' ')]
  })
  return [...new Set(used)].toSorted()
}

/** The plural categories of a message that its language does not have. */
function strangePlurals(message: string, tag: string): readonly string[] {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions()
  return elementsIn(parse(message)).flatMap((element) =>
    element.type === TYPE.plural
      ? Object.keys(element.options).filter(
          (category) => !/^=\d+$/u.test(category) && !pluralCategories.includes(category as Intl.LDMLPluralRule),
        )
      : [],
  )
}

/** Whether a message says something in words, besides what it is given. */
/** The text of an option that says "one" in words, in a language where it is chosen for none, too. */
function onesForNone(message: string, tag: string): readonly string[] {
  if (new Intl.PluralRules(tag).select(0) !== 'one') return []
  return elementsIn(parse(message)).flatMap((element) => {
    if (element.type !== TYPE.plural || '=0' in element.options) return []
    const { value = [] } = element.options['one'] ?? {}
    const text = value.map((part) => (part.type === TYPE.literal ? part.value : '#')).join('')
    return !text.includes('#') && /\b(?:une?|seule?)\b/iu.test(text) ? [`=1 {${text}}`] : []
  })
}

/** A preposition before an article that it is written together with. */
const APART: Readonly<Partial<Record<WrittenLanguage, RegExp>>> = {
  es: /(?<!\p{L})(?:a|de) (?:\{\w+, (?:plural|select), (?:=?\w+ \{[^{}]*\} )*=?\w+ \{)?el(?!\p{L})/iu,
}

function hasWords(message: string): boolean {
  return elementsIn(parse(message)).some((element) => element.type === TYPE.literal && /\p{L}{2,}/u.test(element.value))
}

/** Words that no text has, and what to write instead. */
const BETTER: readonly (readonly [instead: RegExp, use: string])[] = [
  [/\bfound (?:somebody|nobody)\b/iu, 'covered, missed'],
  [/\bfind(?:s)? nobody\b/iu, 'missed'],
  [/\bbrought\b/iu, 'synced, since the last sync'],
  [/\btold\b/iu, 'a verb that says what is meant'],
  [/\bstands?\b/iu, 'is'],
  [/\bwhose\b/iu, 'two sentences'],
  [/\bof its own accord\b/iu, 'automatically'],
  [/\bspells?\b|\bstretch(?:es)?\b/iu, 'interval, range'],
  [/\bhonest\b/iu, 'well calibrated'],
  [/\brests? on\b/iu, 'is based on'],
  [/\bheld against\b/iu, 'compared with'],
  [/\bwhat (?:became|came of)\b/iu, 'planned vs. actual'],
  [/\bspeaks? against\b/iu, 'no issues found'],
  [/\bworth adding\b/iu, 'suggested shifts'],
  [/\bput right\b/iu, 'fix, correct'],
  [/\bbooked twice\b/iu, 'overlapping shifts'],
  [/\bas the (?:plan|organization) has it\b/iu, 'plan default, organization default'],
  [/\b(?:says?|said) of\b/iu, 'a verb that says what is meant'],
  [/\bin force\b/iu, 'live'],
  [/\bkept to the plan\b/iu, 'schedule adherence'],
  [/\bopen shifts?\b/iu, 'unassigned shift'],
  [/\bholding time\b/iu, 'handle time'],
  [/\bbands?\b/iu, 'range'],
  [/\bfreez|\bfrozen\b/iu, 'publication'],
  [/\bturned away\b/iu, 'missed'],
  [/\b(?:agent|worked) hours\b/iu, 'agent-hours'],
  [/colour|centre\b|optimis|organis|cancell(?:ed|ing)|licence/iu, 'US spelling'],
  [/\bfold(?:ed)?\b/iu, 'group'],
  [/\bnobody yet\b/iu, 'Unassigned'],
  [/\bowed\b/iu, 'required'],
  [/\d[ \u00a0]%/u, '80%'],
]

/** Signs that no text has in any language. */
const BETTER_SIGNS: typeof BETTER = [
  [/\.\.\./u, '…'],
  [/['"]/u, '’ “ ” „ “ « »'],
  [/ {2}/u, 'one space'],
]

/** Words that only people write who search: the palette finds commands by them. */
const isKeyword = ({ name }: Named): boolean => name.endsWith('.keywords')

/** Words that the documents do not have either; they may quote more than a screen does. */
const BETTER_IN_DOCUMENTS: typeof BETTER = [
  [/\b(?:find|found)s? (?:somebody|nobody)\b/iu, 'covered, missed'],
  [/\bbrought\b/iu, 'synced'],
  [/\btold\b/iu, 'a verb that says what is meant'],
  [/\b(?:stands|stood) (?:in|on|below|for)\b/iu, 'is'],
  [/\bof its own accord\b/iu, 'automatically'],
  [/\bheld against\b/iu, 'compared with'],
  [/\brests? on\b/iu, 'is based on'],
  [/\bput right\b/iu, 'fix, correct'],
  [/\bworth adding\b/iu, 'suggested shifts'],
  [/\bin force\b/iu, 'live'],
  [/\bkept to the plan\b/iu, 'schedule adherence'],
  [/\bopen shifts?\b/iu, 'unassigned shift'],
  [/\bholding time\b/iu, 'handle time'],
  [/\bhonest\b/iu, 'well calibrated'],
  [/\bnobody yet\b/iu, 'unassigned'],
]

/** The messages of every room, by language. */
const ROOMS: Readonly<Record<string, Readonly<Record<WrittenLanguage, Catalogue>>>> = {
  page: {
    de: await PAGE_MESSAGES.de(),
    en,
    es: await PAGE_MESSAGES.es(),
    fr: await PAGE_MESSAGES.fr(),
  },
  terminal: TERMINAL_MESSAGES,
  desktop: DESKTOP_MESSAGES,
}
const ROOM_NAMES = Object.keys(ROOMS)
const WRITTEN = OFFERED_LANGUAGES as readonly WrittenLanguage[]
const TRANSLATED = (Object.keys(SAME_IN_ENGLISH) as (keyof typeof SAME_IN_ENGLISH)[]).filter((code) =>
  WRITTEN.includes(code),
)
const DRAFTS = Object.keys(SAME_IN_ENGLISH).filter((code) => !(WRITTEN as readonly string[]).includes(code))

function problems(
  room: string,
  code: WrittenLanguage,
  problemsOf: (message: string) => readonly string[],
): readonly string[] {
  return messagesIn(ROOMS[room]![code]).flatMap((one) =>
    problemsOf(one.message).map((problem) => `${one.name}: "${one.message}" (${problem})`),
  )
}

const betterOf =
  (better: typeof BETTER) =>
  (message: string): readonly string[] =>
    better.filter(([instead]) => instead.test(message)).map(([, use]) => `better: ${use}`)

describe.each(ROOM_NAMES)('the messages of the %s', (room) => {
  const english = messagesIn(ROOMS[room]!.en)

  it.each(WRITTEN)('in %s can be read, and leave figures and dates to the formatter', (code) => {
    const wrong = problems(room, code, (message) =>
      elementsIn(parse(message)).flatMap(({ type }) =>
        [TYPE.number, TYPE.date, TYPE.time].includes(type) ? [TYPE[type]!] : [],
      ),
    )
    expect(wrong).toEqual([])
  })

  it('use the words of the glossary in English', () => {
    const shown = english.filter((one) => !isKeyword(one))
    const wrong = shown.flatMap(({ name, message }) =>
      betterOf(BETTER)(message).map((better) => `${name}: "${message}" (${better})`),
    )
    expect(wrong).toEqual([])
  })

  it.each(WRITTEN)('in %s have the signs of print', (code) => {
    expect(problems(room, code, betterOf(BETTER_SIGNS))).toEqual([])
  })

  it.each(TRANSLATED)('in %s are all there, with the arguments, choices and tags of English', (code) => {
    const shape = (messages: readonly Named[]): Readonly<Record<string, readonly string[]>> =>
      Object.fromEntries(messages.map(({ name, message }) => [name, argumentsOf(message)]))
    expect(shape(messagesIn(ROOMS[room]![code]))).toEqual(shape(english))
  })

  it.each(TRANSLATED)('in %s have the plurals of the language', (code) => {
    expect(problems(room, code, (message) => strangePlurals(message, languageOf(code).tag))).toEqual([])
  })

  it.each(TRANSLATED)('in %s say one of one alone, and write words together that are', (code) => {
    const wrong = problems(room, code, (message) => [
      ...onesForNone(message, languageOf(code).tag),
      ...(APART[code]?.exec(message) ?? []),
    ])
    expect(wrong).toEqual([])
  })

  it.each(TRANSLATED)('in %s are not English, but for those that are listed', (code) => {
    const translated = new Map(messagesIn(ROOMS[room]![code]).map(({ name, message }) => [name, message]))
    const same = english.filter(({ name, message }) => translated.get(name) === message && hasWords(message))
    const unlisted = same.filter(({ message }) => !SAME_IN_ENGLISH[code].includes(message))
    expect(unlisted.map(({ name, message }) => `${name}: "${message}"`)).toEqual([])
  })
})

// A draft lacks messages, but those that it has are checked.
describe.each(DRAFTS)('the draft in %s', (code) => {
  it.each(ROOM_NAMES)('has the arguments, choices and tags of English in the %s', (room) => {
    const draft = new Map(messagesIn(ROOMS[room]![code as WrittenLanguage]).map(({ name, message }) => [name, message]))
    const { tag } = languageOf(code as WrittenLanguage)
    const wrong = messagesIn(ROOMS[room]!.en).flatMap(({ name, message }) => {
      const translated = draft.get(name)!
      const isWrong =
        argumentsOf(translated).join() !== argumentsOf(message).join() ||
        strangePlurals(translated, tag).length > 0 ||
        betterOf(BETTER_SIGNS)(translated).length > 0
      return isWrong ? [`${name}: "${translated}" (English: "${message}")`] : []
    })
    expect(wrong).toEqual([])
  })
})

describe('the catalogues', () => {
  it.each([
    ['page', en, ['renderer', 'shared']],
    ['terminal', TERMINAL_MESSAGES.en, ['electron/terminal', 'shared']],
    ['desktop', DESKTOP_MESSAGES.en, ['electron/desktop', 'shared']],
  ] as const)('of the %s have no message that is used nowhere', (_, catalogue, folders) => {
    const sources = [...folders, 'electron', 'renderer']
      .flatMap((folder) =>
        readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
          .filter((file) => /\.tsx?$/u.test(file) && !/(?:^|\/)messages\//u.test(file))
          .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
      )
      .join('\n')
    const used = new Set(sources.match(/[\w-]+/gu))
    // Of a group that is looked up by a value, its own name is what the code has.
    const unused = messagesIn(catalogue).filter(({ name }) => {
      const [, ...path] = name.split('.')
      return !path.some((part) => used.has(part))
    })
    expect(unused.map(({ name }) => name)).toEqual([])
  })
})

describe('the documents', () => {
  // The glossary lists the words that are not used; decisions tell what was so at their time.
  const documents = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((file) => `docs/${file}`)].filter(
    (file) => file.endsWith('.md') && file !== 'docs/glossary.md',
  )

  it.each(documents)('%s uses the words of the glossary', (file) => {
    const lines = readFileSync(join(ROOT, file), 'utf8')
      .replaceAll(/`[^`\n]*`/gu, '')
      .split('\n')
    const wrong = lines.flatMap((line, index) =>
      BETTER_IN_DOCUMENTS.flatMap(([instead, use]) => {
        const [found] = instead.exec(line) ?? []
        return found === undefined ? [] : [`${file}:${index + 1}: "${found}" (better: ${use})`]
      }),
    )
    expect(wrong).toEqual([])
  })
})
