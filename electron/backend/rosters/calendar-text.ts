import ICAL from 'ical.js'

/** Marks an event of which the text itself cannot be read. */
export const DAMAGED = 'x-covercast-damaged'
/** Line by line, up to the next event: one that is not closed makes the file one that is cut off. */
const EVENT = /^BEGIN:VEVENT[^\S\n]*\n(?:(?!(?:BEGIN|END):VEVENT)[^\n]*\n)*END:VEVENT[^\S\n]*$/gimu
/** With the lines that go on in the next one. */
const TITLE = /^SUMMARY[;:][^\n]*(?:\n[ \t][^\n]*)*/imu

/** A calendar with a mark, and its title, in place of every event that cannot be read: one of them must not lose the others. */
export function withDamagedEvents(text: string): string {
  return text.replaceAll(EVENT, (event) =>
    isReadable(event)
      ? event
      : [
          'BEGIN:VEVENT',
          `${DAMAGED.toUpperCase()}:1`,
          ...(TITLE.exec(event) ?? []).map((title) => title.trimEnd()),
          'END:VEVENT',
        ].join('\r\n'),
  )
}

function isReadable(event: string): boolean {
  try {
    ICAL.parse(event)
    return true
  } catch {
    return false
  }
}
