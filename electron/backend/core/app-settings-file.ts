import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { appSettingsSchema, type AppSettings } from '../../../shared/contract/app-settings.ts'

/** The app's settings, in app.json of the data folder. */
export interface AppSettingsFile {
  /** What is missing or cannot be read has its default. */
  read(): Promise<AppSettings>
  /** Changes some settings; a crash leaves the old file or the new one, never half of one. */
  save(patch: Partial<AppSettings>): Promise<AppSettings>
}

export function appSettingsFile(dataDir: string): AppSettingsFile {
  const file = join(dataDir, 'app.json')
  let last: Promise<unknown> = Promise.resolve()

  async function read(): Promise<AppSettings> {
    return appSettingsSchema.parse(await readKnown(file))
  }
  async function write(settings: AppSettings): Promise<void> {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    const unfinished = `${file}.${process.pid}.part`
    try {
      const handle = await open(unfinished, 'w', 0o600)
      try {
        await handle.writeFile(`${JSON.stringify(settings, null, 2)}\n`)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(unfinished, file)
    } finally {
      await rm(unfinished, { force: true })
    }
  }
  return {
    read,
    save(patch) {
      // One after the other, so that of two patches neither is lost.
      const saved = last.then(async () => {
        const settings = appSettingsSchema.parse({ ...(await read()), ...patch })
        await write(settings)
        return settings
      })
      last = saved.catch(() => undefined)
      return saved
    },
  }
}

/** The settings of the file that are valid, each by itself: one that a newer version wrote must not cost the others. */
async function readKnown(file: string): Promise<Readonly<Record<string, unknown>>> {
  let found: unknown
  try {
    found = JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return {}
  }
  if (typeof found !== 'object' || found === null) return {}
  const entries = Object.entries(appSettingsSchema.shape).flatMap(([key, schema]) => {
    const value = schema.safeParse((found as Record<string, unknown>)[key])
    return value.success ? [[key, value.data] as const] : []
  })
  return Object.fromEntries(entries)
}
