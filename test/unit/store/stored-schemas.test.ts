import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { inflatedText } from '../../../electron/store/stored-schemas.ts'

test('what is stored deflated is read back, and refused where it would grow beyond every limit', () => {
  expect(inflatedText(deflateRawSync('{"a":1}'))).toBe('{"a":1}')
  const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024 + 1))
  expect(bomb.length).toBeLessThan(100_000)
  expect(() => inflatedText(bomb)).toThrow('larger than')
})
