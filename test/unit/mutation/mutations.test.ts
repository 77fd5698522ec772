import { describe, expect, it } from 'vitest'
import { mutate, mutationsOf } from '../../mutation/mutations.ts'

const mutants = (source: string): readonly string[] =>
  mutationsOf(source, 'module.ts').map((mutation) => mutate(source, mutation))

describe('mutations of a module', () => {
  it('change operators where they stand', () => {
    expect(mutants('export const f = (a: number, b: number) => a < b && a + b')).toEqual(
      expect.arrayContaining([
        'export const f = (a: number, b: number) => a <= b && a + b',
        'export const f = (a: number, b: number) => a < b || a + b',
        'export const f = (a: number, b: number) => a < b && a - b',
      ]),
    )
  })

  it('decide conditions, and leave out calls that stand alone', () => {
    expect(mutants('if (a) b()')).toEqual(expect.arrayContaining(['if (true) b()', 'if (false) b()', 'if (a) ;']))
  })

  it('change numbers and booleans, not those of types', () => {
    expect(mutants('type T = 1 | true\nconst n = 1')).toEqual(['type T = 1 | true\nconst n = (1 + 1)'])
  })

  it('refuse what is no TypeScript', () => {
    expect(() => mutationsOf('const = ', 'module.ts')).toThrow('module.ts')
  })
})
