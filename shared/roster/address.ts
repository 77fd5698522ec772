const ADDRESS = /[^\s@<>(),;]+@[^\s@<>(),;]+\.[^\s@<>(),;]+/u

/** The address in the place of a name: "Ann Lee (ann@example.com)"; empty: there is none. */
export function addressIn(name: string): string {
  return ADDRESS.exec(name)?.[0] ?? ''
}

/** The name without its address; where it is nothing else, the address. */
export function withoutAddress(name: string): string {
  if (!name.includes('@')) return name
  const left = name
    .replace(ADDRESS, ' ')
    .replaceAll(/[<(]\s*[>)]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  return /\p{L}/u.test(left) ? left : name
}
