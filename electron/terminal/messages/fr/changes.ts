import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { changes as english } from '../en/changes.ts'

/** `covercast export changes`. */
export const changes: Translation<typeof english> = {
  written: '{file} est écrit : modifications pour {dates}.',
  everyWeek: 'chaque semaine à partir du {date}',
  since: 'Par rapport à « {plan} », publié le {date}.',
  nothingBefore: 'Rien n’avait été publié pour ces dates.',
  none: 'Aucun poste n’a changé.',
  agent: 'Agent',
  added: 'Nouveau',
  removed: 'Annulé',
  moved: 'Modifié',
}
