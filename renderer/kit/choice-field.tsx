import { ChevronDown } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTexts } from '../format/format-context.tsx'
import { type Option, OptionList } from './option-list.tsx'
import './choice-field.css'
import './fields.css'
import './select-field.css'

interface ChoiceFieldProps {
  readonly label: string
  /** Where its place says what it is to those who see it. */
  readonly hideLabel?: boolean
  /** Beside the label, such as "optional". */
  readonly remark?: string
  /** The id of the chosen option. */
  readonly value: string
  /** The chosen option as the field shows it. */
  readonly shown: string
  /** Made when the list opens: there may be thousands. */
  readonly options: () => readonly Option[]
  readonly onChange: (id: string) => void
  readonly searchLabel: string
  readonly hint?: string
  /** What is wrong with the choice; null: nothing. */
  readonly problem?: string | null
}

/** One of many, in a list that opens and can be searched. */
export function ChoiceField({
  label,
  hideLabel = false,
  remark,
  value,
  shown,
  options,
  onChange,
  searchLabel,
  hint,
  problem = null,
}: ChoiceFieldProps): ReactNode {
  const t = useTexts('kit')
  const id = useId()
  const describedBy = [problem === null ? null : `${id}-problem`, hint === undefined ? null : `${id}-hint`]
    .filter((one) => one !== null)
    .join(' ')
  return (
    <div className="field">
      <span className={hideLabel ? 'visually-hidden' : 'field-label'} id={`${id}-label`}>
        {label}
        {remark === undefined ? null : <span className="choice-remark"> {remark}</span>}
      </span>
      <DialogTrigger>
        <Button
          className={`field-input select-button${problem === null ? '' : ' choice-invalid'}`}
          aria-label={t.namedValue({ name: label, value: shown })}
          {...(describedBy === '' ? {} : { 'aria-describedby': describedBy })}
        >
          <span className="select-value">{shown}</span>
          <ChevronDown size={14} aria-hidden />
        </Button>
        <Popover className="popover choice-popover" placement="bottom start" offset={4}>
          <Dialog className="popover-dialog" aria-label={label}>
            {({ close }) => (
              <OptionList
                name={label}
                searchLabel={searchLabel}
                options={options()}
                selected={value}
                emptyText={t.noneFound}
                onSelect={(chosen) => {
                  close()
                  onChange(chosen)
                }}
              />
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {problem === null ? null : (
        <p className="field-error" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {hint === undefined ? null : (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
