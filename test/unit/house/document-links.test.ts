import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const DOCUMENTS = [
  'README.md',
  'CHANGELOG.md',
  ...['docs', 'docs/decisions'].flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`)),
].filter((name) => name.endsWith('.md'))
const CONTEXTS = ['electron', 'renderer', 'shared'].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('CONTEXT.md'))
    .map((name) => join(room, name)),
)
const FILE = /`(?<path>[\w./-]+\.tsx?)`/gu
const LINK = /\]\((?!https?:|mailto:)(?<target>[^)\s]+)\)/gu

const proseOf = (document: string): string =>
  readFileSync(join(ROOT, document), 'utf8').replaceAll(/^```.*?^```$/gmsu, '')

/** Links of a document whose file is not there, or has no such heading. */
function brokenLinks(document: string): readonly string[] {
  return [...proseOf(document).matchAll(LINK)].flatMap(({ groups }) => {
    const [path = '', heading] = groups!.target!.split('#')
    const file = path === '' ? document : join(dirname(document), decodeURIComponent(path))
    const isThere = existsSync(join(ROOT, file)) && (heading === undefined || headingsOf(file).includes(heading))
    return isThere ? [] : [groups!.target!]
  })
}

/** As GitHub names them in an address. */
function headingsOf(document: string): readonly string[] {
  return [...proseOf(document).matchAll(/^#+ (?<words>.+)$/gmu)].map(({ groups }) =>
    groups!
      .words!.toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\-_ ]/gu, '')
      .replaceAll(' ', '-'),
  )
}

describe('the documents', () => {
  it('link to each other', () => {
    const links = DOCUMENTS.flatMap((document) => [...proseOf(document).matchAll(LINK)])
    expect(links.length).toBeGreaterThan(10)
  })

  it.each(CONTEXTS)('%s names files that exist', (document) => {
    const named = [...proseOf(document).matchAll(FILE)].map(({ groups }) => groups!.path!)
    expect(
      named.filter((path) => ![join(dirname(document), path), path].some((file) => existsSync(join(ROOT, file)))),
    ).toEqual([])
  })

  it.each(DOCUMENTS)('%s links to files and headings that exist', (document) => {
    expect(brokenLinks(document)).toEqual([])
  })
})
