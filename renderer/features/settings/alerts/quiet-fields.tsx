import type { ReactNode } from 'react'
import { SwitchField } from '../../../kit/fields.tsx'
import { SelectField } from '../../../kit/select-field.tsx'
import { useFormat } from '../../../format/format-context.tsx'

type Quiet = { readonly from: number; readonly to: number } | null

const USUAL: Quiet = { from: 20, to: 8 }

/** Hours in which nothing is sent. */
export function QuietFields({
  quiet,
  onChange,
}: {
  readonly quiet: Quiet
  readonly onChange: (quiet: Quiet) => void
}): ReactNode {
  const format = useFormat()
  const t = format.texts.alertSettings
  const hours = Array.from({ length: 24 }, (_, hour) => ({ id: String(hour), label: format.hour(hour) }))
  return (
    <>
      <SwitchField
        label={t.quiet}
        hint={t.quietHint}
        isSelected={quiet !== null}
        onChange={(isOn) => onChange(isOn ? USUAL : null)}
      />
      {quiet === null ? null : (
        <div className="settings-row">
          <SelectField
            label={t.quietFrom}
            options={hours}
            value={String(quiet.from)}
            onChange={(id) => onChange({ ...quiet, from: Number(id) })}
          />
          <SelectField
            label={t.quietUntil}
            options={hours}
            value={String(quiet.to)}
            onChange={(id) => onChange({ ...quiet, to: Number(id) })}
          />
        </div>
      )}
    </>
  )
}
