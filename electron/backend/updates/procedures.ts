import { isNewerVersion } from '../../../shared/contract/update-document.ts'
import { appSettingsFile } from '../core/app-settings-file.ts'
import type { BackendContext } from '../core/context.ts'
import { procedure, router } from '../core/procedure.ts'
import { readUpdateDocument } from './read-document.ts'

/** Asks the address of the settings which version is the newest; without one nothing is asked. Nothing is downloaded. */
async function checkForUpdates({ dataDir, version, publisherUpdates }: BackendContext) {
  const address = (await appSettingsFile(dataDir).read()).updateAddress ?? publisherUpdates ?? null
  if (address === null) return { kind: 'off' } as const
  const read = await readUpdateDocument(address)
  if (read.kind === 'failed') return read
  const { document } = read
  return isNewerVersion(document.version, version)
    ? ({ kind: 'newer', ...document } as const)
    : ({ kind: 'newest', version } as const)
}

/** Newer versions of the app. */
export const updatesRouter = router({
  /** Where the publisher says which version is the newest; null: nowhere. */
  publisher: procedure.query(({ ctx }) => ({ address: ctx.publisherUpdates ?? null, version: ctx.version })),
  /** A mutation, because it leaves the computer: only a press on its button asks for it. */
  check: procedure.mutation(({ ctx }) => checkForUpdates(ctx)),
})
