import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { program as englishProgram, commandLine as englishCommandLine } from '../en/program.ts'

/** The `covercast` command itself: its help, and what is wrong with a command line. */
export const program: Translation<typeof englishProgram> = {
  description:
    'Muestra cuándo se pierden visitantes de su sitio web porque no hay ningún agente en línea, desde su propio Postgres.',
  helpHint: 'Ejecute `covercast help` para ver los comandos y sus opciones.',
  help: 'mostrar esta ayuda',
  helpCommand: 'mostrar la ayuda de un comando',
  version: 'mostrar la versión',
  // Headings of the help, by what the library calls them.
  headings: {
    'Usage:': 'Uso:',
    'Arguments:': 'Argumentos:',
    'Options:': 'Opciones:',
    'Commands:': 'Comandos:',
  },
  choices: '{description} (uno de: {values})',
  choicesAndDefault: '{description} (uno de: {values}; predeterminado: {value})',
  defaultValue: '{description} (predeterminado: {value})',
  organizationOption: 'En la línea de comandos: --org ID',
  closing: 'Covercast se está cerrando.',
  savedIsSafe: 'Lo guardado está a salvo.',
  outputFailed: 'No se pudo escribir la salida ({why}).',
  outputKept: 'Lo sincronizado y guardado se conserva.',
  outputNext: 'Compruebe que el disco tiene espacio y que el archivo se puede escribir, e inténtelo de nuevo.',
}

/** What is wrong with a command line, by the library’s code. */
export const commandLine: Translation<typeof englishCommandLine> = {
  missingArgument: 'Falta “{name}”.',
  optionMissingArgument: '{option} necesita un valor.',
  missingMandatoryOptionValue: 'Falta {option}.',
  unknownOption: 'No existe la opción {option}.',
  excessArguments:
    'Demasiados argumentos: {given}. {expected, plural, =0 {No se espera ninguno.} one {Se espera #.} other {Se esperan #.}}',
  unknownCommand: 'No existe el comando “{name}”.',
  notAChoice: '“{value}” no es posible para {option}. Elija uno de: {values}.',
  didYouMean: '¿Quería decir {names}?',
}
