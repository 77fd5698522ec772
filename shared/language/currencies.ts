/** ISO 4217 codes of the currencies that this computer can write, in order. */
export const CURRENCIES: readonly string[] = Intl.supportedValuesOf('currency')

/** Whether a text is such a code. */
export function isCurrency(code: string): boolean {
  return CURRENCIES.includes(code)
}
