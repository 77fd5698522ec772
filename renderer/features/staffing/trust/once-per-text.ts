/** Each sentence once, in the order in which they come, with the names of the pools it is of; null: of all of several. */
export function oncePerText<P extends { readonly name: string }, N extends { readonly text: string }>(
  pools: readonly P[],
  notesOf: (pool: P) => readonly N[],
): readonly (N & { readonly poolNames: string | null })[] {
  const byText = Map.groupBy(
    pools.flatMap((pool) => notesOf(pool).map((note) => ({ note, name: pool.name }))),
    ({ note }) => note.text,
  )
  return [...byText.values()].map((found) => ({
    ...found[0]!.note,
    poolNames: found.length === pools.length && pools.length > 1 ? null : found.map(({ name }) => name).join(', '),
  }))
}
