import type { StoredTimeOff } from '../../store/time-off-store.ts'

/** Begins the id of time off that "Mark as absent" enters on a date, so that nothing else is taken back as if it were that. */
export function absentMark(date: string): string {
  return `absent-${date}-`
}

/** Whether "Mark as absent" entered it on that date; not where it was made something else since. */
export function isAbsentMark({ id, kind, from, to }: StoredTimeOff, date: string): boolean {
  return id.startsWith(absentMark(date)) && kind === 'ill' && from === to
}
