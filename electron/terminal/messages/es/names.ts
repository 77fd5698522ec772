import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { names as english } from '../en/names.ts'

/** Workspaces, plans and agents that are named on a command line. */
export const names: Translation<typeof english> = {
  quoted: '“{name}”',
  thereAre: 'Existen: {names}.',
  thereAreMore: 'Existen: {names} y más.',
  // Workspaces.
  noWorkspaceYet: 'Aún no hay ningún espacio de trabajo.',
  makeWorkspace: 'Cree uno con `covercast demo` o con `covercast sync --source postgres://user@host/database`.',
  noWorkspace: 'No hay ningún espacio de trabajo llamado “{name}”.',
  noneYet: 'Aún no hay ninguno.',
  // Agents.
  noAgent: 'Ningún agente se llama “{name}”.',
  severalAgents: 'Varios agentes se llaman “{name}”.',
  giveAgent: 'Indique el ID o el nombre de un agente.',
  giveAgentId: 'Indique uno de sus ID: {ids}.',
  // Plans.
  severalPlans: '{count, plural, other {# planes se llaman}} “{name}”.',
  nothingChanged: 'No se cambió nada.',
  giveId: 'Indique el ID: {ids}.',
  noPlan: 'No hay ningún plan “{name}”.',
  noPlanYet: 'Aún no hay ningún plan guardado. Importe uno o créelo en la aplicación.',
}
