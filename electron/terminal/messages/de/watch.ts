import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { watch as english } from '../en/watch.ts'

/** `covercast watch`. */
export const watch: Translation<typeof english> = {
  description:
    'Synchronisiert alle paar Minuten, prüft die Alarme des Arbeitsbereichs und sendet, was fällig ist, bis zum Abbruch. Die App tut dasselbe, solange sie geöffnet ist; jede Nachricht wird einmal gesendet.',
  every: 'Minuten zwischen Synchronisierungen (Standard: wie der Arbeitsbereich automatisch synchronisiert, sonst 5)',
  once: 'ein Durchgang, dann Ende: für Zeitgeber',
  everyRange: 'Geben Sie 1 bis 1440 Minuten an.',
  notMinutes: '{value} ist keine Minutenzahl, die --every annimmt.',
  watching: '{workspace} wird überwacht, {count, plural, one {jede Minute} other {alle # Minuten}}. Ctrl+C beendet es.',
  noChannels:
    'Dieser Arbeitsbereich hat keine Kanäle, daher kann nichts gesendet werden. Fügen Sie in der App einen hinzu: Einstellungen, Alarme.',
  channelOff: 'Der Kanal „{name}“ ist hier aus. {why} {next}',
  setAddress: 'Setzen Sie {url} auf seine Adresse.',
  setSigned: 'Setzen Sie {url} auf seine Adresse und {key} auf seinen Signaturschlüssel, falls er einen hat.',
  setMail: 'Setzen Sie {url} auf {address} und {password} auf das Passwort, falls es eines gibt.',
  syncFailed: 'Die Synchronisierung ist fehlgeschlagen: {why}',
  roundFailed: 'Nicht alles konnte geprüft oder gesendet werden: {why}',
  syncElsewhere: 'Ein anderes Covercast synchronisiert diesen Arbeitsbereich jetzt; dessen Zahlen werden verwendet.',
  raised: 'Ausgelöst',
  resolved: 'Behoben',
  sent: 'Gesendet an {channel}',
  failed: 'Nicht gesendet an {channel}',
  line: '{time} {state}: {text}',
}
