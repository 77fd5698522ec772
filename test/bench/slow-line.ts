import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

interface LineStart {
  readonly host: string
  readonly port: number
  readonly delayMs: number
}

/** A line to a server that is far away: everything arrives later, in each direction. In a thread of its own, so as not to take part. */
export async function startSlowLine(
  serverUrl: string,
  delayMs: number,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const url = new URL(serverUrl)
  const start: LineStart = { host: url.hostname, port: Number(url.port), delayMs }
  const worker = new Worker(new URL(import.meta.url), { workerData: start })
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  url.port = String(port)
  url.searchParams.set('sslmode', 'disable')
  return { url: url.href, close: async () => void (await worker.terminate()) }
}

function serve({ host, port, delayMs }: LineStart): void {
  const pass = (from: Socket, to: Socket): void => {
    from.setNoDelay(true)
    from.on('data', (chunk) => setTimeout(() => void (to.destroyed || to.write(chunk)), delayMs))
    from.on('close', () => setTimeout(() => to.destroy(), delayMs))
    from.on('error', () => undefined)
  }
  const server = createServer((client) => {
    const upstream = connect(port, host)
    pass(client, upstream)
    pass(upstream, client)
  })
  server.listen(0, '127.0.0.1', () => parentPort!.postMessage((server.address() as AddressInfo).port))
}

if (!isMainThread && parentPort !== null && 'delayMs' in (workerData as object)) serve(workerData as LineStart)
