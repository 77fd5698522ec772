const USUAL = [',', ';', '\t', '|'] as const
const LINES_LOOKED_AT = 60
/** What may be within a cell: letters, digits, quotes, and the signs of names, dates, times and numbers. */
const IN_CELLS = /[\p{L}\p{M}\p{N}"'()[\]{}<>.:/@_+&\-\u2010-\u2015\s]/u
/** An agent, a day, a start and an end. */
const LEAST_CELLS = 4

/** How the cells of a text are parted. */
export interface Separator {
  readonly separator: string
  /** The text without the line that names the separator. */
  readonly rest: string
  /** Whether there was such a line. */
  readonly skipped: boolean
}

/** Excel may name it in a first line; else it is the usual one that parts most lines into the same number of cells, or any other sign that parts all of them so. */
export function separatorOf(text: string): Separator {
  const named = /^\uFEFF?"?sep=(.)"?\r?\n/iu.exec(text)
  if (named !== null) return { separator: named[1]!, rest: text.slice(named[0].length), skipped: true }
  const lines = firstLines(text).map(outsideQuotes)
  return { separator: unusualOne(lines) ?? usualOne(lines), rest: text, skipped: false }
}

/** The first lines of a text that have something in them. */
export function firstLines(text: string): readonly string[] {
  return text
    .slice(0, 200_000)
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_LOOKED_AT)
}

function usualOne(lines: readonly string[]): string {
  let best: string = ','
  let most = 0
  for (const separator of USUAL) {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const count = partsOf(line, separator) - 1
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1)
    }
    // A tab is in no text by chance.
    const score =
      Math.max(0, ...[...counts].map(([count, times]) => times * (1 + Math.min(count, 20) / 20))) *
      (separator === '\t' ? 2 : 1)
    if (score > most) [best, most] = [separator, score]
  }
  return best
}

/** A sign that parts all lines into the same number of cells, more than any usual one; else blanks, where there is no usual one. null: neither. */
function unusualOne(lines: readonly string[]): string | null {
  const [first] = lines
  if (first === undefined || lines.length < 2) return null
  const most = Math.max(...lines.flatMap((line) => USUAL.map((usual) => partsOf(line, usual))))
  const [sign] = [...new Set(first)]
    .filter((one) => !IN_CELLS.test(one) && partsOf(first, one) > most && partsAlike(lines, one))
    .toSorted((one, other) => partsOf(first, other) - partsOf(first, one))
  return sign ?? (most === 1 && partsAlike(lines, ' ') ? ' ' : null)
}

function partsAlike(lines: readonly string[], separator: string): boolean {
  const count = partsOf(lines[0]!, separator)
  return count >= LEAST_CELLS && lines.every((line) => partsOf(line, separator) === count)
}

function partsOf(line: string, separator: string): number {
  return line.split(separator).length
}

function outsideQuotes(line: string): string {
  return line.replaceAll(/"(?:[^"]|"")*"/gu, '')
}
