import { parse } from 'yaml'
import { missingPublisher } from '../publisher.ts'

/** The files of a checkout that a release is named by. */
export interface ReleaseFiles {
  readonly manifest: string
  readonly changelog: string
  readonly builder: string
}

/** What keeps a tag from being released, a sentence each. */
export function notReady(tag: string, { manifest, changelog, builder }: ReleaseFiles): readonly string[] {
  const { version } = JSON.parse(manifest) as { readonly version: string }
  const missing = missingPublisher(parse(builder) as Parameters<typeof missingPublisher>[0])
  return [
    ...(tag === `v${version}`
      ? []
      : [`The tag is ${tag}, but package.json has version ${version}: tag it v${version}.`]),
    ...(changesOf(version, changelog) === null
      ? [`CHANGELOG.md has no section "## ${version}" with what changes: write it, without "(not released)".`]
      : []),
    ...(missing.length === 0 ? [] : [`electron-builder.yml names no publisher: fill in ${missing.join(' and ')}.`]),
  ]
}

/** What CHANGELOG.md says about a version; null: nothing, or that it is not released. */
export function changesOf(version: string, changelog: string): string | null {
  const [, ...sections] = changelog.split(/^## /mu)
  const section = sections.find((text) => text.startsWith(`${version}\n`))
  return section?.slice(version.length).trim() || null
}

/** How many packages of each kind a release has (electron-builder.yml). */
const PACKAGES = { AppImage: 1, deb: 1, rpm: 1, dmg: 2, exe: 2 }

/** Which packages a folder does not have as it should, a sentence each. */
export function missingPackages(names: readonly string[], version: string): readonly string[] {
  return Object.entries(PACKAGES).flatMap(([kind, expected]) => {
    const found = names.filter((name) => name.startsWith(`covercast-${version}-`) && name.endsWith(`.${kind}`)).length
    return found === expected
      ? []
      : [`Of ${kind} there should be ${expected} of version ${version}, and there are ${found}.`]
  })
}
