import { useEffect, useRef, type ReactNode } from 'react'

interface InSightProps {
  readonly children: ReactNode
}

/** Brings what appears below a long form into sight, and the focus to it. Give each appearance a key of its own. */
export function InSight({ children }: InSightProps): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
    place.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={place} tabIndex={-1}>
      {children}
    </div>
  )
}
