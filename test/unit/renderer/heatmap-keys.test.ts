import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveFocus } from '../../../renderer/features/coverage/heatmap-keys.ts'

describe('arrow keys in the heatmap', () => {
  const at = { row: 3, column: 12 }
  it.each([
    ['ArrowLeft', { row: 3, column: 11 }],
    ['ArrowRight', { row: 3, column: 13 }],
    ['ArrowUp', { row: 2, column: 12 }],
    ['ArrowDown', { row: 4, column: 12 }],
    ['Home', { row: 3, column: 0 }],
    ['End', { row: 3, column: 23 }],
    ['x', at],
  ])('%s leads on', (key, place) => {
    expect(moveFocus(at, key, false)).toEqual(place)
  })

  it('go to the corners with Control', () => {
    expect(moveFocus(at, 'Home', true)).toEqual({ row: 0, column: 0 })
    expect(moveFocus(at, 'End', true)).toEqual({ row: 6, column: 23 })
  })

  it('never leave the grid', () => {
    const keys = fc.array(fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'), { maxLength: 60 })
    fc.assert(
      fc.property(keys, (pressed) => {
        const { row, column } = pressed.reduce((place, key) => moveFocus(place, key, false), at)
        expect(row >= 0 && row <= 6 && column >= 0 && column <= 23).toBe(true)
      }),
    )
  })
})
