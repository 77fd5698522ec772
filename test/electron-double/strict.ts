/** Asked of every object by promises, inspectors and serializers. */
const HARMLESS = new Set([
  'then',
  'toJSON',
  'constructor',
  'inspect',
  'nodeType',
  'tagName',
  '$$typeof',
  'asymmetricMatch',
])

/** The object, but asking for what it does not have fails by name: a test must not pass on an API that nobody stood in for. */
export function strict<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key, receiver): unknown {
      if (typeof key === 'string' && !(key in target) && !HARMLESS.has(key))
        throw new Error(`The Electron double has no ${name}.${key}.`)
      return Reflect.get(target, key, receiver)
    },
  })
}

/** Fails by name for options that the double does not know, and so would pass over. */
export function onlyKnown(name: string, given: object, known: readonly string[]): void {
  for (const key of Object.keys(given))
    if (!known.includes(key)) throw new Error(`The Electron double does not know the option ${key} of ${name}.`)
}

/** An event whose default can be prevented. */
export interface DoubleEvent {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

export function createEvent<T extends object>(details: T): DoubleEvent & T {
  let prevented = false
  const event = {
    ...details,
    get defaultPrevented() {
      return prevented
    },
    preventDefault() {
      prevented = true
    },
  }
  return event
}
