/** Keeps the newest few results by key; asking for one makes it the newest. */
export interface Recent {
  <T>(key: readonly unknown[], compute: () => T): T
}

/** What is computed is told apart by JSON of its key, and kept until `most` others were asked for. */
export function createRecent(most: number): Recent {
  const kept = new Map<string, unknown>()
  return <T>(key: readonly unknown[], compute: () => T): T => {
    const name = JSON.stringify(key)
    const value = kept.has(name) ? (kept.get(name) as T) : compute()
    kept.delete(name)
    kept.set(name, value)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return value
  }
}
