import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planList as english } from '../en/plan-list.ts'

/** The list of plans, new ones, and the archive. */
export const planList: Translation<typeof english> = {
  title: 'Planes',
  loading: 'Cargando los planes…',
  compare: 'Comparar escenarios',
  newPlan: 'Nuevo plan',
  shiftsAt:
    '{plans, select, none {Cree un plan} other {Elija el plan}} para {count, plural, one {un turno} other {turnos}} los días {days} desde las {time}. Se {count, plural, one {agrega} other {agregan}} sin asignar.',
  shiftsOfPoolAt:
    '{plans, select, none {Cree un plan} other {Elija el plan}} para {count, plural, one {un turno} other {turnos}} de {pool} los días {days} desde las {time}. Se {count, plural, one {agrega} other {agregan}} sin asignar.',
  agentsAt:
    '{plans, select, none {Cree un plan} other {Elija el plan}} para {count, plural, one {# agente más} other {# agentes más}}, {when}. Se agregan como turnos sin asignar de la duración habitual, en un solo paso que puede deshacer.',
  agentsOfPoolAt:
    '{plans, select, none {Cree un plan} other {Elija el plan}} para {count, plural, one {# agente más} other {# agentes más}} de {pool}, {when}. Se agregan como turnos sin asignar de la duración habitual, en un solo paso que puede deshacer.',
  noneTitle: 'Aún no hay ningún plan',
  none: 'Un plan indica quién trabaja y cuándo. Cámbielo y vea al momento a cuántos visitantes se atendería, antes de que nadie trabaje un solo turno.',
  noneNext: 'Empiece por la semana que su equipo trabaja ahora.',
  showArchived: 'Mostrar {count} archivados',
  hideArchived: 'Ocultar {count} archivados',
  // One plan.
  undo: 'Deshacer',
  archive: 'Archivar',
  archiveName: 'Archivar {name}',
  duplicate: 'Duplicar',
  duplicateName: 'Duplicar {name}',
  restore: 'Restaurar',
  restoreName: 'Restaurar {name}',
  delete: 'Eliminar para siempre',
  deleteName: 'Eliminar {name} para siempre',
  cancel: 'Cancelar',
  archiveTitle: '¿Archivar {name}?',
  archiveInForce:
    'Este plan está publicado desde el {date}. Al archivarlo se oculta de la lista y no se retira: sus semanas siguen vigentes hasta que se publique otro plan para ellas. Para terminarlas, retire primero la publicación.',
  archiveInForceUntil:
    'Este plan está publicado para {dates}. Al archivarlo se oculta de la lista y no se retira: estas semanas siguen vigentes. Para terminarlas, retire primero la publicación.',
  archiveOver: 'Las semanas para las que se publicó este plan ya pasaron. Siguen en Comparar.',
  archived: '{name} se archivó.',
  deleteTitle: '¿Eliminar {name}?',
  deleteDraft: 'Se eliminan sus turnos. No se puede deshacer.',
  deletePublished:
    'Se eliminan sus turnos y también las previsiones de las semanas para las que se publicó. No se puede deshacer.',
  states: {
    archived: 'Archivado',
    archivedLive: 'Archivado, con semanas vigentes',
    draft: 'Borrador',
    changed: 'Publicado, editado después',
    published: 'Publicado',
    publishedFrom: 'Publicado desde el {date}',
    publishedFor: 'Publicado {dates}',
  },
  repeating: 'Semana que se repite',
  specific: 'Semanas concretas',
  allPools: 'todos los grupos',
  agents: '{count, plural, one {# agente} other {# agentes}}',
  shifts: '{count, plural, one {# turno} other {# turnos}}',
  unassigned: '{count} sin asignar',
  changed: 'modificado {when}',
  // A new plan.
  starts: {
    typical: 'Semana típica',
    'last-week': 'Horas reales de la semana pasada',
    plan: 'Otro plan',
    empty: 'Vacío',
  },
  startHints: {
    typical:
      'Cuándo trabajaron normalmente sus agentes en las últimas semanas. Al cambiar turnos ve qué hace cada cambio.',
    'last-week': 'Quién estuvo en línea y cuándo en la última semana completa, redondeado a cuartos de hora.',
    plan: 'Una copia para probar otra cosa.',
    empty: 'Aún sin turnos.',
  },
  startFrom: 'Empezar desde',
  startAfterSync: 'Tras la primera sincronización puede partir de cómo trabajan sus agentes.',
  plan: 'Plan',
  for: 'Para',
  everyPool: 'Todos los grupos',
  when: 'Cuándo',
  repeatingHint: 'Una semana que se repite.',
  specificHint: 'Cada semana puede ser distinta.',
  firstWeek: 'La primera semana empieza el',
  weeks: 'Número de semanas',
  weeksUnit: '{count, plural, one {semana} other {semanas}}',
  name: 'Nombre',
  usualName: 'Plan del {date}',
  copyName: '{name}, copia',
  create: 'Crear plan',
  creating: 'Creando…',
}
