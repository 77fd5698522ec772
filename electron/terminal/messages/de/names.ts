import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { names as english } from '../en/names.ts'

/** Workspaces, plans and agents that are named on a command line. */
export const names: Translation<typeof english> = {
  quoted: '„{name}“',
  thereAre: 'Es gibt: {names}.',
  thereAreMore: 'Es gibt: {names} und weitere.',
  noWorkspaceYet: 'Es gibt noch keinen Arbeitsbereich.',
  makeWorkspace:
    'Erstellen Sie einen mit `covercast demo` oder mit `covercast sync --source postgres://user@host/database`.',
  noWorkspace: 'Es gibt keinen Arbeitsbereich namens „{name}“.',
  noneYet: 'Es gibt noch keinen.',
  noAgent: 'Kein Agent heißt „{name}“.',
  severalAgents: 'Mehrere Agenten heißen „{name}“.',
  giveAgent: 'Geben Sie die ID oder den Namen eines Agenten an.',
  giveAgentId: 'Geben Sie eine ihrer IDs an: {ids}.',
  severalPlans: '{count, plural, other {# Pläne heißen}} „{name}“.',
  nothingChanged: 'Es wurde nichts geändert.',
  giveId: 'Geben Sie stattdessen die ID an: {ids}.',
  noPlan: 'Es gibt keinen Plan „{name}“.',
  noPlanYet: 'Es gibt noch keinen gespeicherten Plan. Importieren Sie einen, oder erstellen Sie einen in der App.',
}
