import { startPostgresProxy, type PostgresProxy } from './postgres-proxy.ts'

/** Stands between a client and a server, and keeps what crosses. */
export interface RecordingProxy extends Pick<PostgresProxy, 'close'> {
  readonly port: number
  /** Pieces in the order in which they crossed. */
  readonly crossed: readonly { readonly from: 'client' | 'server'; readonly bytes: Buffer }[]
  /** Forgets what crossed so far. */
  clear(): void
}

/** Starts a proxy on a free port in front of a server. */
export async function startRecordingProxy(serverUrl: string): Promise<RecordingProxy> {
  const crossed: { readonly from: 'client' | 'server'; readonly bytes: Buffer }[] = []
  const proxy = await startPostgresProxy(serverUrl, { onData: (from, bytes) => void crossed.push({ from, bytes }) })
  return {
    port: Number(new URL(proxy.url).port),
    crossed,
    clear: () => void crossed.splice(0),
    close: () => proxy.close(),
  }
}
