import { describe, expect, it } from 'vitest'
import { type Command, findCommands, type KeyPress, keysOf, matches } from '../../../renderer/commands/command.ts'

const press = (given: Partial<KeyPress>): KeyPress => ({ key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, inField: false, ...given })

describe('a shortcut', () => {
  const palette = { key: 'k', mod: true }
  it('is Control here and Command on a Mac', () => {
    expect(matches(palette, press({ key: 'k', ctrlKey: true }), false)).toBe(true)
    expect(matches(palette, press({ key: 'k', metaKey: true }), true)).toBe(true)
    expect(matches(palette, press({ key: 'k', metaKey: true }), false)).toBe(false)
    expect(matches(palette, press({ key: 'k' }), false)).toBe(false)
    expect([keysOf(palette, false), keysOf(palette, true)]).toEqual([['Ctrl', 'K'], ['⌘', 'K']])
  })

  it('goes by the letter, not by its place on the keyboard, unless Option writes another sign', () => {
    expect(matches(palette, press({ key: 't', code: 'KeyK', ctrlKey: true }), false)).toBe(false)
    expect(matches({ key: '1', alt: true }, press({ key: '¡', code: 'Digit1', altKey: true }), true)).toBe(true)
  })

  it('leaves keys alone while one writes, but for those with Control', () => {
    expect(matches({ key: '?' }, press({ key: '?' }), false)).toBe(true)
    expect(matches({ key: '?' }, press({ key: '?', inField: true }), false)).toBe(false)
    expect(matches({ key: 'r', alt: true }, press({ key: 'r', altKey: true, inField: true }), false)).toBe(false)
    expect(matches(palette, press({ key: 'K', ctrlKey: true, inField: true }), false)).toBe(true)
  })
})

it('finds commands by any of their words', () => {
  const command = (title: string, keywords?: string): Command => ({ id: title, title, section: 'Help', run: () => undefined, ...(keywords === undefined ? {} : { keywords }) })
  const all = [command('Sync now', 'refresh'), command('Show the heatmap')]
  expect(findCommands(all, 'REF').map((one) => one.id)).toEqual(['Sync now'])
  expect(findCommands(all, 'map show')).toHaveLength(1)
  expect(findCommands(all, '')).toHaveLength(2)
  expect(findCommands(all, 'xyz')).toEqual([])
})
