import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from './support/packed-app.ts'
import { workflowMistakes } from './support/workflow-mistakes.ts'

interface Step {
  readonly name?: string
  readonly uses?: string
  readonly run?: string
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly uses?: string
  readonly steps?: readonly Step[]
}
interface Workflow {
  readonly permissions: object
  readonly jobs: Readonly<Record<string, Job>>
}

const FILES = ['ci.yml', 'release.yml']
const textOf = (file: string): string => readFileSync(join(ROOT, '.github', 'workflows', file), 'utf8')
const workflows = FILES.map((file) => ({ file, ...(parse(textOf(file)) as Workflow) }))
const jobs = workflows.flatMap(({ file, jobs: named }) =>
  Object.entries(named).map(([name, job]) => ({ file, name, job })),
)
const steps = jobs.flatMap(({ job }) => job.steps ?? [])

/** The commits of the actions' releases, looked up in their repositories. A newer release is looked up before it is put here. */
const PINS: Readonly<Record<string, string>> = {
  'actions/attest': '1e69f48acb82d1966a394da916b4c1698aa569d6 # v4.2.2',
  'actions/checkout': '3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  'actions/download-artifact': '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1',
  'actions/setup-node': '820762786026740c76f36085b0efc47a31fe5020 # v7.0.0',
  'actions/upload-artifact': 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0',
}

/** Steps of a shell that run only where the workflow does, and why. */
const ONLY_THERE: Readonly<Record<string, string>> = {
  'Get a browser for the tests': 'downloads a browser',
  'Install, build and test': 'is what runs this test',
  Install: 'installs from the registry, as .ci/run does',
  'Get what makes an rpm': 'installs a package of the system, as root',
  Build: 'has been run before these tests',
  'Package for Linux': "downloads Electron and the targets' tools",
  'Package for macOS': 'needs macOS',
  'Package for Windows': 'needs Windows',
}
const TRIED = [
  'Compare the tag with the version, the changes and the publisher',
  'See that every package is there, and write the notes',
  'List what is in the packages',
  'Write what the app reads when it looks for updates',
  'Write the checksums',
  'Draft the release, for a person to try and publish',
]

/** What a release has besides the packages. */
const MADE = ['covercast-sbom.cdx.json', 'covercast-update.json']

describe('the workflows', () => {
  it.each(FILES)('%s is one that GitHub understands', async (name) => {
    expect(await workflowMistakes(name, textOf(name))).toEqual([])
    expect(await workflowMistakes(name, textOf(name).replace('runs-on:', 'runs-at:'))).not.toEqual([])
  })

  it('name each action by the commit of a release', () => {
    const named = FILES.flatMap((file) => [...textOf(file).matchAll(/uses: ([^\s@]+)@(.+)$/gmu)]).map((match) => [
      match[1],
      match[2],
    ])
    expect(named.length).toBe(steps.filter(({ uses }) => uses !== undefined).length)
    expect(named.filter(([action, pin]) => PINS[action!] !== pin)).toEqual([])
    expect(new Set(named.map(([action]) => action))).toEqual(new Set(Object.keys(PINS)))
  })

  it('may read, and only the job that drafts the release may write', () => {
    expect(workflows.map(({ permissions }) => permissions)).toEqual(FILES.map(() => ({})))
    const writing = { contents: 'write', 'id-token': 'write', attestations: 'write' }
    expect(jobs.map(({ name, job }) => [name, job.permissions])).toEqual(
      jobs.map(({ name }) => [name, name === 'draft' ? writing : { contents: 'read' }]),
    )
    expect(jobs.filter(({ job }) => job.uses !== undefined).map(({ job }) => job.uses)).toEqual([
      './.github/workflows/ci.yml',
    ])
  })

  it('put no text from outside into a shell', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
  })

  it('have no step of a shell that is neither tried here nor known to run only there', () => {
    const names = new Set(steps.filter(({ run }) => run !== undefined).map(({ name }) => name))
    expect(names).toEqual(new Set([...Object.keys(ONLY_THERE), ...TRIED]))
  })
})

