import { describe, expect, it } from 'vitest'
import { desktopTexts } from '../../../electron/desktop/desktop-texts.ts'
import { createDockBadge, createLiveFigure, traySignPixels } from '../../../electron/desktop/live-figure.ts'

function figureOn(platform: NodeJS.Platform) {
  const said: string[] = []
  const show = createLiveFigure({
    platform,
    locale: () => 'en-GB',
    texts: () => desktopTexts('en', []),
    createTray: () => {
      said.push('open')
      return {
        setToolTip: (text) => said.push(text),
        setTitle: (text) => said.push(`title ${text}`),
        destroy: () => said.push('gone'),
      }
    },
    setBadge: platform === 'darwin' ? (text) => said.push(`badge ${text}`) : null,
  })
  return { said, show }
}
const FIGURE = {
  workspace: 'Demo',
  chance: 86.7,
  pools: [],
  agents: 5,
  asOf: Date.UTC(2026, 2, 20, 15),
  timeZone: 'UTC',
}
const TOOLTIP = 'Demo: 87% chance that the next visitor is covered, 5 agents online at 15:00'

describe('the live figure', () => {
  it('is in the tray, in one sign, until it is taken away', () => {
    const { said, show } = figureOn('linux')
    show(null)
    show(FIGURE)
    show({ ...FIGURE, chance: null })
    show(null)
    expect(said).toEqual([
      'open',
      TOOLTIP,
      'Demo: not known whether the next visitor is covered. Sync to see it.',
      'gone',
    ])
  })

  it('names the pools that are worst off, where there are several', () => {
    const { said, show } = figureOn('linux')
    const pools = [
      { name: 'Sales', chance: 95 },
      { name: 'Support', chance: 12.4 },
      { name: null, chance: 60 },
      { name: 'Billing', chance: 99 },
      { name: 'New', chance: null },
    ]
    show({ ...FIGURE, pools })
    expect(said.at(-1)).toBe(`${TOOLTIP}\nSupport: 12%\nNo pool: 60%\nSales: 95%`)
    show({ ...FIGURE, pools: pools.slice(0, 1) })
    expect(said.at(-1)).toBe(TOOLTIP)
  })

  it('is beside the sign and on the dock of macOS', () => {
    const { said, show } = figureOn('darwin')
    show(FIGURE)
    show(null)
    expect(said).toEqual(['open', TOOLTIP, 'title 87%', 'badge 87%', 'gone', 'badge '])
  })

  it('is on the dock only while there are no alerts', () => {
    const said: string[] = []
    const badge = createDockBadge({
      setCount: (count) => said.push(String(count)),
      setText: (text) => said.push(text),
    })
    badge.figure('87%')
    badge.alerts(2)
    badge.figure('88%')
    badge.alerts(0)
    badge.figure('')
    badge.alerts(0)
    expect(said).toEqual(['87%', '2', '0', '88%', '', '0'])
  })

  it('never rounds to a certainty that it is not', () => {
    const { said, show } = figureOn('linux')
    show({ ...FIGURE, chance: 99.9 })
    expect(said.at(-1)).toContain('99%')
  })

  it('has a sign of as many pixels as it says', () => {
    const { pixels, size } = traySignPixels()
    expect(pixels.byteLength).toBe(4 * size * size)
  })
})
