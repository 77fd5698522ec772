/** What a variant took in each round, milliseconds. */
export type Rounds<Name extends string> = Readonly<Record<Name, readonly number[]>>

/** What a variant does; one that has to prepare something returns the time that counts. */
export type Variant = () => Promise<number | void> | number | void

/** Runs variants alternately, so that a machine that drifts does not favour one. */
async function timeRounds<Name extends string>(
  rounds: number,
  variants: Readonly<Record<Name, Variant>>,
): Promise<Rounds<Name>> {
  const names = Object.keys(variants) as Name[]
  const times = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const started = performance.now()
      const own = await variants[name]()
      times.get(name)!.push(typeof own === 'number' ? own : performance.now() - started)
    }
  }
  return Object.fromEntries(times) as Record<Name, number[]>
}

/** As `timeRounds`, but each variant's median. */
export async function measure<Name extends string>(
  rounds: number,
  variants: Readonly<Record<Name, Variant>>,
): Promise<Readonly<Record<Name, number>>> {
  const times = await timeRounds(rounds, variants)
  return Object.fromEntries((Object.keys(times) as Name[]).map((name) => [name, median(times[name])])) as Record<
    Name,
    number
  >
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
