import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'

// The pseudo-language: English that is easy to tell from a text that no catalogue has. Letters have accents, vowels are
// doubled, because other languages take more room, and each message has brackets of its own.

/** Around each message of the pseudo-language. */
export const PSEUDO_BRACKETS = { open: '⟦', close: '⟧' } as const

const PLAIN = 'AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpRrSsTtUuVvWwYyZz'
const ACCENTED = 'ÀàƁƀÇçĎďÉéƑƒĞğĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþŘřŠšŢţÛûṼṽŴŵÝýŽž'
const SIGNS = new Map(Array.from(PLAIN, (sign, index) => [sign, Array.from(ACCENTED)[index]!]))
const VOWELS = new Set('AaEeIiOoUu')

/** A text without arguments in the pseudo-language. */
export function pseudoText(text: string): string {
  return `${PSEUDO_BRACKETS.open}${accented(text)}${PSEUDO_BRACKETS.close}`
}

/** A message in the pseudo-language; its arguments stay as they are. */
export function pseudoMessage(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return [literal(PSEUDO_BRACKETS.open), ...elements.map(accentedElement), literal(PSEUDO_BRACKETS.close)]
}

function accentedElement(element: MessageFormatElement): MessageFormatElement {
  switch (element.type) {
    case TYPE.literal:
      return literal(accented(element.value))
    case TYPE.tag:
      return { ...element, children: element.children.map(accentedElement) }
    case TYPE.plural:
    case TYPE.select:
      return {
        ...element,
        options: Object.fromEntries(
          Object.entries(element.options).map(([name, option]) => [
            name,
            { ...option, value: option.value.map(accentedElement) },
          ]),
        ),
      }
    default:
      return element
  }
}

function literal(value: string): MessageFormatElement {
  return { type: TYPE.literal, value }
}

function accented(text: string): string {
  return Array.from(text, (sign) => {
    const other = SIGNS.get(sign) ?? sign
    return VOWELS.has(sign) ? other + other.toLowerCase() : other
  }).join('')
}
