import { once } from 'node:events'
import type { Command } from 'commander'
import type { TerminalTexts } from '../format.ts'
import { parseCount, usage, valueOption, type GlobalOptions } from '../options.ts'
import type { ServeHost } from '../serve-host.ts'
import { createPrinter } from '../terminal.ts'

interface ServeOptions extends GlobalOptions {
  readonly port?: number
  readonly open: boolean
}

const HIGHEST_PORT = 65_535

/** `covercast serve`: the app in a browser, until it is interrupted. */
export function addServeCommand(program: Command, host: ServeHost, texts: TerminalTexts): void {
  const { serve: t } = texts
  program
    .command('serve')
    .description(t.description)
    .addOption(valueOption('--port <n>', t.port, { parse: parsePort, texts }))
    .option('--no-open', t.noOpen)
    .action(async (options: ServeOptions) => {
      const printer = createPrinter(host.terminal, options.json === true)
      const server = await host.startServer({ dataDir: options.dataDir ?? null, port: options.port ?? null })
      try {
        const opened = options.open && (await host.openInBrowser(server.ticketUrl()))
        printer.result({ url: server.url, port: server.port }, () => t.address({ url: server.url }))
        printer.note(opened ? t.opened : t.openIt)
        if (!host.signal.aborted) await once(host.signal, 'abort')
      } finally {
        await server.close()
      }
    })
}

function parsePort(value: string, texts: TerminalTexts): number {
  const { serve: t } = texts
  const port = parseCount(value, texts)
  if (port <= HIGHEST_PORT) return port
  throw usage(t.notAPort({ value }), t.portRange({ most: String(HIGHEST_PORT) }))
}
