type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

/** Without the keys whose value is undefined, so that a patch cannot unset. */
export function withoutUndefined<T extends object>(patch: T): Defined<T> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Defined<T>
}
