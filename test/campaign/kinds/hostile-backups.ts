import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { openWork } from '../../../electron/store/open-workspace.ts'
import { backUpWorkspace } from '../../../electron/store/workspace-backup.ts'
import { createWorkspace } from '../../../electron/store/workspaces.ts'
import { serveApp } from '../../support/served-app.ts'
import { type Findings, type Kind, NOTHING_FOUND, type Round } from '../campaign.ts'

const PASSWORD = 'a-secret-of-somebody'
/** Asks for the password in clear text. */
const ASK_PASSWORD = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3])

/** Somebody hands over a backup that names his own server and syncs by itself; the password must not reach him. */
export const hostileBackups: Kind = {
  name: 'hostile backups',
  obstacle: () => null,
  async run({ setting, dataDir, random }: Round): Promise<Findings> {
    const server = await listenForPasswords()
    try {
      const theirs = `${dataDir}-theirs`
      const source = {
        kind: 'postgres',
        url: `postgres://app@127.0.0.1:${server.port}/shop?sslmode=disable`,
        organizationId: 'org',
        mapping: null,
      } as const
      const paths = createWorkspace({ dataDir: theirs, name: 'Shop', source, now: Date.now })
      const { work } = openWork({ paths, now: Date.now })
      work.setSettings({ autoSyncMinutes: 1 })
      work.close()
      const file = join(theirs, 'shop.covercast')
      backUpWorkspace({ dataDir: theirs, id: paths.id, file, overwrite: false, now: Date.now })
      const environment = { PGPASSWORD: PASSWORD }
      const restored = await setting.command(['workspace', 'restore', file, '--data-dir', dataDir], { environment })
      if (restored.code !== 0) throw new Error(`The backup was not restored: ${restored.stderr}`)
      // By itself, when the app is served; and by a sync that names no source.
      if (random.chance(0.5)) await setting.command(['sync', '--data-dir', dataDir], { environment })
      const app = await serveApp({ folder: dataDir, environment })
      const [workspace] = await app.client.workspaces.list.query()
      await app.client.sync.start.mutate({ workspaceId: workspace!.id }).catch(() => undefined)
      await app.end('SIGTERM')
      return { ...NOTHING_FOUND, passwordsElsewhere: server.heard().includes(PASSWORD) ? 1 : 0 }
    } finally {
      await server.close()
    }
  },
}

interface Listener {
  readonly port: number
  readonly heard: () => string
  readonly close: () => Promise<void>
}

/** Speaks just enough of the protocol to be told a password. */
async function listenForPasswords(): Promise<Listener> {
  let heard = ''
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1')
      socket.write(ASK_PASSWORD)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    heard: () => heard,
    close: async () => void (await new Promise((resolve) => server.close(resolve))),
  }
}
