import type { Translation } from '../../language/catalogue.ts'
import type { handout as english } from '../en/handout.ts'

/** What people are handed of a roster: their shifts and what changed, on screen, in files and in messages alike. */
export const handout: Translation<typeof english> = {
  times: '{start}–{end}',
  every: 'Cada {day}',
  /** A day and its times: "Tue, Nov 24, 9:00 AM–5:00 PM". */
  shift: '{day}, {times}',
  withBreaks: '{shift}, {count, plural, one {pausa} other {pausas}} {breaks}',
  withNote: '{shift} ({note})',
  added: 'Nuevo: {shift}',
  removed: 'Cancelado: {shift}',
  changed: 'Modificado: {before} → {after}',
  moved: 'Trasladado: {before} → {after}',
  /** Above a person's changes, to be pasted into a message. */
  yourChanges: 'Sus turnos han cambiado ({plan}, {dates}):',
  yourChangesPattern: 'Sus turnos han cambiado ({plan}, desde el {date}):',
  zone: 'Las horas son las de {city}.',
  subject: 'Sus turnos: {plan}, {dates}',
  subjectPattern: 'Sus turnos: {plan}, desde el {date}',
  hours: '{hours} h',
  /** By the clock where somebody lives. */
  ownTimes: 'En {city}: {start}–{end}',
  /** The page for the phone. */
  page: {
    titlePerson: '{name}: turnos {dates}',
    titleTeam: '{plan}: cuadro de turnos {dates}',
    made: 'Datos del {when}. {zone}',
    next: 'Próximo turno',
    today: 'Hoy',
    now: 'Ahora',
    noneLeft: 'No quedan turnos en estas fechas.',
    changes: 'Qué ha cambiado',
    yourShifts: 'Sus turnos',
    noShifts: 'No tiene turnos en estas fechas.',
    emptyTeam: 'No hay turnos en estas fechas.',
    week: '{dates} · {hours}',
    past: 'Pasados',
    team: 'Equipo por día',
    people: 'Por persona',
    agents: '{count, plural, one {# persona} other {# personas}}',
    breaks: 'Pausa {breaks}',
    unassigned: 'Sin asignar',
    changesTitle: '{plan}: cambios, {dates}',
    changesTitlePattern: '{plan}: cambios desde el {date}',
    since: 'En comparación con “{plan}”, publicado el {when}.',
    firstPublished: 'Antes no se había publicado nada para estas fechas.',
    noChanges: 'No ha cambiado ningún turno.',
    madeWith: 'Hecho con Covercast. Los turnos pueden cambiar: cuenta la página más reciente.',
  },
}
