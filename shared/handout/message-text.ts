import type { Formatter } from '../language/formatter.ts'
import { cityOf } from '../time/zone-city.ts'
import type { PersonChanges } from './roster-changes.ts'
import { changeTexts } from './shift-text.ts'

/** Of which plan and dates changes are. */
export interface MessageAbout {
  readonly planName: string
  readonly from: string
  readonly to: string
  readonly isPattern: boolean
  readonly timeZone: string
}

/** What changes for one person, to be pasted into a message. */
export function messageText(
  changes: Pick<PersonChanges, 'added' | 'removed' | 'moved'>,
  { planName, from, to, isPattern, timeZone }: MessageAbout,
  format: Formatter,
): string {
  const { handout } = format.texts
  return [
    isPattern
      ? handout.yourChangesPattern({ plan: planName, date: format.date(from) })
      : handout.yourChanges({ plan: planName, dates: format.dateRange(from, to) }),
    ...changeTexts(changes, { timeZone, isPattern }, format).map((text) => `- ${text}`),
    handout.zone({ city: cityOf(timeZone) }),
  ].join('\n')
}

/** The subject of a mail with a person's shifts. */
export function messageSubject({ planName, from, to, isPattern }: MessageAbout, format: Formatter): string {
  const { handout } = format.texts
  return isPattern
    ? handout.subjectPattern({ plan: planName, date: format.date(from) })
    : handout.subject({ plan: planName, dates: format.dateRange(from, to) })
}
