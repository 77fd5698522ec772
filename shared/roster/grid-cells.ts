import type { TimeOffKind } from '../plan/rules/rule-types.ts'
import type { WhyChanged } from './roster.ts'
import { joined, type RangeShift } from './range-shifts.ts'
import { rangeOf, rangesIn, type TimeStyle } from './time-text.ts'
import { absenceOf, absenceWithin, saysOff, tidy } from './words.ts'

/** What a cell of a grid says. */
export type CellSays =
  | { readonly says: 'off' }
  | { readonly says: 'absence'; readonly kind: TimeOffKind }
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
  if (whole !== null) return { says: 'absence', kind: whole }
  const { ranges, rest } = rangesIn(text, style)
  const away = absenceWithin(ranges.length === 0 ? text : rest)
  if (away !== null) return { says: 'absence', kind: away }
  return ranges.length === 0 ? UNKNOWN : { says: 'shifts', ...joined(ranges, rest) }
}

const ENTRY = /^([^=:]{1,24}?)\s*(?:=|:|->|→)\s*(.+)$/u
const SHORT = 12

/** What codes mean, as the sheet itself explains them: "E = 06:00-14:00", or a code beside its hours. Only codes that are used count. */
export function legendOf(
  rows: readonly (readonly string[])[],
  used: ReadonlySet<string>,
  { style, isExplaining }: { readonly style: TimeStyle; readonly isExplaining: (row: number) => boolean },
): Legend {
  const legend = new Map<string, CellSays>()
  const explain = (code: string, text: string): void => {
    const says = meaningOf(text, style)
    if (says === null) return
    legend.set(code, says)
    if (!legend.has(code.toLowerCase())) legend.set(code.toLowerCase(), says)
  }
  for (const [index, row] of rows.entries()) {
    if (!isExplaining(index)) continue
    for (const [column, cell] of row.entries()) {
      const text = tidy(cell)
      if (text === '') continue
      for (const part of text.split(/[;\n|]|,(?=\s*[^\s=,]{1,12}\s*=)/u)) {
        const entry = ENTRY.exec(part.trim())
        if (entry !== null && used.has(entry[1]!.trim())) explain(entry[1]!.trim(), entry[2]!)
      }
      if (text.length <= SHORT && used.has(text) && !legend.has(text)) {
        const [next = '', after = ''] = row
          .slice(column + 1)
          .map(tidy)
          .filter((one) => one !== '' && one !== '=')
        const range = rangeOf(next, after, style)
        if (range !== null) explain(text, `${next}-${after}`)
        else if (next !== '') explain(text, next)
        if (!legend.has(text) && after !== '') explain(text, after)
      }
    }
  }
  return legend
}

function meaningOf(text: string, style: TimeStyle): CellSays | null {
  const says = readCell(tidy(text), style)
  return says.says === 'unknown' ? null : says
}
