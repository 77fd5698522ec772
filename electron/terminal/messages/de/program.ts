import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { program as englishProgram, commandLine as englishCommandLine } from '../en/program.ts'

/** The `covercast` command itself: its help, and what is wrong with a command line. */
export const program: Translation<typeof englishProgram> = {
  description:
    'Zeigt aus Ihrer eigenen Postgres, wann Besucher Ihrer Website verpasst werden, weil kein Agent online ist.',
  helpHint: '`covercast help` zeigt die Befehle und ihre Optionen.',
  help: 'diese Hilfe zeigen',
  helpCommand: 'die Hilfe eines Befehls zeigen',
  version: 'die Version zeigen',
  headings: {
    'Usage:': 'Aufruf:',
    'Arguments:': 'Argumente:',
    'Options:': 'Optionen:',
    'Commands:': 'Befehle:',
  },
  choices: '{description} (möglich: {values})',
  choicesAndDefault: '{description} (möglich: {values}; Standard: {value})',
  defaultValue: '{description} (Standard: {value})',
  organizationOption: 'Auf der Befehlszeile: --org ID',
  closing: 'Covercast wird beendet.',
  savedIsSafe: 'Was gespeichert wurde, ist sicher.',
  outputFailed: 'Die Ausgabe konnte nicht geschrieben werden ({why}).',
  outputKept: 'Was synchronisiert und gespeichert wurde, bleibt erhalten.',
  outputNext:
    'Prüfen Sie, ob der Datenträger Platz hat und die Datei beschreibbar ist, und versuchen Sie es dann erneut.',
}

/** What is wrong with a command line, by the library’s code. */
export const commandLine: Translation<typeof englishCommandLine> = {
  missingArgument: '„{name}“ fehlt.',
  optionMissingArgument: '{option} braucht einen Wert.',
  missingMandatoryOptionValue: '{option} fehlt.',
  unknownOption: 'Es gibt keine Option {option}.',
  excessArguments:
    'Zu viele Argumente: {given}. {expected, plural, =0 {Keines wird erwartet.} one {# wird erwartet.} other {# werden erwartet.}}',
  unknownCommand: 'Es gibt keinen Befehl „{name}“.',
  notAChoice: '„{value}“ ist für {option} nicht möglich. Wählen Sie eines von: {values}.',
  didYouMean: 'Meinten Sie {names}?',
}
