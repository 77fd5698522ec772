import { describe, expect, it } from 'vitest'
import { hasSign } from '../../../../../renderer/app/picture/embedded-font.ts'
import { paintOf } from '../../../../../renderer/app/picture/paint.ts'

describe('a picture', () => {
  it('has colours that every program knows', () => {
    expect(paintOf('rgb(31, 163, 124)')).toEqual({ colour: '#1fa37c', opacity: 1 })
    expect(paintOf('rgba(31, 163, 124, 0.5)')).toEqual({ colour: '#1fa37c', opacity: 0.5 })
    expect(paintOf('color(srgb 0.5 0 1 / 0.16)')).toEqual({ colour: '#8000ff', opacity: 0.16 })
    expect(paintOf('color(srgb 1 1e-7 0.2)')).toEqual({ colour: '#ff0033', opacity: 1 })
    expect(paintOf('rgba(0, 0, 0, 0)')).toBeNull()
    expect(paintOf('transparent')).toBeNull()
  })

  it('holds the alphabets that it is written in, and no others', () => {
    const signs = new Set(Array.from('Zoë', (sign) => sign.codePointAt(0)!))
    expect(hasSign('U+0-FF, U+131', signs)).toBe(true)
    expect(hasSign('U+0400-045F, U+2116', signs)).toBe(false)
    expect(hasSign('u+eb', signs)).toBe(true)
  })
})
