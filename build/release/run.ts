import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { LONGEST_NOTES, updateDocumentSchema } from '../../shared/contract/update-document.ts'
import { clip } from '../../shared/foundation/clip.ts'
import { billOfMaterials } from './bill-of-materials.ts'
import { changesOf, missingPackages, notReady } from './readiness.ts'
import { signingOf } from './signing.ts'

// What .github/workflows/release.yml runs, in a checkout: `ready TAG`, `package`, `notes FOLDER`, `update`, `sbom`.
const root = process.cwd()
const read = (name: string): string => readFileSync(join(root, name), 'utf8')
const manifest = JSON.parse(read('package.json')) as Parameters<typeof billOfMaterials>[1] & {
  readonly version: string
}
const SIGNING = /^signing-.+\.txt$/u

const commands: Readonly<Record<string, (argument: string) => void>> = {
  ready(tag) {
    refuse(
      notReady(tag, {
        manifest: read('package.json'),
        changelog: read('CHANGELOG.md'),
        builder: read('electron-builder.yml'),
      }),
    )
  },

  package() {
    const { APPLE_API_KEY_TEXT: key, ...given } = process.env
    // Apple's tool reads the key from a file; a secret is a text.
    const keys = mkdtempSync(join(tmpdir(), 'covercast-key-'))
    try {
      const file = join(keys, 'key.p8')
      if (key) writeFileSync(file, key, { mode: 0o600 })
      const { args, environment, sentence } = signingOf(
        process.platform,
        key ? { ...given, APPLE_API_KEY: file } : given,
      )
      mkdirSync(join(root, 'dist'), { recursive: true })
      if (sentence !== null) writeFileSync(join(root, 'dist', `signing-${process.platform}.txt`), `${sentence}\n`)
      const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
      const { status, error } = spawnSync(process.execPath, [builder, '--publish=never', ...args], {
        cwd: root,
        env: environment,
        stdio: 'inherit',
      })
      if (error !== undefined) throw error
      process.exitCode = status ?? 1
    } finally {
      rmSync(keys, { recursive: true, force: true })
    }
  },

  notes(folder) {
    const names = readdirSync(folder)
    refuse(missingPackages(names, manifest.version))
    const sentences = names
      .filter((name) => SIGNING.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8').trim())
    process.stdout.write(`${[changesOf(manifest.version, read('CHANGELOG.md')) ?? '', ...sentences].join('\n\n')}\n`)
  },

  update() {
    const { extraMetadata } = parse(read('electron-builder.yml')) as {
      readonly extraMetadata: { readonly homepage: unknown }
    }
    const { version } = manifest
    const notes = changesOf(version, read('CHANGELOG.md')) ?? ''
    const document = updateDocumentSchema.safeParse({
      version,
      notes: clip(notes, LONGEST_NOTES),
      page: extraMetadata.homepage,
    })
    if (document.success) process.stdout.write(`${JSON.stringify(document.data, null, 2)}\n`)
    else
      refuse([
        'extraMetadata.homepage of electron-builder.yml is the page that updates lead to: make it an https address.',
      ])
  },

  sbom() {
    process.stdout.write(billOfMaterials(root, manifest))
  },
}

const [command = '', argument = ''] = process.argv.slice(2)
const run = commands[command]
if (run === undefined) refuse([`Say one of: ${Object.keys(commands).join(', ')}.`])
else run(argument)

function refuse(sentences: readonly string[]): void {
  if (sentences.length === 0) return
  process.stderr.write(`${sentences.join('\n')}\n`)
  process.exit(1)
}
