import { exposeToParent } from '../../../electron/backend/threads/worker-channel.ts'

// A worker thread that dies of some of its calls.
exposeToParent({
  functions: {
    erase: () => process.exit(7),
    list: () => [],
    // Thrown where nobody waits for it, as from a listener.
    release: () => new Promise(() => setImmediate(() => fail())),
    // More than an array can hold.
    forecast: () => new Promise(() => setImmediate(() => Buffer.alloc(2 ** 53))),
    recommend: () => 'recommended',
  },
  onClose: () => undefined,
})

function fail(): never {
  throw new Error('A worker fails.')
}
