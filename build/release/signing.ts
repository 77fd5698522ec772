/** How a system's packages are signed. */
export interface Signing {
  /** What electron-builder is asked beyond its file. */
  readonly args: readonly string[]
  /** The environment for electron-builder: nothing is set and empty, which it would take for a certificate. */
  readonly environment: Readonly<Record<string, string>>
  /** For the notes of the release; null: users need not know anything. */
  readonly sentence: string | null
}

type Environment = Readonly<Record<string, string | undefined>>

const NOTARISING = ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER']
const OF_LINUX =
  '**Linux.** The packages are not signed. Compare them with `SHA256SUMS`, and ask where they were made: `gh attestation verify FILE --repo OWNER/NAME`.'
const UNSIGNED_MAC =
  '**macOS.** The app is not signed by a publisher that Apple knows, so macOS refuses the first start. Compare the checksum, then choose *Open Anyway* in System Settings, *Privacy & Security*.'
const UNNOTARISED =
  '**macOS.** The app is signed, but Apple has not checked it, so macOS refuses the first start. Choose *Open Anyway* in System Settings, *Privacy & Security*.'
const UNSIGNED_WINDOWS =
  '**Windows.** The installers are not signed, so Windows warns before the first start. Compare the checksum, then choose *More info* and *Run anyway*.'

/** Signed where there is a certificate, else without, and then with a sentence for users. */
export function signingOf(platform: NodeJS.Platform, given: Environment): Signing {
  const environment = Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1]?.trim())),
  )
  const isSigned = 'CSC_LINK' in environment
  if (platform === 'win32') return { args: [], environment, sentence: isSigned ? null : UNSIGNED_WINDOWS }
  if (platform !== 'darwin') return { args: [], environment, sentence: OF_LINUX }
  const isNotarised = NOTARISING.every((name) => name in environment)
  if (isSigned) return { args: [], environment, sentence: isNotarised ? null : UNNOTARISED }
  return {
    // Apple silicon starts nothing that is not signed at all. A hardened app loads no library that the same publisher did not sign, and there is none.
    args: ['-c.mac.identity=-', '-c.mac.hardenedRuntime=false', '-c.mac.notarize=false'],
    environment: { ...environment, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
    sentence: UNSIGNED_MAC,
  }
}
