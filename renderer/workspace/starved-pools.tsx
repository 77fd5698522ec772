import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import './starved-pools.css'

/** Why pools look uncovered although their agents are online: a sentence each. */
export function StarvedPools({ pools }: { readonly pools: readonly { readonly text: string }[] }): ReactNode {
  return pools.map(({ text }) => (
    <p key={text} className="starved-pool">
      <Info size={16} aria-hidden />
      <span>{text}</span>
    </p>
  ))
}
