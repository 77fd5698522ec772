import { parseSync, Visitor } from 'vite'
import { READ_ATTRIBUTES } from './page-texts.ts'

/** A text that is in code instead of in a catalogue. */
export interface LiteralText {
  readonly line: number
  readonly text: string
}

/** Properties of objects that are shown: columns of tables, items of menus, failures. */
const READ_PROPERTIES = ['title', 'label', 'message', 'kept', 'next']

interface Place {
  readonly start: number
  readonly end: number
}

/**
 * Texts for people in a file of the page: any word among an element's children or in an attribute that is read, and sentences (two words and
 * more) anywhere else. What developers alone see is none: errors that are thrown as `Error`, class names, comments.
 */
export function literalTexts(source: string, fileName: string): readonly LiteralText[] {
  const { program, errors } = parseSync(fileName, source)
  if (errors.length > 0) throw new Error(`${fileName}: ${errors[0]!.message}`)
  /** Where nothing is a text. */
  const exempt: Place[] = []
  /** Where each word is shown, and places within where it is not. */
  const shown: Place[] = []
  const hidden: Place[] = []
  /** Where a word with a capital letter is shown; others are names of messages. */
  const named: Place[] = []
  const literals: { readonly start: number; readonly text: string }[] = []
  const attributeValues = new Set<number>()
  new Visitor({
    ImportDeclaration: (node) => void exempt.push(node.source),
    ThrowStatement: ({ argument }) => {
      const isError = argument.type === 'NewExpression' && source.startsWith('Error', argument.callee.start)
      if (isError) exempt.push(argument)
    },
    TSLiteralType: (node) => void exempt.push(node),
    CallExpression: (node) => {
      const isSelector = /\.(?:querySelector(?:All)?|closest|matches)$|^matchMedia$/u.test(
        source.slice(node.callee.start, node.callee.end),
      )
      // The log is written for developers, in English.
      const isLogged = /\blog\.(?:error|warn|info)$/u.test(source.slice(node.callee.start, node.callee.end))
      if (isSelector || isLogged) exempt.push(node)
      hidden.push(...node.arguments)
    },
    BinaryExpression: ({ left, right }) => void hidden.push(left, right),
    MemberExpression: ({ property }) => void hidden.push(property),
    Property: ({ key, value }) => {
      exempt.push(key)
      if (READ_PROPERTIES.includes(source.slice(key.start, key.end))) named.push(value)
    },
    JSXAttribute: ({ name, value }) => {
      if (value === null) return
      attributeValues.add(value.start)
      const isRead = READ_ATTRIBUTES.includes(source.slice(name.start, name.end))
      ;(isRead ? shown : hidden).push(value)
      if (!isRead && value.type === 'Literal') exempt.push(value)
    },
    JSXExpressionContainer: (node) => {
      if (!attributeValues.has(node.start)) shown.push(node)
    },
    JSXText: (node) => {
      shown.push(node)
      literals.push({ start: node.start, text: node.value })
    },
    Literal: (node) => {
      if (typeof node.value === 'string') literals.push({ start: node.start, text: node.value })
    },
    TemplateElement: (node) => void literals.push({ start: node.start, text: node.value.raw }),
  }).visit(program)
  const isShown = (at: number): boolean => sizeAround(shown, at) < sizeAround(hidden, at)
  return literals
    .filter(({ start }) => sizeAround(exempt, start) === Infinity)
    .filter(
      ({ start, text }) =>
        isSentence(text) ||
        (isShown(start) && /\p{L}{2,}/u.test(text)) ||
        (/^\p{Lu}\p{Ll}/u.test(text) && sizeAround(named, start) < sizeAround(hidden, start)),
    )
    .map(({ start, text }) => ({ line: source.slice(0, start).split('\n').length, text: text.trim() }))
}

/** The size of the smallest of the places that hold a position; infinite: none does. */
function sizeAround(places: readonly Place[], at: number): number {
  return Math.min(
    Infinity,
    ...places.filter(({ start, end }) => at >= start && at < end).map(({ start, end }) => end - start),
  )
}

function isSentence(text: string): boolean {
  const words = text.trim().split(/\s+/u)
  if (!/\p{L}{2,}[,;:]? +\p{L}/u.test(text)) return false
  // "button button-quiet": names of classes.
  return !(words.every((word) => /^[a-z][a-z0-9-]*$/u.test(word)) && words.some((word) => word.includes('-')))
}
