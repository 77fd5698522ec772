import type { Translation } from '../../language/catalogue.ts'
import type { suggestions as english } from '../en/suggestions.ts'

/** Rules that limit a suggested schedule, one step less strict or altogether, without the agent's name. */
export const suggestions: Translation<typeof english> = {
  limits: {
    maxHoursPerWeek: '{eased} h Arbeit pro Woche statt höchstens {limit} h',
    minHoursPerWeek: '{eased} h Arbeit pro Woche statt mindestens {limit} h',
    minRestHours: '{eased} h Ruhezeit zwischen Schichten statt {limit} h',
    maxConsecutiveDays: '{eased} Tage in Folge statt höchstens {limit}',
    maxShiftHours: 'Schichten von {eased} h statt höchstens {limit} h',
    minShiftHours: 'Schichten von {eased} h statt mindestens {limit} h',
    maxHoursPerDay: '{eased} h Arbeit pro Tag statt höchstens {limit} h',
    maxDaySpanHours: '{eased} h vom ersten Beginn bis zum letzten Ende eines Tages statt höchstens {limit} h',
    minWeeklyRestHours: '{eased} h wöchentliche Ruhezeit statt mindestens {limit} h',
    maxWeekendsInRow: '{eased} Wochenenden in Folge statt höchstens {limit}',
  },
  moreAvailability: 'Eine Stunde mehr Verfügbarkeit davor und danach',
  workOnDayOff: 'Arbeit am {date}, einem freien Tag',
  mayMove: 'Schichten, die unverändert bleiben sollen, dürfen sich verschieben',
  oneMoreHour: 'Eine Agentenstunde mehr in der Woche',
  mustMove: 'Schichten, die unverändert bleiben sollen, müssen sich verschieben',
  otherMoves: 'Schichten müssen hinzukommen, wegfallen oder ihre Länge ändern',
  availability: 'Die Verfügbarkeit lässt keine Woche zu, die die übrigen Regeln einhält',
  daysOff: 'Freie Tage lassen keine Woche zu, die die übrigen Regeln einhält',
  noBreak: 'Schichten haben keine Pause von {minutes} min, die bei mehr als {hours} h vorgeschrieben ist',
  lateBreak: 'Pausen beginnen nach mehr als {hours} h Arbeit',
  unbroken: 'Mehr als {hours} h Arbeit ohne Pause',
  average: 'Mehr als {hours} h Arbeit pro Woche im Durchschnitt',
  longNight: 'Mehr als {hours} h Arbeit an einem Tag mit Nachtarbeit',
  minor: 'Die Grenzen für Minderjährige lassen keine Woche zu, die die übrigen Regeln einhält',
  timeOff: 'Abwesenheiten lassen keine Woche zu, die die übrigen Regeln einhält',
  notice: 'Schichten ändern sich mit weniger als {count, plural, one {# Tag} other {# Tagen}} Vorlauf',
  inactive: 'Schichten bleiben eingeplant, nachdem der Agent deaktiviert wurde',
  hours: 'Die Regeln verlangen {needed} h Arbeit, und nur {hours} h sind möglich',
  changes: 'Mehr als {count, plural, one {# Schicht muss} other {# Schichten müssen}} sich ändern',
  staff:
    '{day} {from} bis {to} braucht {count, plural, one {# Person} other {# Personen}}, und nur {names} können dann arbeiten',
  staffNobody:
    '{day} {from} bis {to} braucht {count, plural, one {# Person} other {# Personen}}, und niemand kann dann arbeiten',
  staffFound:
    '{day} {from} bis {to} braucht {count, plural, one {# Person} other {# Personen}}, und es wurde kein Plan mit mehr als {people} gefunden',
  staffHours: 'Innerhalb von {hours} h wurde kein Plan gefunden, der jederzeit genug Personen hat',
  targetOfWeek:
    'Mit allen Stunden, die die Regeln zulassen, erreicht die Abdeckung {reached} %, das Ziel ist {target} %',
  targetOfHours:
    'Mit allen Stunden, die die Regeln zulassen, bleibt die Abdeckung in {count, plural, one {# Stunde} other {# Stunden}} der Woche unter {target} %',
}
