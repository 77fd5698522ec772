import type { TimeRange } from '../plan/plan.ts'
import type { TimeOffKind } from '../plan/rules/rule-types.ts'
import type { WhyChanged } from './roster.ts'
import { isAbsentInPart } from './part-of-day.ts'
import { joined, type RangeShift } from './range-shifts.ts'
import { rangeOf, rangesIn, type TimeStyle } from './time-text.ts'
import { absenceOf, absenceWithin, plain, saysOff, tidy } from './words.ts'

/** What a cell of a grid says. */
export type CellSays =
  | { readonly says: 'off' }
  | {
      readonly says: 'absence'
      readonly kind: TimeOffKind
      /** null: the whole day. */
      readonly part: TimeRange | null
    }
  /** An absence for a part of the day that it does not name. */
  | { readonly says: 'part-of-day' }
  | {
      readonly says: 'shifts'
      readonly shifts: readonly RangeShift[]
      readonly changed: readonly WhyChanged[]
    }
  | { readonly says: 'unknown' }

export type Legend = ReadonlyMap<string, CellSays>

const OFF: CellSays = { says: 'off' }
const UNKNOWN: CellSays = { says: 'unknown' }

/** Reads cells by what a legend says of them, else by what they say themselves. */
export function cellReader(style: TimeStyle, legend: Legend): (text: string) => CellSays {
  const remembered = new Map<string, CellSays>()
  return (text) => {
    const known = remembered.get(text)
    if (known !== undefined) return known
    const code = tidy(text)
    const says = legend.get(code) ?? legend.get(code.toLowerCase()) ?? readCell(code, style)
    remembered.set(text, says)
    return says
  }
}

/** A cell without a legend. */
export function readCell(text: string, style: TimeStyle): CellSays {
  if (saysOff(text) && !/\d/u.test(text)) return OFF
  const whole = absenceOf(text)
  if (whole !== null) return { says: 'absence', kind: whole, part: null }
  const { ranges, rest } = rangesIn(text, style)
  if (ranges.length === 0 && isAbsentInPart(text)) return { says: 'part-of-day' }
  // "Vacation 9-17" is an absence; "9-17 Training" and "9-13 + PTO" are shifts with a note.
  const away = ranges.length === 0 ? absenceWithin(text) : plain(text).startsWith(plain(rest)) ? absenceOf(rest) : null
  if (away !== null) return { says: 'absence', kind: away, part: partOf(ranges) }
  return ranges.length === 0 ? UNKNOWN : { says: 'shifts', ...joined(ranges, rest) }
}

/** From the first of the hours to the last. */
function partOf([first, ...more]: readonly TimeRange[]): TimeRange | null {
  if (first === undefined) return null
  return { startMinute: first.startMinute, endMinute: Math.max(first.endMinute, ...more.map((one) => one.endMinute)) }
}

/** A code and the mark behind it: at the beginning, behind another entry, or within words ("Legend: E = 06:00-14:00"). */
const MARK =
  /(^|[;\n|,/])\s*([^=:;\n|,/→]{1,24}?)\s*(?:=|->|→|:(?!\d)|(?<=\p{L}\d{0,2}\s?):)|(\s)([^\s=:;|,/→]{1,12})\s*(?:=|->|→|:\s)/gu
const SHORT = 12

interface Entry {
  readonly code: string
  readonly text: string
}

/** "E: 6-14, L: 14-22": codes of a text and what it says of each. */
function entriesIn(text: string, used: ReadonlySet<string>): readonly Entry[] {
  const whole = /^([^=:]{1,24}?)\s*(?:=|->|→)\s*([^=]+)$/u.exec(text)
  if (whole !== null && used.has(whole[1]!)) return [{ code: whole[1]!, text: whole[2]! }]
  const marks: { readonly code: string; readonly from: number; readonly to: number }[] = []
  for (const match of text.matchAll(MARK)) {
    const code = (match[2] ?? match[4]!).trim()
    // Within words a colon is a mark only behind a code: "L = Late: 14-22".
    if (match[4] !== undefined && match[0].trimEnd().endsWith(':') && !used.has(code)) continue
    marks.push({ code, from: match.index, to: match.index + match[0].length })
  }
  return marks.map(({ code, to }, index) => ({
    code,
    text: text.slice(to, marks[index + 1]?.from).replace(/[\s,;|/]+$/u, ''),
  }))
}

/** Whether a cell explains codes, of which one at least is used, or says hours of one that is not. */
export function isLegendCell(text: string, used: ReadonlySet<string>, style: TimeStyle): boolean {
  if (!/[=:→]|->/u.test(text)) return false
  return entriesIn(tidy(text), used).some(
    (entry) =>
      used.has(entry.code) ||
      (/=|->|→/u.test(text) &&
        rangesIn(entry.code, style).ranges.length === 0 &&
        meaningOf(entry.text, style) !== null),
  )
}

/** What codes mean, as the sheet itself explains them: "E = 06:00-14:00", or a code beside its hours. Only codes that are used count. */
export function legendOf(
  rows: readonly (readonly string[])[],
  used: ReadonlySet<string>,
  {
    style,
    isExplaining,
    firstBeside,
  }: {
    readonly style: TimeStyle
    readonly isExplaining: (row: number) => boolean
    /** In the row of a person the first column that is no day's: a legend may be beside the people. */
    readonly firstBeside: (row: number) => number
  },
): Legend {
  const legend = new Map<string, CellSays>()
  const explain = (code: string, text: string): void => {
    const says = meaningOf(text, style)
    if (says === null) return
    legend.set(code, says)
    if (!legend.has(code.toLowerCase())) legend.set(code.toLowerCase(), says)
  }
  for (const [index, row] of rows.entries()) {
    const isWhole = isExplaining(index)
    const first = isWhole ? 0 : firstBeside(index)
    for (const [column, cell] of row.entries()) {
      if (column < first) continue
      const text = tidy(cell)
      if (text === '') continue
      for (const entry of entriesIn(text, used)) if (used.has(entry.code)) explain(entry.code, entry.text)
      if (isWhole && text.length <= SHORT && used.has(text) && !legend.has(text)) {
        const [next = '', after = '', third = ''] = row
          .slice(column + 1)
          .map(tidy)
          .filter((one) => one !== '' && one !== '=')
        if (rangeOf(next, after, style) !== null) explain(text, `${next}-${after}`)
        else if (next !== '') explain(text, next)
        if (!legend.has(text) && after !== '')
          explain(text, rangeOf(after, third, style) === null ? after : `${after}-${third}`)
      }
    }
  }
  return legend
}

function meaningOf(text: string, style: TimeStyle): CellSays | null {
  const says = readCell(tidy(text), style)
  return says.says === 'unknown' ? null : says
}
