import type { Translation } from '../../../shared/language/catalogue.ts'
import type { publish as english } from '../en/publish.ts'

/** Publishing a plan, and its publications. */
export const publish: Translation<typeof english> = {
  title: 'Publicar este plan',
  intro:
    'Su equipo trabaja según el plan publicado. Su previsión se guarda tal como está ahora, para que pueda compararla con lo que ocurra.',
  firstWeek: 'La primera semana empieza el',
  lastWeek: 'Última semana',
  noEnd: 'Hasta que se publique otro plan',
  weekOf: 'Semana del {date}',
  cancel: 'Cancelar',
  publish: 'Publicar',
  publishing: 'Publicando…',
  done: 'Listo',
  // What is about to be published.
  predicted: 'Previsto para la semana del {date}: cobertura del {rate}, {hours}.',
  predictedRange:
    'Previsto para la semana del {date}: cobertura del {rate} (intervalo del 80 %: de {from} a {to}), {hours}.',
  predictedNobody: 'Previsto para la semana del {date}: sin visitantes, {hours}.',
  notPredicted: 'La semana tiene {hours}.',
  unassigned: '{count, plural, one {# turno sin asignar} other {# turnos sin asignar}}. ¿Publicar de todos modos?',
  violations:
    '{count, plural, one {# infracción de las reglas} other {# infracciones de las reglas}}. ¿Publicar de todos modos?',
  unassignedAndViolations:
    '{shifts, plural, one {# turno sin asignar} other {# turnos sin asignar}} y {count, plural, one {# infracción de las reglas} other {# infracciones de las reglas}}. ¿Publicar de todos modos?',
  // What was published.
  published: 'Publicado',
  notNotified: 'No se ha avisado a su equipo. Envíe a cada persona sus cambios o guarde los archivos.',
  live: '{plan} está vigente desde el {date}. Los cambios posteriores quedan en borrador hasta que publique de nuevo.',
  liveUntil:
    '{plan} está vigente del {from} al {to}. Los cambios posteriores quedan en borrador hasta que publique de nuevo.',
  overlaps: '“{plan}” está publicado para algunas de las mismas semanas, desde el {date}.',
  overlapsReplaced:
    '“{plan}” está publicado para algunas de las mismas semanas, desde el {date}. Allí lo sustituye este plan más reciente.',
  // Its state.
  draft: 'Borrador',
  liveSince: 'Vigente desde el {date}',
  publishedUntil: 'Publicado hasta el {date}',
  publishedFrom: 'Publicado desde el {date}',
  edited: '{state}, editado después',
  // All publications of a plan.
  history: 'Historial de publicaciones',
  historyNote:
    'Las publicaciones no cambian cuando edita el plan. Si dos tienen la misma semana, la más reciente está vigente.',
  fromOn: 'Desde el {date} hasta que se publique otro plan',
  fromTo: 'Del {from} al {to}',
  publishedAt: 'Publicado {when}',
  liveNow: 'vigente ahora',
  weeksPredicted:
    '{count, plural, =0 {aún sin predicción de ninguna semana} one {predicción de # semana} other {predicción de # semanas}}',
  keep: 'Conservar',
  withdraw: 'Retirar',
  withdrawFrom: 'Retirar desde el {date}',
  withdrawAsk:
    'Este plan termina: no ha empezado ninguna de sus semanas, así que no queda nada de esta publicación. Las semanas de una publicación anterior vuelven a estar vigentes.',
  withdrawFromAsk:
    'Este plan termina antes del {date}. Las semanas anteriores se conservan, con sus previsiones. Las semanas de una publicación anterior vuelven a estar vigentes.',
  withdrawn: 'Retirado. No hay ningún plan publicado desde el {date}.',
  withdrawnOther: 'Retirado. “{plan}” vuelve a estar vigente desde el {date}.',
}
