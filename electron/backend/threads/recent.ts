/** Keeps the newest few results by key; asking for one makes it the newest. */
export type Recent<T> = (key: readonly unknown[], compute: () => T) => T

/** Keys are distinguished by their JSON. A result is kept until `most` others were asked for. */
export function createRecent<T>(most: number): Recent<T> {
  const kept = new Map<string, T>()
  return (key, compute) => {
    const name = JSON.stringify(key)
    const value = kept.has(name) ? kept.get(name)! : compute()
    kept.delete(name)
    kept.set(name, value)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return value
  }
}
