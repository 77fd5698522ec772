import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const DOCUMENTS = ['docs/security.md', 'docs/releasing.md']
const PATH = /`((?:electron|shared|renderer|test|build|docs)\/[\w./-]+|[\w.-]+\.(?:ts|json|yml))`/gu

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8')
const pathsIn = (text: string): readonly string[] => [...text.matchAll(PATH)].map((match) => match[1]!)

describe.each(DOCUMENTS)('%s', (name) => {
  it('names files and tests that exist', () => {
    const paths = pathsIn(read(name))
    expect(paths.length).toBeGreaterThan(5)
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  it('names npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }
    const named = [...read(name).matchAll(/`npm run (?:-s |--silent )?([\w:-]+)/gu)].map((match) => match[1]!)
    expect(named.filter((script) => !(script in scripts))).toEqual([])
  })

  it('links to headings and files that exist', () => {
    const text = read(name)
    const headings = [...text.matchAll(/^#+ (.+)$/gmu)].map((match) =>
      match[1]!
        .toLowerCase()
        .replaceAll(/[^\w\- ]/gu, '')
        .replaceAll(' ', '-'),
    )
    for (const [, target] of text.matchAll(/\]\((?!https?:)([^)]+)\)/gu)) {
      const isThere = target!.startsWith('#')
        ? headings.includes(target!.slice(1))
        : existsSync(join(ROOT, 'docs', target!))
      expect({ target, isThere }).toEqual({ target, isThere: true })
    }
  })
})

describe("Electron's security checklist", () => {
  const rows = [...read('docs/security.md').matchAll(/^\| (\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gmu)].map(
    ([, number, item, by, proof]) => ({ number: Number(number), item: item!, by: by!, proof: proof! }),
  )

  it('is gone through whole', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  it('names for each item what fulfils it and what proves it', () => {
    for (const { number, by, proof } of rows) {
      expect({
        number,
        fulfilled: pathsIn(by).some((path) => !path.startsWith('test/')),
        proved: pathsIn(proof).some((path) => path.endsWith('.test.ts')),
      }).toEqual({ number, fulfilled: true, proved: true })
    }
  })
})
