import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const LICENCE_FILE = /^(?:licen[cs]e|notice|copying|copyright)/iu
const RULE = '-'.repeat(80)
const HEAD = `Covercast contains the work of others. This file names it, with the terms under which it may be used.

Electron, Chromium and Node.js have files of their own beside this one: LICENSE.electron.txt and LICENSES.chromium.html.
SQLite, which is compiled into better-sqlite3, is in the public domain.
`

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly author?: string | { readonly name: string }
  readonly homepage?: string
}

/** The notices of packages, given as folders below node_modules. Throws for a package that says nothing of its licence. */
export function noticesOf(root: string, packages: Iterable<string>): string {
  const sections = [...packages].map((folder) => sectionOf(root, join(root, 'node_modules', folder)))
  const unique = new Map(sections.map((section) => [section.title, section.text]))
  const sorted = [...unique].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [HEAD, ...sorted.map(([title, text]) => `${RULE}\n${title}\n${RULE}\n\n${text}\n`)].join('\n')
}

function sectionOf(root: string, folder: string): { readonly title: string; readonly text: string } {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  const { name, version, license, homepage } = manifest
  if (license === undefined) throw new Error(`${name} names no licence; look at it before you ship it.`)
  const texts = licenceFiles(folder).map((file) => readFileSync(file, 'utf8').trim())
  const title = [`${name} ${version}`, license, homepage].filter((part) => part !== undefined).join(' - ')
  return { title, text: (texts.length > 0 ? texts : [standardText(root, manifest)]).join('\n\n') }
}

/** The package's licence and notices, and those of what it contains in turn. */
function licenceFiles(folder: string): readonly string[] {
  const found = readdirSync(folder)
    .filter((name) => LICENCE_FILE.test(name))
    .toSorted()
    .map((name) => join(folder, name))
  return found.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .toSorted()
          .map((name) => join(path, name))
      : [path],
  )
}

/** For a package that names its licence and ships no text of it: the terms, which are this project's own too. */
function standardText(root: string, { name, license, author }: Manifest): string {
  if (license !== 'MIT') throw new Error(`${name} is under ${license} and has no text of it; add one.`)
  const holder = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`)
  const terms = readFileSync(join(root, 'LICENSE'), 'utf8')
  return `Copyright (c) ${holder}\n\n${terms.slice(terms.indexOf('Permission is hereby granted')).trim()}`
}
