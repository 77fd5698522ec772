const PAGE = /\/Type\s*\/Page(?![a-z])/gu

/** How many pages a PDF has, as Chromium writes them: a plain object each. */
export function countPages(pdf: Uint8Array): number {
  return Buffer.from(pdf).toString('latin1').match(PAGE)?.length ?? 0
}
