/** The colours of the app's tokens as a chart needs them: any CSS colour. */
export interface ChartTheme {
  readonly covered: string
  readonly missed: string
  readonly agents: string
  readonly rate: string
  readonly accent: string
  readonly text: string
  readonly textQuiet: string
  readonly line: string
  readonly surface: string
  readonly unknown: string
  /** The family that is really in force: text is measured with it, and "inherit" measures as something narrower. */
  readonly font: string
}

/** The custom property behind each colour. */
export const CHART_TOKENS: Readonly<Record<Exclude<keyof ChartTheme, 'font'>, string>> = {
  covered: '--covered',
  missed: '--missed',
  agents: '--agents',
  rate: '--rate',
  accent: '--accent',
  text: '--text',
  textQuiet: '--text-quiet',
  line: '--line',
  surface: '--surface',
  unknown: '--unknown',
}

export const CHART_FONT_SIZE = 12

/** The colours and the font in force where an element is. */
export function readTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element)
  const colours = Object.entries(CHART_TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()])
  return { ...Object.fromEntries(colours), font: getComputedStyle(document.body).fontFamily } as ChartTheme
}
