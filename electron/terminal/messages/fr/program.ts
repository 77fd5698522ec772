import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { program as englishProgram, commandLine as englishCommandLine } from '../en/program.ts'

/** The `covercast` command itself: its help, and what is wrong with a command line. */
export const program: Translation<typeof englishProgram> = {
  description:
    'Montre quand les visiteurs de votre site sont manqués parce qu’aucun agent n’est en ligne, d’après votre propre Postgres.',
  helpHint: 'Exécutez `covercast help` pour les commandes et leurs options.',
  help: 'afficher cette aide',
  helpCommand: 'afficher l’aide d’une commande',
  version: 'afficher la version',
  // Headings of the help, by what the library calls them.
  headings: {
    'Usage:': 'Utilisation :',
    'Arguments:': 'Arguments :',
    'Options:': 'Options :',
    'Commands:': 'Commandes :',
  },
  choices: '{description} (au choix : {values})',
  choicesAndDefault: '{description} (au choix : {values} ; par défaut : {value})',
  defaultValue: '{description} (par défaut : {value})',
  organizationOption: 'En ligne de commande : --org ID',
  closing: 'Covercast se ferme.',
  savedIsSafe: 'Ce qui a été enregistré est en sécurité.',
  outputFailed: 'La sortie n’a pas pu être écrite ({why}).',
  outputKept: 'Ce qui a été synchronisé et enregistré est conservé.',
  outputNext: 'Vérifiez que le disque a de la place et que le fichier peut être écrit, puis réessayez.',
}

/** What is wrong with a command line, by the library’s code. */
export const commandLine: Translation<typeof englishCommandLine> = {
  missingArgument: '« {name} » manque.',
  optionMissingArgument: '{option} demande une valeur.',
  missingMandatoryOptionValue: '{option} manque.',
  unknownOption: 'Il n’y a pas d’option {option}.',
  excessArguments:
    'Trop d’arguments : {given}. {expected, plural, =0 {Aucun n’est attendu.} one {# est attendu.} other {# sont attendus.}}',
  unknownCommand: 'Il n’y a pas de commande « {name} ».',
  notAChoice: '« {value} » n’est pas possible pour {option}. Choisissez parmi : {values}.',
  didYouMean: 'Vouliez-vous dire {names} ?',
}
