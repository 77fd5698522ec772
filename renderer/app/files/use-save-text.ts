import { useCallback } from 'react'
import { PLAIN_CSV, SEMICOLON_CSV } from '../../../shared/foundation/csv-style.ts'
import { useAppSettings } from '../settings/app-settings.ts'
import { saveText } from './transfer.ts'

/** Saves a table as CSV, in the style that the settings say. Stays the same while they do. */
export function useSaveText(): (fileName: string, text: string) => void {
  const style = useAppSettings().csv === 'semicolons' ? SEMICOLON_CSV : PLAIN_CSV
  return useCallback((fileName, text) => saveText(fileName, text, style), [style])
}
