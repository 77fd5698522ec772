import type { Translation } from '../../../shared/language/catalogue.ts'
import type { marks as english } from '../en/marks.ts'

/** Marked days, on the forecast screen. */
export const marks: Translation<typeof english> = {
  title: 'Días marcados',
  markDay: 'Marcar un día',
  list: 'Marcas',
  none: 'No hay días marcados. Marque festivos, interrupciones y eventos, pasados y futuros, para que las previsiones los traten por separado.',
  kinds: { holiday: 'Festivo', outage: 'Interrupción', event: 'Evento' },
  kindAndNote: '{kind}: {note}',
  edit: 'Editar la marca del {date}',
  remove: 'Quitar la marca del {date}',
  // What a mark does.
  past: {
    holiday: 'Excluido del patrón de los días de la semana; sirve para aprender los festivos.',
    outage: 'Excluido, como si no se hubiera contado nada.',
    event: 'Cuenta una cuarta parte en el patrón de los días de la semana; sirve para aprender los eventos.',
  },
  ahead: {
    holiday:
      'Se prevé como los festivos anteriores. Si no los hay, alrededor de un 40 % menos, con un intervalo amplio.',
    outage: 'Incierto, así que los intervalos son más amplios. Cuando el día termina, se excluye.',
    event:
      'Se prevé como los eventos anteriores o según lo que usted espera. Sin ninguno de los dos, alrededor de un 40 % más, con un intervalo amplio.',
  },
  // What was just changed.
  saved:
    '{kind, select, holiday {El {date} está marcado como festivo.} outage {El {date} está marcado como interrupción.} other {El {date} está marcado como evento.}}',
  removed: 'El {date} ya no está marcado.',
  ignored: 'El {date} se ignora y no se sugiere de nuevo.',
  recalculating: 'La previsión se está recalculando.',
  unchanged: 'La previsión de la semana mostrada no cambia.',
  more: 'Para la semana mostrada se {count, plural, one {espera ahora # visitante} other {esperan ahora # visitantes}}, {difference} más que antes.',
  fewer:
    'Para la semana mostrada se {count, plural, one {espera ahora # visitante} other {esperan ahora # visitantes}}, {difference} menos que antes.',
  // The form.
  editMark: 'Editar la marca',
  date: 'Fecha',
  dateOutside: 'Indique un año de {from} a {to}.',
  taken: 'Este día ya está marcado. Al guardar se sustituye su marca.',
  kind: 'Tipo',
  note: 'Nota',
  noteExample: 'Navidad',
  noteHint: 'Los días con la misma nota se recuerdan juntos, a lo largo de los años.',
  to: 'Último día (opcional)',
  toBefore: 'Elija un día posterior al primero.',
  repeat: 'Se repite',
  repeats: {
    once: 'Nunca',
    weekly: 'Cada semana',
    monthly: 'Cada mes, mismo día de la semana',
    yearly: 'Cada año',
  },
  repeatUntil: 'Repetir hasta (opcional)',
  repeatUsual:
    'Desde el {date}, lo que llega este día cada semana cuenta como habitual: para entonces sus datos lo muestran cuatro veces.',
  repeatUntilProblem: 'Elija un día posterior al primero.',
  someHours: 'Solo algunas horas del día',
  from: 'Desde',
  until: 'Hasta',
  hoursProblem: 'Elija una hora anterior al fin.',
  effect: 'Efecto esperado (opcional)',
  effectExample: '+40 %',
  effectHint: 'En porcentaje de los visitantes esperados sin él, o en visitantes por día, como +200.',
  effectProblem: 'Indique un cambio como +40 %, −20 % o +200.',
  effectTooFar: 'Indique un cambio de {least} a {most}, o de hasta {visitors} visitantes por día más o menos.',
  /** What a mark is besides its day, in the list. */
  toDate: 'hasta el {date}',
  hours: '{from}–{until}',
  expected: 'se espera {effect}',
  visitorsADay: 'se esperan {effect} visitantes por día',
  untilDate: 'hasta el {date}',
  usualFrom: 'habitual desde el {date}',
  /** What an event that is over did, beside what was said of it. */
  cameShare: 'Usted indicó {said}, fue {came}.',
  cameVisitors: 'Usted indicó {said} visitantes por día, fueron {came}.',
  mark: 'Marcar el día',
  save: 'Guardar',
  // Suggestions.
  suggestions: 'Marcas sugeridas',
  unusualDays: '{count, plural, one {Un día inusual} other {# días inusuales}}',
  suggestion:
    'El <strong>{date}</strong> {kind, select, holiday {parece un festivo} outage {parece una interrupción} other {parece un evento}}.',
  accept: 'Marcar',
  acceptAs:
    '{kind, select, holiday {Marcar el {date} como festivo} outage {Marcar el {date} como interrupción} other {Marcar el {date} como evento}}',
  ignore: 'Ignorar',
  ignoreDate: 'Ignorar el {date}',
  ignoredCount: '{count, plural, one {# sugerencia ignorada} other {# sugerencias ignoradas}}',
  suggestAgain: 'Sugerir de nuevo',
  suggestDateAgain: 'Sugerir de nuevo el {date}',
}
