import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTexts } from '../format/format-context.tsx'
import { Button } from './button.tsx'
import './popover-button.css'

interface PopoverButtonProps {
  /** What is chosen here, for those who do not see the button in its place: "Date range". */
  readonly name: string
  /** What is chosen now; shown on the button. */
  readonly value: string
  /** The value is a name, which no language translates. */
  readonly isName?: boolean
  readonly icon?: ReactNode
  readonly children: (close: () => void) => ReactNode
}

/** A quiet button that says what is chosen, and opens a panel to choose something else. */
export function PopoverButton({ name, value, isName = false, icon, children }: PopoverButtonProps): ReactNode {
  const t = useTexts('kit')
  return (
    <DialogTrigger>
      <Button kind="quiet" icon={icon} aria-label={t.namedValue({ name, value })}>
        <span className="popover-button-value" translate={isName ? 'no' : undefined}>
          {value}
        </span>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Dialog className="popover-dialog" aria-label={name}>
          {({ close }) => children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
