import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgresBinaries, makeExecutable, type ProcessIdentity, serverIdentity } from './postgres-binaries.ts'

export interface PostgresServerOptions {
  /** Further server settings (`postgresql.conf` names). */
  readonly settings?: Readonly<Record<string, string>>
  /** Lines of pg_hba.conf; by default everyone on this machine is trusted. */
  readonly hba?: readonly string[]
  /** Serve TLS with this certificate. */
  readonly tls?: { readonly certificate: string; readonly key: string }
}

/** A real Postgres of its own: temporary folder, free port, gone when this process is. */
export interface PostgresServer {
  /** URL of the superuser's `postgres` database, over TCP. */
  readonly url: string
  readonly port: number
  /** Folder of the Unix socket. */
  readonly socketFolder: string
  readonly dataFolder: string
  /** Stops it (open connections are ended) and removes its folder. */
  close(): Promise<void>
  /** Ends it and keeps its data: `crash` is a kill without any goodbye. */
  halt(how: 'fast' | 'crash'): Promise<void>
  /** Starts it again on the same port after `halt`. */
  resume(): Promise<void>
}

/** Starts a server, in about a second. Options are those of a test that provokes a failure; without any it is as lax and fast as can be. */
export async function startPostgres(options: PostgresServerOptions = {}): Promise<PostgresServer> {
  const identity = serverIdentity()
  const folder = mkdtempSync(join(tmpdir(), 'covercast-pg-'))
  const dataFolder = join(folder, 'data')
  const binaries = makeExecutable(findPostgresBinaries(), identity, folder)
  mkdirSync(dataFolder, { mode: 0o700 })
  own(folder, identity)
  own(dataFolder, identity)
  initialize({ binaries, dataFolder, identity })
  configure({ dataFolder, socketFolder: folder, identity, options })
  return await launch({ binaries, dataFolder, folder, identity })
}

/** Starts a replica that follows `primary`, which is stopped for a moment to be copied. */
export async function startReplica(
  primary: PostgresServer,
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const identity = serverIdentity()
  const folder = mkdtempSync(join(tmpdir(), 'covercast-pg-'))
  const dataFolder = join(folder, 'data')
  const binaries = makeExecutable(findPostgresBinaries(), identity, folder)
  await primary.halt('fast')
  cpSync(primary.dataFolder, dataFolder, { recursive: true })
  await primary.resume()
  writeFileSync(join(dataFolder, 'standby.signal'), '')
  const all = {
    unix_socket_directories: process.platform === 'win32' ? '' : folder,
    primary_conninfo: `host=127.0.0.1 port=${primary.port} user=postgres`,
    ...settings,
  }
  appendFileSync(join(dataFolder, 'postgresql.auto.conf'), settingLines(all))
  for (const path of [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ])
    own(path, identity)
  chmodSync(dataFolder, 0o700)
  return await launch({ binaries, dataFolder, folder, identity })
}

interface Place {
  readonly binaries: string
  readonly dataFolder: string
  readonly folder: string
  readonly identity: ProcessIdentity | null
}

function initialize({ binaries, dataFolder, identity }: Omit<Place, 'folder'>): void {
  const result = spawnSync(
    join(binaries, 'initdb'),
    ['-D', dataFolder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'],
    { ...identity, encoding: 'utf8', cwd: dataFolder },
  )
  if (result.status !== 0) throw new Error(`initdb failed: ${result.stderr || String(result.error)}`)
}

interface Configuration {
  readonly dataFolder: string
  readonly socketFolder: string
  readonly identity: ProcessIdentity | null
  readonly options: PostgresServerOptions
}

function configure({ dataFolder, socketFolder, identity, options }: Configuration): void {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: process.platform === 'win32' ? '' : socketFolder,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    shared_buffers: '64MB',
    max_wal_size: '2GB',
    max_connections: '60',
    lc_messages: 'C',
    ...options.settings,
  }
  if (options.tls !== undefined) {
    const certificate = join(dataFolder, 'server.crt')
    const key = join(dataFolder, 'server.key')
    copyFileSync(options.tls.certificate, certificate)
    copyFileSync(options.tls.key, key)
    chmodSync(key, 0o600)
    own(certificate, identity)
    own(key, identity)
    Object.assign(settings, { ssl: 'on', ssl_cert_file: certificate, ssl_key_file: key })
  }
  writeFileSync(join(dataFolder, 'postgresql.auto.conf'), settingLines(settings))
  if (options.hba !== undefined) writeFileSync(join(dataFolder, 'pg_hba.conf'), `${options.hba.join('\n')}\n`)
}

function settingLines(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('')
}

async function launch(place: Place): Promise<PostgresServer> {
  const port = await freePort()
  let running = await run(place, port)
  const halt = async (how: 'fast' | 'crash') => {
    await running.end(how)
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    port,
    socketFolder: place.folder,
    dataFolder: place.dataFolder,
    halt,
    async resume() {
      running = await run(place, port)
    },
    async close() {
      await halt('fast')
      rmSync(place.folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

interface RunningServer {
  end(how: 'fast' | 'crash'): Promise<void>
}

async function run({ binaries, dataFolder, folder, identity }: Place, port: number): Promise<RunningServer> {
  const server = spawn(join(binaries, 'postgres'), ['-D', dataFolder, '-p', String(port)], {
    ...identity,
    cwd: dataFolder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const stopWatching = endWithThisProcess(server, folder)
  const exited = once(server, 'exit')
  try {
    await readyToAccept(server)
  } catch (error) {
    stopWatching()
    throw error
  }
  // Nothing of a server in the background may keep a finished test process alive.
  server.unref()
  return {
    async end(how) {
      if (server.exitCode === null && server.signalCode === null) {
        server.ref()
        server.kill(how === 'fast' ? 'SIGINT' : 'SIGKILL')
        await exited
      }
      stopWatching()
    },
  }
}

function readyToAccept(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`Postgres did not start: ${log}`)))
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-10_000)
      if (text.includes('ready to accept')) {
        ;(server.stderr as unknown as { unref?: () => void }).unref?.()
        resolve()
      }
    })
  })
}

/**
 * Ends the server and removes its folder when this process is gone, however it went (exit, signal, SIGKILL):
 * a shell waits for the end of a pipe that only this process holds open.
 */
function endWithThisProcess(server: ChildProcess, folder: string): () => void {
  if (process.platform === 'win32') {
    const kill = () => void server.kill()
    process.once('exit', kill)
    return () => void process.off('exit', kill)
  }
  const script = 'read _; kill -QUIT "$1" 2>/dev/null; while kill -0 "$1" 2>/dev/null; do sleep 0.1; done; rm -rf "$2"'
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', String(server.pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.unref()
  ;(watcher.stdin as unknown as { unref?: () => void }).unref?.()
  return () => void watcher.kill('SIGKILL')
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}

function own(path: string, identity: ProcessIdentity | null): void {
  if (identity !== null) chownSync(path, identity.uid, identity.gid)
}
