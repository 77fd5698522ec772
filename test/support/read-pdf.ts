import { extractText, getDocumentProxy } from 'unpdf'

export interface ReadPdf {
  readonly pages: readonly string[]
  readonly text: string
  /** Points, width and height of each page. */
  readonly sizes: readonly (readonly [number, number])[]
  readonly outline: readonly string[]
  readonly isTagged: boolean
  /** Pictures made of pixels. */
  readonly images: number
  readonly title: string
}

/** Reads a PDF with another program's library. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const images =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Subtype\s*\/Image/gu)?.length ?? 0
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const { text } = await extractText(document, { mergePages: false })
  const sizes = await Promise.all(
    text.map(async (_, index) => {
      const { width, height } = (await document.getPage(index + 1)).getViewport({ scale: 1 })
      return [Math.round(width), Math.round(height)] as const
    }),
  )
  interface Entry {
    readonly title: string
    readonly items: readonly Entry[]
  }
  const titles = (entries: readonly Entry[]): readonly string[] =>
    entries.flatMap(({ title, items }) => [title, ...titles(items)])
  const { Title: title } = (await document.getMetadata()).info as { readonly Title?: unknown }
  return {
    pages: text,
    text: text.join('\n'),
    sizes,
    outline: titles(((await document.getOutline()) ?? []) as readonly Entry[]),
    isTagged: (await document.getMarkInfo())?.Marked === true,
    images,
    title: typeof title === 'string' ? title : '',
  }
}
