// electron-builder exports the one name for both hooks' context.
import type { AfterPackContext } from 'electron-builder'
import { missingPublisher } from './publisher.ts'

/** Makes electron-builder show the sentence without a stack. */
const CODE = 'ERR_ELECTRON_BUILDER_INVALID_CONFIGURATION'
const NAMING_TARGETS = new Set(['deb', 'rpm'])

/** Called by electron-builder before it packs: a deb and an rpm say who publishes them and where, and nobody can say that but the publisher. */
export async function beforePack({ packager, targets }: AfterPackContext): Promise<void> {
  if (!targets.some(({ name }) => NAMING_TARGETS.has(name))) return
  const missing = missingPublisher(packager.config)
  if (missing.length === 0) return
  const message =
    `A deb or rpm names its publisher, and electron-builder.yml does not yet: fill in ${missing.join(' and ')} (docs/releasing.md). ` +
    'Without them: npm run package -- --linux AppImage'
  throw Object.assign(new Error(message), { code: CODE })
}
