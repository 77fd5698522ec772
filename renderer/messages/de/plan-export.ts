import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planExport as english } from '../en/plan-export.ts'

/** A plan as a file. */
export const planExport: Translation<typeof english> = {
  export: 'Exportieren',
  exporting: 'Wird exportiert …',
  exportName: '{name} exportieren',
  calendarOfOne: 'Kalender eines Agenten speichern',
  printRoster: 'Dienstplan drucken',
  printPeople: 'Eine Seite pro Person drucken',
  picture: 'Bild des Dienstplans',
  pictureAsOf: '{workspace} · Stand {when} · Covercast',
}
