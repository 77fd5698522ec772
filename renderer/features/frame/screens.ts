import type { Screen } from '../../routing/route.ts'

interface ScreenEntry {
  readonly screen: Screen
  readonly title: string
  /** Below the line: about the app rather than the figures. */
  readonly quiet: boolean
}

/** The screens in the order of the rail. */
export const SCREEN_LIST: readonly ScreenEntry[] = [
  { screen: 'today', title: 'Today', quiet: false },
  { screen: 'coverage', title: 'Coverage', quiet: false },
  { screen: 'staffing', title: 'Staffing', quiet: false },
  { screen: 'plans', title: 'Plans', quiet: false },
  { screen: 'compare', title: 'Compare', quiet: false },
  { screen: 'agents', title: 'Agents', quiet: false },
  { screen: 'forecast', title: 'Forecast', quiet: false },
  { screen: 'settings', title: 'Settings', quiet: true },
  { screen: 'log', title: 'Log', quiet: true },
  { screen: 'about', title: 'About', quiet: true },
]
