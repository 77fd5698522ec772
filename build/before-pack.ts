// electron-builder exports the one name for both hooks' context.
import type { AfterPackContext } from 'electron-builder'

/** Makes electron-builder show the sentence without a stack. */
const CODE = 'ERR_ELECTRON_BUILDER_INVALID_CONFIGURATION'
const PLACEHOLDER = /\.(?:example|invalid|test|localhost)\b|\bexample\.(?:com|net|org)\b/iu

/** Called by electron-builder before it packs: a deb says who publishes it and where, and nobody can say that but the publisher. */
export async function beforePack({ packager, targets }: AfterPackContext): Promise<void> {
  if (!targets.some(({ name }) => name === 'deb')) return
  const { homepage } = packager.config.extraMetadata ?? {}
  const missing = [
    ...(isFilledIn(homepage) ? [] : ['extraMetadata.homepage']),
    ...(isFilledIn(packager.config.linux?.maintainer) ? [] : ['linux.maintainer']),
  ]
  if (missing.length === 0) return
  const message =
    `A deb names its publisher, and electron-builder.yml does not yet: fill in ${missing.join(' and ')} (docs/releasing.md). ` +
    'Without them: npm run package -- --linux AppImage'
  throw Object.assign(new Error(message), { code: CODE })
}

function isFilledIn(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && !PLACEHOLDER.test(value)
}
