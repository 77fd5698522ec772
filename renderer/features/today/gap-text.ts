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

/** "+41 visitors for 4 h, €72" */
export function repairGain(
  { coveredGain, hours, cost }: Pick<Repair, 'coveredGain' | 'hours' | 'cost'>,
  format: Formatter,
): string {
  const t = format.texts.today.repairs
  const gain = t.gain({ count: Math.max(1, Math.round(coveredGain)) })
  if (hours === 0) return t.gainWithoutHours({ gain })
  const of = { gain, hours: format.hours(hours) }
  return cost === null ? t.gainForHours(of) : t.gainForHoursAndCost({ ...of, cost: format.money(cost) })
}
