/** The screens of a workspace, by the names that they have in addresses. */
export const SCREENS = [
  'today',
  'coverage',
  'staffing',
  'plans',
  'compare',
  'agents',
  'forecast',
  'settings',
  'log',
  'about',
] as const
export type Screen = (typeof SCREENS)[number]

/** Whether a text from elsewhere is the name of a screen. */
export function isScreen(text: string | undefined): text is Screen {
  return SCREENS.some((screen) => screen === text)
}
