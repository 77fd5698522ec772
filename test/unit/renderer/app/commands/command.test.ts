import { describe, expect, it } from 'vitest'
import { asksFor, command, type KeyPress, shortcutKeys, matches } from '../../../../../renderer/app/commands/command.ts'
import { SCREEN_LIST } from '../../../../../renderer/app/frame/screens.ts'
import { COMMAND_IDS, isCommandId, commandEntry } from '../../../../../shared/contract/commands.ts'
import { en } from '../../../../../shared/messages/en.ts'

const press = (given: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  inField: false,
  inDialog: false,
  ...given,
})

describe('a shortcut', () => {
  const palette = { key: 'k', mod: true }
  it('tells a letter with the shift key from one without, and a sign from neither', () => {
    const undo = { key: 'z', mod: true }
    const redo = { key: 'z', mod: true, shift: true }
    expect([undo, redo].map((shortcut) => matches(shortcut, press({ key: 'z', ctrlKey: true }), false))).toEqual([
      true,
      false,
    ])
    expect(
      [undo, redo].map((shortcut) => matches(shortcut, press({ key: 'Z', ctrlKey: true, shiftKey: true }), false)),
    ).toEqual([false, true])
    expect(matches({ key: '?' }, press({ key: '?', shiftKey: true }), false)).toBe(true)
  })

  it('is Control here and Command on a Mac', () => {
    expect(matches(palette, press({ key: 'k', ctrlKey: true }), false)).toBe(true)
    expect(matches(palette, press({ key: 'k', metaKey: true }), true)).toBe(true)
    expect(matches(palette, press({ key: 'k', metaKey: true }), false)).toBe(false)
    expect(matches(palette, press({ key: 'k' }), false)).toBe(false)
    expect([shortcutKeys(palette, false), shortcutKeys(palette, true)]).toEqual([
      ['Ctrl', 'K'],
      ['⌘', 'K'],
    ])
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
    expect(
      matches({ key: 'z', mod: true, notInFields: true }, press({ key: 'z', ctrlKey: true, inField: true }), false),
    ).toBe(false)
  })
})

it('is redone by Control and Y too, but on a Mac', () => {
  const redo = commandEntry('redo-edit')
  const both = [press({ key: 'y', ctrlKey: true }), press({ key: 'Z', ctrlKey: true, shiftKey: true })]
  expect(both.map((one) => asksFor(redo, one, false))).toEqual([true, true])
  expect(
    [press({ key: 'y', metaKey: true }), press({ key: 'y', ctrlKey: true })].map((one) => asksFor(redo, one, true)),
  ).toEqual([false, false])
})

it('does not reach what a dialog stands before', () => {
  expect(asksFor(commandEntry('undo-edit'), press({ key: 'z', ctrlKey: true }), false)).toBe(true)
  expect(asksFor(commandEntry('undo-edit'), press({ key: 'z', ctrlKey: true, inDialog: true }), false)).toBe(false)
})

describe('a command', () => {
  it('has its words from the table, and another name only where it is given one', () => {
    const run = (): void => undefined
    expect(command('sync', run)).toEqual({ ...commandEntry('sync'), id: 'sync', run })
    expect(command('as-table', run, 'Show as a chart')).toMatchObject({
      title: 'Show as a chart',
      shortcut: commandEntry('as-table').shortcut,
    })
  })
})

describe('the table of commands', () => {
  it('has no shortcut and no title twice', () => {
    const keys = COMMAND_IDS.flatMap((id) => commandEntry(id).shortcut ?? []).map((shortcut) =>
      shortcutKeys(shortcut, false).join('+'),
    )
    const titles = COMMAND_IDS.map((id) => en.commands[id].title)
    expect([new Set(keys).size, new Set(titles).size]).toEqual([keys.length, titles.length])
  })

  it('has every export in the menu of files, with a key of its own', () => {
    const exports = COMMAND_IDS.filter((id) => id === 'print' || id.startsWith('save-'))
    expect(exports).toHaveLength(13)
    for (const id of exports)
      expect([id, commandEntry(id).menu, commandEntry(id).shortcut !== undefined]).toEqual([id, 'file', true])
  })

  it('has every screen of the rail', () => {
    for (const { screen } of SCREEN_LIST) expect(commandEntry(`go-${screen}`).section).toBe('go')
  })

  it('has names that can stand in a list with spaces between, and knows them from others', () => {
    for (const id of COMMAND_IDS) expect(id).toMatch(/^[a-z0-9-]+$/)
    expect([isCommandId('sync'), isCommandId('toString'), isCommandId(null)]).toEqual([true, false, false])
  })
})
