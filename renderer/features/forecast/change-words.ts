import type { Formatter } from '../../format/formatter.ts'

/** A change of the marks, and what a week was expected to bring before it. */
export interface LastChange {
  readonly words: string
  readonly firstDate: string
  readonly visitors: number
}

interface Now {
  readonly firstDate: string
  readonly visitors: number
  /** The forecast is still being computed anew. */
  readonly isFetching: boolean
}

/** Says what was changed, and what that did to the week that is shown. */
export function changeWords(change: LastChange | null, now: Now | null, format: Formatter): string {
  if (change === null) return ''
  if (now === null || now.firstDate !== change.firstDate) return change.words
  if (now.isFetching) return `${change.words} The forecast is computed anew.`
  const difference = Math.round(now.visitors) - Math.round(change.visitors)
  if (difference === 0) return `${change.words} The week that is shown is expected as before.`
  return `${change.words} The week that is shown is now expected to bring ${format.visitors(Math.round(now.visitors))}, ${format.count(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'} than before.`
}
