import { stripVTControlCharacters } from 'node:util'

/** The two streams and what the terminal can show; a test passes its own. */
export interface Terminal {
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  readonly locale: string
}

export interface OutputStream {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

export interface Printer {
  /** Exactly one JSON document, or text for people, on stdout. */
  result(document: unknown, text: () => string): void
  /** A warning or a hint for people, on stderr. */
  note(text: string): void
}

/** Prints results: JSON for machines when `json`, else text for people. */
export function createPrinter(terminal: Terminal, json: boolean): Printer {
  return {
    result: (document, text) =>
      terminal.stdout.write(json ? `${JSON.stringify(document)}\n` : ensureNewline(printable(text()))),
    note: (text) => terminal.stderr.write(ensureNewline(printable(text))),
  }
}

/** Names come from somebody's database: control characters in them must not steer the terminal, nor marks of direction turn the rest of the line round. */
export function printable(text: string): string {
  return (
    stripVTControlCharacters(text)
      // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
      .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/gu, ' ')
      .replaceAll(/\p{Bidi_Control}/gu, '')
  )
}

/** A name as part of a line: its line breaks are spaces. */
export function onOneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/gu, ' ')
}

function ensureNewline(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`
}
