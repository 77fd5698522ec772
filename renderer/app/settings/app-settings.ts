import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useInsertionEffect, useSyncExternalStore } from 'react'
import { appSettingsSchema, type AppSettings } from '../../../shared/contract/app-settings.ts'
import type { ThemeName } from '../../charts/coverage-colour.ts'
import { useTRPC } from '../rpc/client.ts'

const DEFAULTS: AppSettings = appSettingsSchema.parse({})
const DARK = '(prefers-color-scheme: dark)'

/** The app-wide settings; the usual ones until they are read. */
export function useAppSettings(): AppSettings {
  const trpc = useTRPC()
  return useQuery(trpc.app.settings.queryOptions()).data ?? DEFAULTS
}

/** Saves a change of the app-wide settings, and shows it at once. */
export function useSaveAppSettings(): (patch: Partial<AppSettings>) => void {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { mutate } = useMutation(
    trpc.app.saveSettings.mutationOptions({
      onSuccess: (saved) => queries.setQueryData(trpc.app.settings.queryKey(), saved),
      onError: () => queries.invalidateQueries({ queryKey: trpc.app.settings.queryKey() }),
    }),
  )
  return useCallback(
    (patch) => {
      queries.setQueryData(trpc.app.settings.queryKey(), (before) => ({ ...(before ?? DEFAULTS), ...patch }))
      mutate(patch)
    },
    [queries, trpc, mutate],
  )
}

/** The theme in force; it is written to the page, where the tokens follow it. */
export function useTheme(setting: AppSettings['theme']): ThemeName {
  const prefersDark = useSyncExternalStore(subscribeToDark, () => matchMedia(DARK).matches)
  const theme = setting === 'system' ? (prefersDark ? 'dark' : 'light') : setting
  // Before any chart draws: charts read the tokens from the page.
  useInsertionEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  return theme
}

/** Before the settings are read, the system's theme keeps the page from flashing. */
export function applySystemTheme(): void {
  document.documentElement.dataset['theme'] = matchMedia(DARK).matches ? 'dark' : 'light'
}

function subscribeToDark(notify: () => void): () => void {
  const query = matchMedia(DARK)
  query.addEventListener('change', notify)
  return () => query.removeEventListener('change', notify)
}
