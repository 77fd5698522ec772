import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { availability as english } from '../en/availability.ts'

/** `covercast availability`. */
export const availability: Translation<typeof english> = {
  description: 'Quand les agents peuvent travailler, par jour de la semaine.',
  import: 'Remplace la disponibilité des agents d’un tableau. Les autres agents gardent la leur.',
  fileArgument: 'tableau (CSV, TSV, XLSX, ODS) avec les colonnes agent, day, start, end',
  export: 'Écrit toutes les disponibilités dans un fichier CSV.',
  // Answers.
  imported: '{count, plural, one {Disponibilité de # agent importée.} other {Disponibilités de # agents importées.}}',
  wouldImport:
    '{count, plural, one {La disponibilité de # agent serait importée.} other {Les disponibilités de # agents seraient importées.}} Rien n’a été enregistré.',
  agent: 'Agent',
  when: 'Disponible',
  anyTime: 'à tout moment',
  never: 'jamais',
}
