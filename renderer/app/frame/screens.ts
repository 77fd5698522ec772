import type { Screen } from '../../../shared/contract/screens.ts'

interface ScreenEntry {
  readonly screen: Screen
  /** Below the line: about the app rather than the figures. */
  readonly quiet: boolean
}

/** The screens in the order of the rail; each is called as the command that goes to it. */
export const SCREEN_LIST: readonly ScreenEntry[] = [
  { screen: 'today', quiet: false },
  { screen: 'coverage', quiet: false },
  { screen: 'staffing', quiet: false },
  { screen: 'plans', quiet: false },
  { screen: 'compare', quiet: false },
  { screen: 'agents', quiet: false },
  { screen: 'forecast', quiet: false },
  { screen: 'settings', quiet: true },
  { screen: 'log', quiet: true },
  { screen: 'about', quiet: true },
]
