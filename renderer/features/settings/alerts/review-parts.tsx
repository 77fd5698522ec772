import type { ReactNode } from 'react'
import { useTexts } from '../../../format/format-context.tsx'
import { Button } from '../../../kit/button.tsx'
import { CheckboxList } from '../../../kit/checkbox-list.tsx'
import type { StoredChannel } from './alert-types.ts'

interface ChannelsFieldProps {
  readonly channels: readonly StoredChannel[]
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  /** Where there is no channel to choose. */
  readonly none: string
}

/** The channels that something is sent to. */
export function ChannelsField({ channels, chosen, onChange, none }: ChannelsFieldProps): ReactNode {
  const t = useTexts('alertSettings')
  if (channels.length === 0) return <p className="quiet">{none}</p>
  return (
    <CheckboxList
      name={t.channelsChosen}
      options={channels.map(({ id, name }) => ({ id, label: name, isName: true }))}
      chosen={chosen}
      onChange={onChange}
    />
  )
}

interface ReviewButtonsProps {
  readonly onBack: () => void
  /** null: the texts are not there yet, or what they are of is being saved. */
  readonly onConfirm: (() => void) | null
}

/** Below the texts of what would be sent: back to the form, or yes. */
export function ReviewButtons({ onBack, onConfirm }: ReviewButtonsProps): ReactNode {
  const t = useTexts('alertSettings')
  return (
    <>
      <Button onPress={onBack}>{t.back}</Button>
      <Button kind="primary" isDisabled={onConfirm === null} onPress={() => onConfirm?.()}>
        {t.textsConfirm}
      </Button>
    </>
  )
}
