import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DESKTOP_MESSAGES } from '../../../electron/desktop/messages/catalogues.ts'
import { TERMINAL_MESSAGES } from '../../../electron/terminal/messages/catalogues.ts'
import { PAGE_MESSAGES } from '../../../renderer/messages/catalogues.ts'
import type { Catalogue } from '../../../shared/language/catalogue.ts'

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

/** What a message is given, and how it uses it: "count plural", "name argument", "link tag". */
function argumentsOf(message: string): readonly string[] {
  const used = elementsIn(parse(message)).flatMap((element) =>
    element.type === TYPE.literal || element.type === TYPE.pound ? [] : [`${element.value} ${TYPE[element.type]}`],
  )
  return [...new Set(used)].toSorted()
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
  [/\.\.\./u, '…'],
  [/['"]/u, '’ “ ”'],
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

const CATALOGUES: readonly (readonly [room: string, catalogue: Catalogue])[] = [
  ...Object.entries(PAGE_MESSAGES).map(([code, catalogue]) => [`page, ${code}`, catalogue] as const),
  ...Object.entries(TERMINAL_MESSAGES).map(([code, catalogue]) => [`terminal, ${code}`, catalogue] as const),
  ...Object.entries(DESKTOP_MESSAGES).map(([code, catalogue]) => [`desktop, ${code}`, catalogue] as const),
]

describe.each(CATALOGUES)('the messages of the %s', (_, catalogue) => {
  it('can be read, and leave figures and dates to the formatter', () => {
    const wrong = messagesIn(catalogue).filter(({ message }) =>
      elementsIn(parse(message)).some(({ type }) => [TYPE.number, TYPE.date, TYPE.time].includes(type)),
    )
    expect(wrong).toEqual([])
  })

  it('use the words of the glossary', () => {
    const shown = messagesIn(catalogue).filter((one) => !isKeyword(one))
    const wrong = shown.flatMap(({ name, message }) =>
      BETTER.filter(([instead]) => instead.test(message)).map(([, use]) => `${name}: "${message}" (better: ${use})`),
    )
    expect(wrong).toEqual([])
  })
})

describe.each([
  ['page', PAGE_MESSAGES],
  ['terminal', TERMINAL_MESSAGES],
  ['desktop', DESKTOP_MESSAGES],
])('every language of the %s', (_, catalogues) => {
  const english = messagesIn(catalogues.en)
  it.each(Object.keys(catalogues))('%s has all messages, with the same arguments', (code) => {
    const translated = messagesIn(catalogues[code as keyof typeof catalogues])
    expect(translated.map(({ name, message }) => [name, argumentsOf(message)])).toEqual(
      english.map(({ name, message }) => [name, argumentsOf(message)]),
    )
  })
})

describe('the catalogues', () => {
  it.each([
    ['page', PAGE_MESSAGES.en, ['renderer', 'shared']],
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
