/** A language of the app's texts. To add one, add it here and the catalogues that the type checker then asks for. */
interface Language {
  /** As it calls itself. */
  readonly name: string
  /** BCP 47 language: whose plurals, names of days and decimal signs it has. */
  readonly tag: string
  /** Its script is written from right to left. */
  readonly rightToLeft?: true
  /** Made from English for tests; never offered to people. */
  readonly pseudo?: true
}

export const LANGUAGES = {
  en: { name: 'English', tag: 'en' },
  de: { name: 'Deutsch', tag: 'de' },
  es: { name: 'Español', tag: 'es' },
  fr: { name: 'Français', tag: 'fr' },
  'en-XA': { name: 'Pseudo', tag: 'en', pseudo: true },
  'en-XB': { name: 'Pseudo, right to left', tag: 'en', pseudo: true, rightToLeft: true },
} as const satisfies Readonly<Record<string, Language>>

export type LanguageCode = keyof typeof LANGUAGES
/** Languages with catalogues of their own. */
export type WrittenLanguage = Exclude<LanguageCode, 'en-XA' | 'en-XB'>
/** The catalogues of a room, one a language. The type checker asks for each. */
export type Catalogues<Messages> = Readonly<Record<WrittenLanguage, Messages>>

/** The language that the texts of a language are written in; the pseudo-languages are made from English. */
export function writtenLanguage(code: LanguageCode): WrittenLanguage {
  return code === 'en-XA' || code === 'en-XB' ? 'en' : code
}

/** The catalogue of a language. */
export function catalogueIn<Messages>(catalogues: Catalogues<Messages>, code: LanguageCode): Messages {
  return catalogues[writtenLanguage(code)]
}

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly LanguageCode[]

/** What is said of a language. */
export function languageOf(code: LanguageCode): Language {
  return LANGUAGES[code]
}

/** Languages that people can choose. */
export const OFFERED_LANGUAGES: readonly LanguageCode[] = LANGUAGE_CODES.filter(
  (code) => languageOf(code).pseudo !== true,
)

/** For `dir` of a document. */
export function directionOf(code: LanguageCode): 'ltr' | 'rtl' {
  return languageOf(code).rightToLeft === true ? 'rtl' : 'ltr'
}

/** What is left when nothing the system says can be used. */
const USUAL = 'en'

export interface SpokenLanguage {
  readonly code: LanguageCode
  /** BCP 47: the language with the region whose clock, week and order of dates hold. */
  readonly locale: string
  /** The system's own language and region, for what a region decides: the clock and the week. */
  readonly region: string
}

/**
 * The language of the texts and the conventions of dates and numbers. `setting`: what the user chose, or 'system'.
 * `requested`: what the system asks for, the best first, as in `navigator.languages`.
 */
export function spokenLanguage(
  setting: LanguageCode | 'system',
  requested: readonly (string | undefined)[],
): SpokenLanguage {
  const region = usableLanguage(requested)
  const code = setting === 'system' ? systemLanguage(requested) : setting
  return { code, locale: regionalVariant(languageOf(code).tag, region), region }
}

/** The first language of the system that the app has texts in. */
function systemLanguage(requested: readonly (string | undefined)[]): LanguageCode {
  for (const tag of requested) {
    const [language] = (tag ?? '').toLowerCase().split(/[-_.@]/u)
    const found = OFFERED_LANGUAGES.find((code) => code === language)
    if (found !== undefined) return found
  }
  return USUAL
}

/**
 * The first language that conventions are known for: each requested one as it is, then without what some systems add to it
 * ("en-US@posix", "de_DE.UTF-8"); English where none can be used.
 */
export function usableLanguage(requested: readonly (string | undefined)[]): string {
  const tags = requested.filter((tag) => tag !== undefined).flatMap((tag) => [tag, tidy(tag)])
  return tags.find(isUsable) ?? USUAL
}

/** A language with the conventions of a region, as far as they are known. */
function regionalVariant(language: string, regionOf: string): string {
  const { region } = new Intl.Locale(regionOf).maximize()
  const wanted = `${language}-${region ?? 'GB'}`
  const known = new Intl.DateTimeFormat(wanted).resolvedOptions().locale
  if (known === wanted) return wanted
  // English of an unknown region falls back to American order, which few others share.
  return language === 'en' && region !== 'US' ? 'en-GB' : language
}

function tidy(tag: string): string {
  return tag.replace(/[@.].*$/u, '').replaceAll('_', '-')
}

function isUsable(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== 'und' && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
  } catch {
    // Not a tag at all.
    return false
  }
}
