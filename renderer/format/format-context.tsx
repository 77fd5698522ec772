import { createContext, use, useEffect, useInsertionEffect, useMemo, useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { type LanguageCode, spokenLanguage } from '../../shared/language/languages.ts'
import { createTexts } from '../../shared/language/texts.ts'
import type { PageMessages } from '../messages/catalogues.ts'
import { en } from '../messages/en.ts'
import { createFormatter, type Formatter } from './formatter.ts'
import { isLoaded, loadLanguage, systemLanguages } from './loaded-languages.ts'

const FormatContext = createContext<Formatter | null>(null)
let shown: Formatter | null = null

/** Says in which language and direction the document is. */
export function nameLanguage(format: Formatter): void {
  document.documentElement.lang = format.language
  document.documentElement.dir = format.direction
}

/** The formatter in force, for what is far from any component: failures of calls, and what is wrong with what was typed. */
export function currentFormat(): Formatter {
  shown ??= createFormatter({ languages: systemLanguages(), firstDayOfWeek: null })
  return shown
}

/** Puts a formatter in force where no provider does: on a page that is printed. */
export function setCurrentFormat(format: Formatter): void {
  shown = format
}

/** The texts of a screen, in English where the formatter itself is what fails. */
export function textsWhateverFails<Screen extends keyof PageMessages>(screen: Screen): Formatter['texts'][Screen] {
  try {
    return currentFormat().texts[screen]
  } catch {
    return createTexts(en, { locale: 'en' })[screen]
  }
}

interface FormatProviderProps {
  readonly language: LanguageCode | 'system'
  readonly firstDayOfWeek: number | null
  readonly currency: string | null
  readonly children: ReactNode
}

/** Gives every component, and the library's calendars, one language and one way of writing figures and dates. */
export function FormatProvider({ language, firstDayOfWeek, currency, children }: FormatProviderProps): ReactNode {
  const setting = useLoadedLanguage(language)
  const format = useMemo(
    () => createFormatter({ setting, languages: systemLanguages(), firstDayOfWeek, currency }),
    [setting, firstDayOfWeek, currency],
  )
  useInsertionEffect(() => {
    shown = format
    nameLanguage(format)
  }, [format])
  return (
    <FormatContext value={format}>
      <I18nProvider locale={format.locale}>{children}</I18nProvider>
    </FormatContext>
  )
}

/** The language that is wanted as soon as its messages are there, and the one before until then. */
function useLoadedLanguage(wanted: LanguageCode | 'system'): LanguageCode | 'system' {
  const [shownLanguage, setShownLanguage] = useState(wanted)
  const { code } = spokenLanguage(wanted, systemLanguages())
  useEffect(() => {
    let isWanted = true
    void loadLanguage(code).then(() => {
      if (isWanted) setShownLanguage(wanted)
    })
    return () => {
      isWanted = false
    }
  }, [code, wanted])
  return isLoaded(code) ? wanted : shownLanguage
}

/** Figures, dates and texts as the user reads them. */
export function useFormat(): Formatter {
  const format = use(FormatContext)
  if (format === null) throw new Error('useFormat needs a FormatProvider.')
  return format
}

/** The texts of a screen: `const t = useTexts('coverage')`, then `t.title` or `t.missed({ count })`. */
export function useTexts<Screen extends keyof PageMessages>(screen: Screen): Formatter['texts'][Screen] {
  return useFormat().texts[screen]
}
