import { once } from 'node:events'
import { Option, type Command } from 'commander'
import { parseCount, usage, type GlobalOptions } from '../options.ts'
import type { ServeHost } from '../serve-host.ts'
import { createPrinter } from '../terminal.ts'

interface ServeOptions extends GlobalOptions {
  readonly port?: number
  readonly open: boolean
}

const HIGHEST_PORT = 65_535

/** `covercast serve`: the app in a browser, until it is interrupted. */
export function addServeCommand(program: Command, host: ServeHost): void {
  program
    .command('serve')
    .description('Serves the app to a browser on this computer, until Ctrl+C.')
    .addOption(
      new Option('--port <n>', 'port to listen on (default: that of the last time, or a free one)').argParser(
        parsePort,
      ),
    )
    .option('--no-open', 'only print the address')
    .action(async (options: ServeOptions) => {
      const printer = createPrinter(host.terminal, options.json === true)
      const server = await host.startServer({ dataDir: options.dataDir ?? null, port: options.port ?? null })
      try {
        const opened = options.open && (await host.openInBrowser(server.ticketUrl()))
        printer.result({ url: server.url, port: server.port }, () => `Covercast is at ${server.url}`)
        printer.note(
          opened
            ? 'It opens in your browser. Ctrl+C ends it.'
            : 'Open this address in a browser on this computer. Ctrl+C ends it.',
        )
        if (!host.signal.aborted) await once(host.signal, 'abort')
      } finally {
        await server.close()
      }
    })
}

function parsePort(value: string): number {
  const port = parseCount(value)
  if (port <= HIGHEST_PORT) return port
  throw usage(`"${value}" is not a port.`, `Give a number up to ${HIGHEST_PORT}; 0 takes a free one.`)
}
