import type { DataAccess } from '../../electron/backend/threads/data-access.ts'

export interface CountedData {
  readonly data: DataAccess
  /** Every call of a thread since it was last emptied: "compute.predict". */
  readonly calls: string[]
  /** Those that calls of the compute thread went along with. */
  readonly signals: AbortSignal[]
}

/** The worker threads, and what they are asked. */
export function countedData(data: DataAccess): CountedData {
  const calls: string[] = []
  const signals: AbortSignal[] = []
  const counted = <Thread extends object>(thread: string, remote: Thread): Thread =>
    new Proxy(remote, {
      get(target, name) {
        if (typeof name === 'string' && name !== 'then') calls.push(`${thread}.${name}`)
        return Reflect.get(target, name) as unknown
      },
    })
  return {
    calls,
    signals,
    data: {
      ...data,
      reader: (signal) => counted('reader', data.reader(signal)),
      work: () => counted('work', data.work()),
      compute(signal) {
        if (signal !== undefined) signals.push(signal)
        return counted('compute', data.compute(signal))
      },
    },
  }
}
