import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planSteps as english } from '../en/plan-steps.ts'

/** What was done to a plan, for undo and redo. */
export const planSteps: Translation<typeof english> = {
  shifts: {
    Add: '{count, plural, one {Schicht hinzufügen} other {# Schichten hinzufügen}}',
    Delete: '{count, plural, one {Schicht löschen} other {# Schichten löschen}}',
    Move: '{count, plural, one {Schicht verschieben} other {# Schichten verschieben}}',
    Resize: '{count, plural, one {Schichtlänge ändern} other {Länge von # Schichten ändern}}',
    Open: '{count, plural, one {Zuweisung aufheben} other {Zuweisung von # Schichten aufheben}}',
    Assign: '{count, plural, one {Schicht zuweisen} other {# Schichten zuweisen}}',
    'Set breaks of': '{count, plural, one {Pausen der Schicht setzen} other {Pausen von # Schichten setzen}}',
    'Add break to': '{count, plural, one {Pause hinzufügen} other {Pause zu # Schichten hinzufügen}}',
    'Move break of': '{count, plural, one {Pause verschieben} other {Pause von # Schichten verschieben}}',
    'Note on': '{count, plural, one {Notiz zur Schicht} other {Notiz zu # Schichten}}',
    Change: '{count, plural, one {Schicht ändern} other {# Schichten ändern}}',
    Reshape: '{count, plural, one {Vorlage auf Schicht anwenden} other {Vorlage auf # Schichten anwenden}}',
    Paste: '{count, plural, one {Schicht einfügen} other {# Schichten einfügen}}',
    Duplicate: '{count, plural, one {Schicht duplizieren} other {# Schichten duplizieren}}',
    Split: '{count, plural, one {Schicht teilen} other {# Schichten teilen}}',
  },
  named: '{step}: {name}',
  whole: {
    'Copy day': 'Tag kopieren',
    'Copy week': 'Woche kopieren',
    'Reset week to rotation': 'Woche auf Rotation zurücksetzen',
    'Continue rotation': 'Rotation fortsetzen',
    'Change rotation': 'Rotation ändern',
    'Cover for absent agent': 'Abwesenden Agenten vertreten',
    'Import roster': 'Dienstplan importieren',
    'Rename plan': 'Plan umbenennen',
    'Change time zone': 'Zeitzone ändern',
    'Change pool': 'Pool ändern',
    'Add assumption': 'Annahme hinzufügen',
    'Change assumption': 'Annahme ändern',
    'Remove assumption': 'Annahme entfernen',
  },
  copyDays: '{count, plural, one {Tag kopieren} other {# Tage kopieren}}',
  copyWeeks: '{count, plural, one {Woche kopieren} other {Woche in # Wochen kopieren}}',
  take: '{count, plural, one {# Vorschlag übernehmen} other {# Vorschläge übernehmen}}',
}
