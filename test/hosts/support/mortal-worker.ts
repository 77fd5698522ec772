import { exposeToParent } from '../../../electron/store/worker-channel.ts'

// A worker thread that dies of one of its calls.
exposeToParent({
  functions: {
    erase: () => process.exit(7),
    list: () => [],
  },
  onClose: () => undefined,
})
