import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import './button.css'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger' | 'link'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly kind?: ButtonKind
  readonly ref?: Ref<HTMLButtonElement>
  readonly icon?: ReactNode
  /** Absent for a button of an icon alone, which then needs an aria-label. */
  readonly children?: ReactNode
}

/** A button in one of the app's few kinds. */
export function Button({ kind = 'secondary', icon, children, ...rest }: ButtonProps): ReactNode {
  return (
    <AriaButton {...rest} className={`button button-${kind}${children === undefined ? ' button-icon' : ''}`}>
      {icon}
      {children}
    </AriaButton>
  )
}
