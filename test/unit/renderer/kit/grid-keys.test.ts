import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveInGrid } from '../../../../renderer/kit/grid-keys.ts'

const WEEK = { rows: 7, columns: 24 }

describe('keys in a grid', () => {
  const at = { row: 3, column: 12 }
  it.each([
    ['ArrowLeft', { row: 3, column: 11 }],
    ['ArrowRight', { row: 3, column: 13 }],
    ['ArrowUp', { row: 2, column: 12 }],
    ['ArrowDown', { row: 4, column: 12 }],
    ['Home', { row: 3, column: 0 }],
    ['End', { row: 3, column: 23 }],
    ['x', null],
  ])('%s leads on', (key, place) => {
    expect(moveInGrid(at, { key, far: false }, WEEK)).toEqual(place)
  })

  it('go to the corners with Control', () => {
    expect(moveInGrid(at, { key: 'Home', far: true }, WEEK)).toEqual({ row: 0, column: 0 })
    expect(moveInGrid(at, { key: 'End', far: true }, WEEK)).toEqual({ row: 6, column: 23 })
  })

  it('never leave the grid', () => {
    const keys = fc.array(fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'), { maxLength: 60 })
    fc.assert(
      fc.property(keys, (pressed) => {
        const { row, column } = pressed.reduce((place, key) => moveInGrid(place, { key, far: false }, WEEK)!, at)
        expect(row >= 0 && row <= 6 && column >= 0 && column <= 23).toBe(true)
      }),
    )
  })
})
