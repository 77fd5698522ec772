import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { names as english } from '../en/names.ts'

/** Workspaces, plans and agents that are named on a command line. */
export const names: Translation<typeof english> = {
  quoted: '« {name} »',
  thereAre: 'Il y a : {names}.',
  thereAreMore: 'Il y a : {names}, et d’autres.',
  // Workspaces.
  noWorkspaceYet: 'Il n’y a pas encore d’espace de travail.',
  makeWorkspace: 'Créez-en un avec `covercast demo`, ou avec `covercast sync --source postgres://user@host/database`.',
  noWorkspace: 'Il n’y a pas d’espace de travail nommé « {name} ».',
  noneYet: 'Il n’y en a pas encore.',
  // Agents.
  noAgent: 'Aucun agent ne s’appelle « {name} ».',
  severalAgents: 'Plusieurs agents s’appellent « {name} ».',
  giveAgent: 'Indiquez l’ID ou le nom d’un agent.',
  giveAgentId: 'Indiquez l’un de leurs ID : {ids}.',
  // Plans.
  severalPlans: '{count, plural, one {# planning s’appelle} other {# plannings s’appellent}} « {name} ».',
  nothingChanged: 'Rien n’a changé.',
  giveId: 'Indiquez plutôt l’ID : {ids}.',
  noPlan: 'Il n’y a pas de planning « {name} ».',
  noPlanYet: 'Aucun planning n’est encore enregistré. Importez-en un, ou créez-en un dans l’application.',
}