describe.runIf(process.platform === 'linux')('a step of the release', () => {
  let checkout: string
  let tools: string
  beforeAll(() => {
    const temporary = mkdtempSync(join(tmpdir(), 'covercast-workflow-'))
    checkout = join(temporary, 'checkout')
    tools = join(temporary, 'tools')
    mkdirSync(join(checkout, 'dist'), { recursive: true })
    mkdirSync(tools)
    for (const name of ['package.json', 'package-lock.json', 'CHANGELOG.md', 'electron-builder.yml'])
      copyFileSync(join(ROOT, name), join(checkout, name))
    for (const name of ['build', 'node_modules']) symlinkSync(join(ROOT, name), join(checkout, name))
  })
  afterAll(() => rmSync(dirname(checkout), { recursive: true, force: true }))

  const version = (): string =>
    (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version
  const write = (name: string, text: string): void => writeFileSync(join(checkout, name), text)
  const read = (name: string): string => readFileSync(join(checkout, name), 'utf8')

  /** Runs a step as the workflow does. */
  function runStep(
    name: string,
    environment: Readonly<Record<string, string>> = {},
  ): { code: number | null; said: string } {
    const script = steps.find((step) => step.name === name)?.run
    if (script === undefined) throw new Error(`No step is called ${name}.`)
    const path = [tools, dirname(process.execPath), process.env['PATH']].join(delimiter)
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd: checkout,
      env: { ...process.env, ...environment, PATH: path },
      encoding: 'utf8',
    })
    return { code: status, said: stdout + stderr }
  }

  it('refuses a tag that is not ready, a sentence for each reason', () => {
    write('CHANGELOG.md', `# Changes\n\n## ${version()} (not released)\n\n- Something.\n`)
    expect(runStep(TRIED[0]!, { TAG: 'v99.0.0' })).toEqual({
      code: 1,
      said: [
        `The tag is v99.0.0, but package.json has version ${version()}: tag it v${version()}.`,
        `CHANGELOG.md has no section "## ${version()}" with what changes: write it, without "(not released)".`,
        'electron-builder.yml names no publisher: fill in extraMetadata.homepage and linux.maintainer.\n',
      ].join('\n'),
    })
  })

  it('lets one pass that is, and then drafts the release with all that belongs to it', () => {
    write('CHANGELOG.md', `# Changes\n\n## ${version()}\n\n- Something new.\n\n## 0.0.1\n\n- Older.\n`)
    write(
      'electron-builder.yml',
      read('electron-builder.yml')
        .replace('homepage:', 'homepage: https://covercast.org')
        .replace('maintainer:', 'maintainer: Ann <ann@covercast.org>'),
    )
    expect(runStep(TRIED[0]!, { TAG: `v${version()}` })).toEqual({ code: 0, said: '' })

    expect(runStep(TRIED[1]!)).toMatchObject({ code: 1, said: expect.stringContaining('Of dmg there should be 2') })
    const kinds = [
      'linux-x86_64.AppImage',
      'linux-amd64.deb',
      'linux-x86_64.rpm',
      'mac-arm64.dmg',
      'mac-x64.dmg',
      'win-x64.exe',
      'win-arm64.exe',
    ]
    const packages = kinds.map((kind) => `covercast-${version()}-${kind}`)
    for (const name of packages) write(join('dist', name), name)
    write('dist/signing-darwin.txt', '**macOS.** Not signed.\n')
    expect(runStep(TRIED[1]!)).toEqual({ code: 0, said: '' })
    expect(read('notes.md')).toBe('- Something new.\n\n**macOS.** Not signed.\n')

    expect(runStep(TRIED[2]!)).toEqual({ code: 0, said: '' })
    const bill = JSON.parse(read('dist/covercast-sbom.cdx.json')) as {
      readonly bomFormat: string
      readonly metadata: { readonly component: { readonly name: string } }
      readonly components: readonly { readonly name: string }[]
    }
    expect([bill.bomFormat, bill.metadata.component.name]).toEqual(['CycloneDX', 'covercast'])
    const listed = bill.components.map(({ name }) => name)
    expect(listed).toEqual(expect.arrayContaining(['electron', 'better-sqlite3', 'react', 'pg', 'echarts']))
    expect(listed).not.toContain('vitest')

    expect(runStep(TRIED[3]!)).toEqual({ code: 0, said: '' })
    expect(JSON.parse(read('dist/covercast-update.json'))).toEqual({
      version: version(),
      notes: '- Something new.',
      page: 'https://covercast.org',
    })

    expect(runStep(TRIED[4]!)).toEqual({ code: 0, said: '' })
    const sums = read('dist/SHA256SUMS').trim().split('\n')
    expect(sums.map((line) => line.slice(66))).toEqual([...packages, ...MADE].toSorted())
    expect(spawnSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: join(checkout, 'dist') }).status).toBe(0)

    writeFileSync(join(tools, 'gh'), '#!/bin/sh\nprintf "%s\\n" "$@"\n')
    chmodSync(join(tools, 'gh'), 0o755)
    const { code, said } = runStep(TRIED[5]!, { TAG: `v${version()}` })
    expect(code).toBe(0)
    expect(said.trim().split('\n').toSorted()).toEqual(
      [
        'release',
        'create',
        `v${version()}`,
        '--draft',
        '--verify-tag',
        '--title',
        `Covercast ${version()}`,
        '--notes-file',
        'notes.md',
        ...[...packages, ...MADE, 'SHA256SUMS'].map((name) => `dist/${name}`),
      ].toSorted(),
    )
  })
})
