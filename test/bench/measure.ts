/** Runs variants alternately, so that a machine that drifts does not favour one, and gives each one's median. */
export async function measure<Name extends string>(
  rounds: number,
  variants: Readonly<Record<Name, () => Promise<number | void> | number | void>>,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(variants) as Name[]
  const times = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const started = performance.now()
      // A variant that has to prepare something returns the time that counts.
      const own = await variants[name]()
      times.get(name)!.push(typeof own === 'number' ? own : performance.now() - started)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name)!)])) as Record<Name, number>
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

export interface BenchRow {
  readonly what: string
  readonly value: string
  readonly ratio?: string
  readonly goal?: string
}

export function printRows(title: string, rows: readonly BenchRow[]): void {
  const cells = [['', 'measured', 'ratio', 'goal'], ...rows.map((row) => [row.what, row.value, row.ratio ?? '', row.goal ?? ''])]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]!.length)))
  process.stdout.write(`\n${title}\n`)
  for (const row of cells) process.stdout.write(`  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()}\n`)
}

export const ms = (value: number): string => (value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`)
export const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
export const times = (ratio: number): string => `${ratio < 10 ? ratio.toFixed(2) : Math.round(ratio)}x`
