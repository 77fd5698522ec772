import { describe, expect, it } from 'vitest'
import { keyMeant } from '../../../../renderer/kit/key-meant.ts'

describe('the key that a press means', () => {
  it.each([
    ['a Latin letter, wherever it lies', { key: 'p', code: 'KeyR', altKey: true }, 'P'],
    ['a Latin letter with the shift key', { key: 'Z', code: 'KeyZ', altKey: false }, 'Z'],
    ['a digit', { key: '1', code: 'Digit1', altKey: true }, '1'],
    ['the place of a Cyrillic letter', { key: 'л', code: 'KeyK', altKey: false }, 'K'],
    ['the place of a Greek letter', { key: 'ζ', code: 'KeyZ', altKey: false }, 'Z'],
    ['the place of a Hebrew letter', { key: 'ל', code: 'KeyK', altKey: false }, 'K'],
    ['the place of what Option writes on a Mac', { key: 'π', code: 'KeyP', altKey: true }, 'P'],
    ['the place where Option begins an accent', { key: 'Dead', code: 'KeyE', altKey: true }, 'E'],
    ['the digit where Alt writes a sign', { key: '&', code: 'Digit1', altKey: true }, '1'],
    ['a sign', { key: '?', code: 'Slash', altKey: false }, '?'],
    ['the sign of a French keyboard', { key: '&', code: 'Digit1', altKey: false }, '&'],
    ['a named key', { key: 'Enter', code: 'Enter', altKey: false }, 'ENTER'],
  ])('is %s', (_, press, key) => {
    expect(keyMeant(press)).toBe(key)
  })
})
