import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { changes as english } from '../en/changes.ts'

/** `covercast export changes`. */
export const changes: Translation<typeof english> = {
  written: '{file} ist geschrieben: Änderungen für {dates}.',
  everyWeek: 'jede Woche ab {date}',
  since: 'Verglichen mit „{plan}“, veröffentlicht {date}.',
  nothingBefore: 'Für diesen Zeitraum wurde noch nichts veröffentlicht.',
  none: 'Keine Schichten haben sich geändert.',
  agent: 'Agent',
  added: 'Neu',
  removed: 'Entfällt',
  moved: 'Geändert',
}
