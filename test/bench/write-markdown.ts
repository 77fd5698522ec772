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

/** Puts the tables between the marks of a document. Throws where it has none. */
export function writeMarkdown(file: string, results: BenchResults): void {
  const text = readFileSync(file, 'utf8')
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`${file} has no place for tables: it needs the lines ${BEGIN} and ${END}.`)
  writeFileSync(file, `${text.slice(0, from + BEGIN.length)}\n\n${markdownOf(results)}\n\n${text.slice(to)}`)
}

function markdownOf({ machine, tables }: BenchResults): string {
  const { cores, memoryGiB, node, platform, size } = machine
  return [
    `Data: ${size}. Machine: ${cores} cores, ${memoryGiB} GiB, ${platform}, Node ${node.slice(1)}.`,
    ...tables.map(tableMarkdown),
  ].join('\n\n')
}
