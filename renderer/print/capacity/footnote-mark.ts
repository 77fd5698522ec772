import type { CapacityFootnote } from '../../../shared/contract/capacity-sources.ts'

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The numbers of the footnotes of figures, raised: " ¹ ⁴ ¹¹"; nothing where there are none. */
export function footnoteMark(sources: readonly CapacityFootnote[], figures: readonly string[]): string {
  const numbers = sources.flatMap((source, index) =>
    source.figures.some((figure) => figures.includes(figure)) ? [index + 1] : [],
  )
  return numbers
    .map((number) => ` ${String(number).replaceAll(/\d/gu, (digit) => SUPERSCRIPT[Number(digit)]!)}`)
    .join('')
}
