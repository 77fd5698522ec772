import { createContext, use, useMemo, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createFormatter, type Formatter } from './formatter.ts'
import { usableLanguage } from './language.ts'

const FormatContext = createContext<Formatter | null>(null)

interface FormatProviderProps {
  readonly firstDayOfWeek: number | null
  readonly children: ReactNode
}

/** Gives every component, and the library's calendars, one way of writing figures and dates. */
export function FormatProvider({ firstDayOfWeek, children }: FormatProviderProps): ReactNode {
  const format = useMemo(() => createFormatter({ language: usableLanguage([navigator.language, ...navigator.languages]), firstDayOfWeek }), [firstDayOfWeek])
  return (
    <FormatContext value={format}>
      <I18nProvider locale={format.locale}>{children}</I18nProvider>
    </FormatContext>
  )
}

export function useFormat(): Formatter {
  const format = use(FormatContext)
  if (format === null) throw new Error('useFormat needs a FormatProvider.')
  return format
}
