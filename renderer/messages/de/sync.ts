import type { Translation } from '../../../shared/language/catalogue.ts'
import type { sync as english } from '../en/sync.ts'

/** The sync, in the header and where a workspace is not synced. */
export const sync: Translation<typeof english> = {
  sync: 'Sync',
  neverSynced: 'Noch nicht synchronisiert',
  asOf: 'Stand {time} {zone}',
  zoneTime: 'Ortszeit {city}',
  connecting: 'Verbindung wird hergestellt …',
  checking: 'Änderungen werden gesucht …',
  syncing: 'Synchronisierung …',
  progress: '{step} {done} von {count, plural, one {# Tag} other {# Tagen}}',
  progressLeft: '{step} {done} von {count, plural, one {# Tag} other {# Tagen}}, noch {left}',
  sourceNotReached: 'Datenquelle nicht erreichbar',
  failed: 'Synchronisierung fehlgeschlagen',
  enterPassword: 'Passwort eingeben',
  editConnection: 'Verbindung bearbeiten',
  dayChanged: '{date} hat sich in der Datenquelle geändert: {changes}.',
  dayChangedKept: '{date} hat sich in der Datenquelle geändert: {changes}. Die früheren Zahlen bleiben.',
  moreVisits: '{count, plural, one {# Besuch mehr} other {# Besuche mehr}}',
  fewerVisits: '{count, plural, one {# Besuch weniger} other {# Besuche weniger}}',
  moreCovered: '{count} mehr bedient',
  fewerCovered: '{count} weniger bedient',
  sessionsDiffer: 'Agentensitzungen weichen ab',
  passwordTitle: 'Passwort der Datenbank',
  password: 'Passwort',
  keptInKeyring: 'Im Schlüsselbund Ihres Systems gespeichert.',
  keptInMemory: 'Im Arbeitsspeicher, solange Covercast läuft, nie auf dem Datenträger.',
  withoutPassword: 'Ohne Passwort synchronisieren',
}
