import { wholePercent } from '../../shared/language/formatter.ts'
import type { LiveFigure } from '../backend/core/host-capabilities.ts'
import type { DesktopTexts } from './desktop-texts.ts'

/** A sign in the system's tray, as far as it is used. */
export interface TraySign {
  setToolTip(text: string): void
  /** Beside the sign, on macOS. */
  setTitle(text: string): void
  destroy(): void
}

export interface LiveFigureOptions {
  readonly platform: NodeJS.Platform
  /** Whose conventions times follow. */
  readonly locale: () => string
  readonly texts: () => DesktopTexts
  readonly createTray: () => TraySign
  /** On the dock; null: there is none. */
  readonly setBadge: ((text: string) => void) | null
}

/** Windows cuts a text of the tray off after 127 characters. */
const MOST_POOLS = 3

/** Shows a figure in the tray and on the dock; null takes both away. */
export function createLiveFigure(options: LiveFigureOptions): (figure: LiveFigure | null) => void {
  const { platform, locale, texts, createTray, setBadge } = options
  let tray: TraySign | null = null
  return (figure) => {
    if (figure === null) {
      tray?.destroy()
      tray = null
      setBadge?.('')
      return
    }
    const { chance, pools, workspace, agents, asOf, timeZone } = figure
    const rateOf = (percent: number): string =>
      new Intl.NumberFormat(locale(), { style: 'percent' }).format(wholePercent(percent) / 100)
    const rate = chance === null ? null : rateOf(chance)
    const t = texts().figure
    const time =
      asOf === null
        ? null
        : new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit', timeZone }).format(asOf)
    tray ??= createTray()
    const first =
      rate === null || time === null ? t.unknown({ workspace }) : t.next({ workspace, rate, count: agents, time })
    tray.setToolTip(
      [first, ...worst(pools).map((pool) => t.pool({ pool: pool.name ?? t.noPool, rate: rateOf(pool.chance) }))].join(
        '\n',
      ),
    )
    if (platform === 'darwin') tray.setTitle(rate ?? '')
    setBadge?.(rate ?? '')
  }
}

/** The pools that are worst off: a pool that is down behind a good total is to be seen. Nothing where one pool is all. */
function worst(pools: LiveFigure['pools']): readonly { readonly name: string | null; readonly chance: number }[] {
  if (pools.length < 2) return []
  return pools
    .flatMap(({ name, chance }) => (chance === null ? [] : [{ name, chance }]))
    .toSorted((one, other) => one.chance - other.chance)
    .slice(0, MOST_POOLS)
}

/** One badge for both: the number of alerts where there are any, else the figure. */
export function createDockBadge({
  setCount,
  setText,
}: {
  readonly setCount: (count: number) => void
  readonly setText: (text: string) => void
}) {
  let alerts = 0
  let figure = ''
  return {
    alerts: (count: number): void => {
      alerts = count
      setCount(count)
      if (count === 0 && figure !== '') setText(figure)
    },
    figure: (text: string): void => {
      figure = text
      if (alerts === 0) setText(text)
    },
  }
}

const SIZE = 32
/** Left to right: from, to, height, and blue, green, red. */
const BARS = [
  { from: 3, to: 10, height: 14, colour: [0x0e, 0x5e, 0xd5] },
  { from: 13, to: 20, height: 20, colour: [0x7a, 0x7f, 0x78] },
  { from: 23, to: 30, height: 26, colour: [0x73, 0x9e, 0x00] },
] as const

/** The app's sign as pixels, from top to bottom: blue, green, red and opacity of each. */
export function traySignPixels(): { readonly pixels: Buffer; readonly size: number } {
  const pixels = Buffer.alloc(4 * SIZE * SIZE)
  for (const { from, to, height, colour } of BARS)
    for (let row = SIZE - 3 - height; row < SIZE - 3; row += 1)
      for (let column = from; column < to; column += 1) pixels.set([...colour, 0xff], 4 * (row * SIZE + column))
  return { pixels, size: SIZE }
}
