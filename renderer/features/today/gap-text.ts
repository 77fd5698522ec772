import type { Formatter } from '../../format/formatter.ts'
import type { Outputs } from '../../app/rpc/procedures.ts'

export type Gap = NonNullable<Outputs['today']['gap']>
type Repair = Gap['repairs'][number]
type Range = { readonly start: string; readonly end: string }

/** What somebody can do, in a sentence: "Come in 13:00–17:00", "Stay until 18:00 instead of 16:00". */
export function repairText({ kind, before, after }: Repair, timeZone: string, format: Formatter): string {
  const t = format.texts.today.repairs
  const time = (instant: string): string => format.time(Date.parse(instant), timeZone)
  const range = ({ start, end }: Range): string => t.range({ start: time(start), end: time(end) })
  switch (kind) {
    case 'come-in':
      return t.comeIn({ times: range(after) })
    case 'start-earlier':
      return t.startEarlier({ time: time(after.start), usual: time(before!.start) })
    case 'stay-longer':
      return t.stayLonger({ time: time(after.end), usual: time(before!.end) })
    case 'move-break': {
      const isIn = (breaks: readonly Range[], one: Range): boolean =>
        breaks.some(({ start, end }) => start === one.start && end === one.end)
      const from = before!.breaks.find((one) => !isIn(after.breaks, one))
      const to = after.breaks.find((one) => !isIn(before!.breaks, one))
      return t.moveBreak({ from: from === undefined ? '' : range(from), to: to === undefined ? '' : range(to) })
    }
  }
}

/** "+41 visitors · 4 more hours" */
export function repairGain({ coveredGain, hours }: Pick<Repair, 'coveredGain' | 'hours'>, format: Formatter): string {
  const t = format.texts.today.repairs
  const gain = t.gain({ count: Math.max(1, Math.round(coveredGain)) })
  return hours === 0 ? t.gainWithoutHours({ gain }) : t.gainForHours({ gain, hours: format.hours(hours) })
}
