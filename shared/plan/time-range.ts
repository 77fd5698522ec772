/** A time range in minutes after midnight of the shift's day; past 1440 it is the next day. */
export interface TimeRange {
  readonly startMinute: number
  readonly endMinute: number
}
