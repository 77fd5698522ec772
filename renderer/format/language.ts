/** What is left when nothing the system says can be used. */
const USUAL = 'en'

/**
 * The first language that conventions are known for: each wish as it stands, then without what some systems add to it
 * ("en-US@posix", "de_DE.UTF-8"); English where none can be used.
 */
export function usableLanguage(wishes: readonly (string | undefined)[]): string {
  const tags = wishes.filter((wish) => wish !== undefined).flatMap((wish) => [wish, tidy(wish)])
  return tags.find(isUsable) ?? USUAL
}

function tidy(wish: string): string {
  return wish.replace(/[@.].*$/u, '').replaceAll('_', '-')
}

function isUsable(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== 'und' && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
  } catch {
    // Not a tag at all.
    return false
  }
}
