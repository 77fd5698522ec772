import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { literalTexts } from '../../support/literal-texts.ts'

const RENDERER = join(import.meta.dirname, '../../../renderer')

/** Names of places in English and other languages, by which zones are searched. */
const DATA = ['format/zone-names.ts']

/** Keys of the keyboard, style sheets, and what may be typed in any language. */
const NO_TEXT = /^(?:Home End|PageUp PageDown|no limit|\(prefers-.*|clamp\(.*|\d+px .*|px, min\()$/u

const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/u.test(file) && !file.startsWith('messages/') && !DATA.includes(file))
  .toSorted()
const textsIn = (file: string): readonly string[] =>
  literalTexts(readFileSync(join(RENDERER, file), 'utf8'), file)
    .filter(({ text }) => !NO_TEXT.test(text))
    .map(({ line, text }) => `${file}:${line}: ${text}`)

describe('the texts of the page', () => {
  it('are in its catalogues, not in its code', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(files.flatMap(textsIn)).toEqual([])
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
  ])('finds %s', (_, source, texts) => {
    expect(literalTexts(source, 'a.tsx').map(({ text }) => text)).toEqual(texts)
  })

  it.each([
    ['classes', `const a = <p className="panel panel-wide">{text}</p>`],
    ['a comparison among children', `const a = <p>{kind === 'last' ? one : other}</p>`],
    ['signs', `const a = <p>{a} · {b}: {c}</p>`],
    ['errors of programs', `throw new Error('It needs a provider.')`],
    ['imports', `import { a } from './some file.ts'`],
    ['a type', `type A = 'one thing' | 'another thing'`],
  ])('leaves %s alone', (_, source) => {
    expect(literalTexts(source, 'a.tsx')).toEqual([])
  })
})
