import { createContext, use } from 'react'
import type { ThemeName } from '../../charts/coverage-colour.ts'

/** The theme in force, for what cannot follow the tokens by itself. */
export const ThemeContext = createContext<ThemeName>('light')

export function useThemeName(): ThemeName {
  return use(ThemeContext)
}
