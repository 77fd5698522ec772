import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../../renderer')
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
const imports = (file: string): readonly string[] => [...readFileSync(file, 'utf8').matchAll(/from '(?<path>[^']+)'/g)].map((match) => match.groups!['path']!)
const featureOf = (path: string): string | undefined => /features\/(?<name>[^/]+)/.exec(path)?.groups?.['name']

describe('the renderer', () => {
  it('has no feature that imports another', () => {
    const crossing = files.flatMap((file) => {
      const own = featureOf(relative(root, file))
      if (own === undefined) return []
      return imports(file)
        .map((path) => (path.startsWith('.') ? relative(root, join(file, '..', path)) : path))
        .filter((path) => featureOf(path) !== undefined && featureOf(path) !== own)
        .map((path) => `${relative(root, file)} imports ${path}`)
    })
    expect(crossing).toEqual([])
  })

  it('keeps its components under 250 lines', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 250)
    expect(long).toEqual([])
  })
})
