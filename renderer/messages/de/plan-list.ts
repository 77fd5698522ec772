import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planList as english } from '../en/plan-list.ts'

/** The list of plans, new ones, and the archive. */
export const planList: Translation<typeof english> = {
  title: 'Pläne',
  loading: 'Pläne werden geladen …',
  compare: 'Szenarien vergleichen',
  newPlan: 'Neuer Plan',
  shiftsAt:
    '{plans, select, none {Erstellen Sie einen Plan} other {Wählen Sie den Plan}} für {count, plural, one {eine Schicht} other {Schichten}} {days} ab {time}. {count, plural, one {Sie wird} other {Sie werden}} ohne Zuweisung hinzugefügt.',
  shiftsOfPoolAt:
    '{plans, select, none {Erstellen Sie einen Plan} other {Wählen Sie den Plan}} für {count, plural, one {eine Schicht} other {Schichten}} für {pool} {days} ab {time}. {count, plural, one {Sie wird} other {Sie werden}} ohne Zuweisung hinzugefügt.',
  agentsAt:
    '{plans, select, none {Erstellen Sie einen Plan} other {Wählen Sie den Plan}} für {count, plural, one {# weiteren Agenten} other {# weitere Agenten}}, {when}. Sie werden als nicht zugewiesene Schichten üblicher Länge hinzugefügt, in einem Schritt, den Sie rückgängig machen können.',
  agentsOfPoolAt:
    '{plans, select, none {Erstellen Sie einen Plan} other {Wählen Sie den Plan}} für {count, plural, one {# weiteren Agenten} other {# weitere Agenten}} für {pool}, {when}. Sie werden als nicht zugewiesene Schichten üblicher Länge hinzugefügt, in einem Schritt, den Sie rückgängig machen können.',
  noneTitle: 'Noch kein Plan',
  none: 'Ein Plan sagt, wer wann arbeitet. Ändern Sie ihn und sehen Sie sofort, wie viele Besucher bedient würden, bevor jemand eine Schicht davon arbeitet.',
  noneNext: 'Beginnen Sie mit der Woche, wie Ihr Team jetzt arbeitet.',
  showArchived: '{count} archivierte zeigen',
  hideArchived: '{count} archivierte ausblenden',
  undo: 'Rückgängig',
  archive: 'Archivieren',
  archiveName: '{name} archivieren',
  duplicate: 'Duplizieren',
  duplicateName: '{name} duplizieren',
  restore: 'Wiederherstellen',
  restoreName: '{name} wiederherstellen',
  delete: 'Endgültig löschen',
  deleteName: '{name} endgültig löschen',
  cancel: 'Abbrechen',
  archiveTitle: '{name} archivieren?',
  archiveInForce:
    'Dieser Plan ist ab {date} veröffentlicht. Archivieren blendet ihn aus der Liste aus und zieht ihn nicht zurück: Seine Wochen gelten, bis ein anderer Plan für sie veröffentlicht wird. Um sie zu beenden, ziehen Sie zuerst die Veröffentlichung zurück.',
  archiveInForceUntil:
    'Dieser Plan ist für {dates} veröffentlicht. Archivieren blendet ihn aus der Liste aus und zieht ihn nicht zurück: Diese Wochen gelten weiter. Um sie zu beenden, ziehen Sie zuerst die Veröffentlichung zurück.',
  archiveOver: 'Die Wochen, für die dieser Plan veröffentlicht war, sind vorbei. Sie bleiben im Vergleich.',
  archived: '{name} archiviert.',
  deleteTitle: '{name} löschen?',
  deleteDraft: 'Die Schichten werden gelöscht. Das lässt sich nicht rückgängig machen.',
  deletePublished:
    'Die Schichten werden gelöscht, ebenso die Prognosen der Wochen, für die der Plan veröffentlicht war. Das lässt sich nicht rückgängig machen.',
  states: {
    archived: 'Archiviert',
    archivedLive: 'Archiviert, einige Wochen noch gültig',
    draft: 'Entwurf',
    changed: 'Veröffentlicht, seitdem geändert',
    published: 'Veröffentlicht',
    publishedFrom: 'Veröffentlicht ab {date}',
    publishedFor: 'Veröffentlicht {dates}',
  },
  repeating: 'Wochenmuster',
  specific: 'Bestimmte Wochen',
  allPools: 'alle Pools',
  agents: '{count, plural, one {# Agent} other {# Agenten}}',
  shifts: '{count, plural, one {# Schicht} other {# Schichten}}',
  unassigned: '{count} nicht zugewiesen',
  changed: 'geändert {when}',
  starts: {
    typical: 'Typische Woche',
    'last-week': 'Ist-Stunden der letzten Woche',
    plan: 'Anderer Plan',
    empty: 'Leer',
  },
  startHints: {
    typical:
      'Wann Ihre Agenten in den letzten Wochen meist gearbeitet haben. Wenn Sie Schichten ändern, sehen Sie, was jede Änderung bewirkt.',
    'last-week': 'Wer in der letzten ganzen Woche wann online war, auf Viertelstunden gerundet.',
    plan: 'Eine Kopie, um etwas anderes auszuprobieren.',
    empty: 'Noch keine Schichten.',
  },
  startFrom: 'Beginnen mit',
  startAfterSync: 'Nach der ersten Synchronisierung können Sie mit der Arbeitsweise Ihrer Agenten beginnen.',
  plan: 'Plan',
  for: 'Für',
  everyPool: 'Alle Pools',
  when: 'Wann',
  repeatingHint: 'Eine Woche, die sich wiederholt.',
  specificHint: 'Jede Woche kann anders sein.',
  firstWeek: 'Erste Woche beginnt am',
  weeks: 'Anzahl Wochen',
  weeksUnit: '{count, plural, one {Woche} other {Wochen}}',
  name: 'Name',
  usualName: 'Plan vom {date}',
  copyName: '{name}, Kopie',
  create: 'Plan erstellen',
  creating: 'Wird erstellt …',
}
