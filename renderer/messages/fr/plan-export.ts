import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planExport as english } from '../en/plan-export.ts'

/** A plan as a file. */
export const planExport: Translation<typeof english> = {
  export: 'Exporter',
  exporting: 'Exportation…',
  exportName: 'Exporter {name}',
  calendarOfOne: 'Enregistrer le calendrier d’un agent',
  /** Where no PDF is made but by printing. */
  printRoster: 'Imprimer le tableau de service',
  printPeople: 'Imprimer une page par personne',
  picture: 'Image du tableau de service',
  pictureAsOf: '{workspace} · État : {when} · Covercast',
}
