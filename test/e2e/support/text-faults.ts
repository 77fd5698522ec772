import type { Page } from 'playwright'
import { PSEUDO_BRACKETS } from '../../../shared/language/pseudo.ts'

/** Words that are data or come from the system: names of days and months, the halves of the day, units, countries of the demo. */
const DATA_WORDS =
  /^(?:mon|tues?|wednes|thurs?|fri|satur|sun|wed|thu|sat)(?:day)?s?$|^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?$|^[ap]m$|^(?:h|min|s|ms|k|m|kb|mb|utc|gmt|ctrl|alt|shift|esc|home|end|enter|space|delete|pageup|pagedown|covercast|postgres|csv|pdf)$/iu

/**
 * What is wrong with the texts that a page in the pseudo-language shows: no catalogue has them, they are put together from several
 * messages, or they have no room. Data such as names is marked with `translate="no"` and left alone. `within`: a selector.
 */
export async function textFaults(page: Page, within = 'body'): Promise<readonly string[]> {
  // A date that is not typed yet has the placeholders of its library, in the language of the page.
  const exempt = 'script, style, [translate="no"], .date-segment'
  const options = {
    within,
    exempt,
    brackets: PSEUDO_BRACKETS,
    dataWords: [DATA_WORDS.source, DATA_WORDS.flags] as const,
  }
  return page.evaluate(findTextFaults, options)
}

interface FindOptions {
  readonly within: string
  /** A selector of elements that are left alone. */
  readonly exempt: string
  readonly brackets: typeof PSEUDO_BRACKETS
  readonly dataWords: readonly [source: string, flags: string]
}

/** In the page. */
function findTextFaults({
  within,
  exempt,
  brackets: { open, close },
  dataWords: [source, flags],
}: FindOptions): string[] {
  const isDataWord = new RegExp(source, flags)
  const faults = new Set<string>()
  const roots = [...document.querySelectorAll(within)]

  /** The messages of a text, at the top level, and what is outside of them. */
  const split = (text: string): { readonly messages: string[]; readonly between: string[] } => {
    const messages: string[] = []
    const between = ['']
    let depth = 0
    let message = ''
    for (const sign of text) {
      if (sign === open) depth += 1
      if (depth > 0) message += sign
      else between[between.length - 1] += sign
      if (sign === close && depth > 0) {
        depth -= 1
        if (depth === 0) {
          messages.push(message)
          between.push('')
          message = ''
        }
      }
    }
    return { messages, between }
  }
  const look = (text: string, where: string): void => {
    const shown = text.replaceAll(/\s+/gu, ' ').trim()
    // Examples of addresses and paths are no texts.
    if (shown === '' || /^\S*[/]\S*$/u.test(shown)) return
    const { messages, between } = split(shown)
    const words = between.join(' ').match(/\p{L}{2,}/gu) ?? []
    const unknown = words.filter((word) => !isDataWord.test(word))
    if (unknown.length > 0) faults.add(`not translated (${where}): ${shown}`)
    // Two sentences, or parts of a line with dots or line breaks between, may follow each other.
    const pieces = messages
      .slice(1)
      .filter((_, index) => !/[.!?:…]\s*$/u.test(messages[index]!.slice(0, -1)) && !/[·|\n]/u.test(between[index + 1]!))
    if (pieces.length > 0) faults.add(`put together (${where}): ${shown}`)
  }

  const isHidden = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect()
    return width <= 1 || height <= 1
  }
  const blockOf = (element: Element): Element => {
    let block = element
    while (/^(?:inline|contents)$/u.test(getComputedStyle(block).display) && block.parentElement !== null)
      block = block.parentElement
    return block
  }
  /** A button within a sentence is a part of it. */
  const sentenceOf = (element: Element, texts: ReadonlyMap<Element, string>): Element => {
    const block = blockOf(element)
    if (!getComputedStyle(block).display.startsWith('inline') || block.parentElement === null) return block
    const around = blockOf(block.parentElement)
    const text = texts.get(around) ?? ''
    return text.split(open).length > text.split(close).length ? around : block
  }
  const cutBy = (node: Text): Element | null => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const { left, right, top, bottom } = range.getBoundingClientRect()
    for (let box = node.parentElement; box !== null && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box)
      if (isHidden(box)) return null
      const edge = box.getBoundingClientRect()
      const clips = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'
      if (style.overflowX === 'auto' || style.overflowX === 'scroll') return null
      if (clips(style.overflowX) && (left < edge.left - 1 || right > edge.right + 1)) return box
      if (clips(style.overflowY) && (top < edge.top - 2 || bottom > edge.bottom + 2)) return box
    }
    return right > document.documentElement.clientWidth + 1 ? document.body : null
  }

  for (const root of roots) {
    const byBlock = new Map<Element, string>()
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent === null || parent.closest(exempt) !== null) continue
      if (!parent.checkVisibility({ visibilityProperty: true }) || (node.textContent ?? '').trim() === '') continue
      const block = parent.closest('svg') === null ? sentenceOf(parent, byBlock) : parent
      byBlock.set(block, `${byBlock.get(block) ?? ''}${node.textContent}`)
      const box = cutBy(node as Text)
      if (box !== null) faults.add(`cut off (${box.className || box.tagName}): ${node.textContent}`)
    }
    for (const [block, text] of byBlock) look(text, block.className.toString() || block.tagName.toLowerCase())
    for (const element of root.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      // Calendars and fields of dates and times speak with the words of their library, and so does its hidden button to dismiss.
      if (
        element.closest('[translate="no"], .calendar, .date-input, .time-segment') !== null ||
        !element.checkVisibility()
      )
        continue
      if (element.getAttribute('aria-label') === 'Dismiss') continue
      for (const attribute of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(attribute)
        if (text !== null)
          look(text, `${attribute} of ${element.className.toString() || element.tagName.toLowerCase()}`)
      }
    }
  }
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)
    faults.add('the page scrolls sideways')
  return [...faults]
}
