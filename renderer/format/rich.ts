import { Children, type ReactNode } from 'react'

/** A sentence with elements in it: `<Rich parts={t.seeLog({ link: (text) => <a href="#log">{text}</a> })} />`. */
export function Rich({ parts }: { readonly parts: readonly ReactNode[] }): ReactNode {
  return Children.toArray([...parts])
}
