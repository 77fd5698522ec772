import { useMemo, type ReactNode } from 'react'
import { CURRENCIES } from '../../../shared/language/currencies.ts'
import { useAppSettings, useSaveAppSettings } from '../../app/settings/app-settings.ts'
import { useFormat } from '../../format/format-context.tsx'
import { OptionList } from '../../kit/option-list.tsx'
import { PopoverButton } from '../../kit/popover-button.tsx'

const NONE = 'none'

/** Chooses the currency in which costs are written. */
export function CurrencyField(): ReactNode {
  const { texts, locale } = useFormat()
  const t = texts.settings
  const { currency } = useAppSettings()
  const save = useSaveAppSettings()
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'currency' })
    return CURRENCIES.map((code) => ({ id: code, label: code, detail: names.of(code) ?? code, isName: true }))
  }, [locale])
  return (
    <div className="field">
      <span className="field-label">{t.currency}</span>
      <div className="zone-field">
        <PopoverButton name={t.currency} value={currency ?? t.noCurrency} isName={currency !== null}>
          {(close) => (
            <OptionList
              name={t.currency}
              searchLabel={t.searchCurrency}
              options={[{ id: NONE, label: t.noCurrency, detail: '', isName: false }, ...options]}
              selected={currency ?? NONE}
              onSelect={(code) => {
                close()
                save({ currency: code === NONE ? null : code })
              }}
            />
          )}
        </PopoverButton>
      </div>
      <p className="field-hint">{t.currencyHint}</p>
    </div>
  )
}
