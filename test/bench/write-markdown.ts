import { readFileSync, writeFileSync } from 'node:fs'
import { tableMarkdown, type BenchTable } from './table.ts'

export interface BenchMachine {
  readonly cores: number
  readonly memoryGiB: number
  readonly node: string
  readonly platform: string
  readonly size: string
}

export interface BenchResults {
  readonly machine: BenchMachine
  readonly tables: readonly BenchTable[]
}

const BEGIN = '<!-- bench: begin -->'
const END = '<!-- bench: end -->'

/**
 * Puts the tables between the marks of a document, each in the place of the one of the same title; tables of parts that were not run stay.
 * Throws where it has no marks.
 */
export function writeMarkdown(file: string, { machine, tables }: BenchResults): void {
  const text = readFileSync(file, 'utf8')
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`${file} has no place for tables: it needs the lines ${BEGIN} and ${END}.`)
  const [, ...before] = text.slice(from + BEGIN.length, to).split(/^(?=### )/mu)
  const byTitle = new Map(before.map((table) => [table.split('\n', 1)[0]!, table.trim()]))
  for (const table of tables) byTitle.set(`### ${table.title}`, tableMarkdown(table))
  const body = [machineMarkdown(machine), ...byTitle.values()].join('\n\n')
  writeFileSync(file, `${text.slice(0, from + BEGIN.length)}\n\n${body}\n\n${text.slice(to)}`)
}

function machineMarkdown({ cores, memoryGiB, node, platform, size }: BenchMachine): string {
  return `Data: ${size}. Machine: ${cores} cores, ${memoryGiB} GiB, ${platform}, Node ${node.slice(1)}.`
}
