import type { Translation } from '../../../shared/language/catalogue.ts'
import type { log as english } from '../en/log.ts'

/** The log screen. */
export const log: Translation<typeof english> = {
  title: 'Journal',
  text: 'Ce que Covercast a fait, le plus récent à la fin. Les mots de passe et les données des visiteurs n’y figurent jamais.',
  copy: 'Copier',
  copied: 'Copié.',
  refresh: 'Actualiser',
  loading: 'Lecture du journal…',
  emptyTitle: 'Le journal est vide',
  empty: 'Des lignes apparaissent quand Covercast fait quelque chose.',
  lines: 'Lignes du journal',
}
