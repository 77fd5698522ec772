import { Tokenizer } from 'htmlparser2'

/** What is heard of an XML text, in its order. Names come without their prefix. */
export interface XmlListener {
  readonly open?: (name: string) => void
  readonly attribute?: (name: string, value: string) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** The part of the tokenizer that only comments, instructions and declarations reach. */
const ignored = (): void => undefined

/**
 * Reads an XML text once, without building a tree. Entities that the text itself defines are not expanded. The tokenizer is used without its
 * parser, which takes twice as long on the millions of cells of a large workbook.
 */
export function hearXml(xml: string, { open, attribute, text, close }: XmlListener): void {
  let element = ''
  let name = ''
  let value = ''
  const localName = (start: number, end: number): string => {
    const whole = xml.slice(start, end)
    return whole.slice(whole.indexOf(':') + 1)
  }
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      onopentagname(start, end) {
        element = localName(start, end)
        open?.(element)
      },
      onattribname(start, end) {
        name = localName(start, end)
        value = ''
      },
      onattribdata: (start, end) => void (value += xml.slice(start, end)),
      onattribentity: (codePoint) => void (value += String.fromCodePoint(codePoint)),
      onattribend: () => attribute?.(name, value),
      onselfclosingtag: () => close?.(element),
      onclosetag: (start, end) => close?.(localName(start, end)),
      ontext: (start, end) => text?.(xml.slice(start, end)),
      ontextentity: (codePoint) => text?.(String.fromCodePoint(codePoint)),
      // Without the two brackets that end it.
      oncdata: (start, end, offset) => text?.(xml.slice(start, end - offset)),
      onopentagend: ignored,
      oncomment: ignored,
      ondeclaration: ignored,
      onprocessinginstruction: ignored,
      onend: ignored,
      isInForeignContext: () => false,
    },
  )
  tokenizer.write(xml)
  tokenizer.end()
}
