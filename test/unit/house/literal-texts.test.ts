import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { literalTexts } from '../../support/literal-texts.ts'

const ROOT = join(import.meta.dirname, '../../..')

interface Place {
  readonly folder: string
  /** Files that have no text for people. */
  readonly without: readonly string[]
  /** Keys of the keyboard, style sheets, commands to type, and what may be typed in any language. */
  readonly noText: RegExp
}

const PLACES: readonly (Place & { readonly name: string })[] = [
  {
    name: 'page',
    folder: 'renderer',
    // Names of places in English and other languages, by which zones are searched.
    without: ['format/zone-names.ts'],
    noText: /^(?:Home End|PageUp PageDown|no limit|\(prefers-.*|clamp\(.*|\d+px .*|px, min\()$/u,
  },
  {
    name: 'command line',
    folder: 'electron/terminal',
    without: [],
    noText: /^(?:covercast (?:marks add|workspace backup ".*|sync --workspace "))$|^" --out FILE$/u,
  },
  {
    name: 'desktop window',
    folder: 'electron/desktop',
    // What is printed before the app starts, answered to requests that it does not make itself, or written to the log.
    without: [
      'choose-host.ts',
      'electron-runtime.ts',
      'frame-guard.ts',
      'harden-contents.ts',
      'harden-session.ts',
      'keyring.ts',
      'open-outside.ts',
      'page-commands.ts',
      'print-window.ts',
      'protocol-handler.ts',
      'run-desktop.ts',
      'secret-keeping.ts',
      'shutdown.ts',
      'watch-process.ts',
      'watch-run.ts',
    ],
    noText: /^(?:Covercast$|:root \{|; color: |'; img-src |<main |<!doctype |"><head>|text\/html)/u,
  },
]

const filesIn = ({ folder, without }: Place): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file) && !file.startsWith('messages/') && !without.includes(file))
    .toSorted()
const textsIn = (place: Place, file: string): readonly string[] =>
  literalTexts(readFileSync(join(ROOT, place.folder, file), 'utf8'), file)
    .filter(({ text }) => !place.noText.test(text))
    .map(({ line, text }) => `${file}:${line}: ${text}`)

describe('the texts', () => {
  it.each(PLACES)('of the $name are in its catalogues, not in its code', (place) => {
    const files = filesIn(place)
    expect(files.length).toBeGreaterThan(15)
    expect(files.flatMap((file) => textsIn(place, file))).toEqual([])
  })
})

describe('the search for literal texts', () => {
  it.each([
    ['a child', `const a = <p>Hello</p>`, ['Hello']],
    ['a choice among children', `const a = <p>{is ? 'Yes' : 'No'}</p>`, ['Yes', 'No']],
    ['a template among children', 'const a = <p>{`Now ${b}`}</p>', ['Now']],
    ['a label', `const a = <p aria-label="Close" />`, ['Close']],
    ['a choice of labels', `const a = <p title={is ? 'Open it' : other} />`, ['Open it']],
    ['a sentence of a function', 'const a = (n) => `There are ${n} of them.`', ['There are', 'of them.']],
    ['a sentence in a table', `const a = { title: 'Show the table' }`, ['Show the table']],
    ['a column of a table', `const a = { title: 'Hour' }`, ['Hour']],
  ])('finds %s', (_, source, texts) => {
    expect(literalTexts(source, 'a.tsx').map(({ text }) => text)).toEqual(texts)
  })

  it.each([
    ['classes', `const a = <p className="panel panel-wide">{text}</p>`],
    ['a comparison among children', `const a = <p>{kind === 'last' ? one : other}</p>`],
    ['signs', `const a = <p>{a} · {b}: {c}</p>`],
    ['errors of programs', `throw new Error('It needs a provider.')`],
    ['lines of the log', `log.warn('Something went wrong.')`],
    ['a name of a message', `const a = { title: 'hoursPerWeek' }`],
    ['imports', `import { a } from './some file.ts'`],
    ['a type', `type A = 'one thing' | 'another thing'`],
  ])('leaves %s alone', (_, source) => {
    expect(literalTexts(source, 'a.tsx')).toEqual([])
  })
})
