import { useEffect, useState, type ReactNode } from 'react'
import './skeleton.css'

const WORDS_AFTER_MS = 1000

interface SkeletonProps {
  /** What is being waited for; said after a second. */
  readonly label: string
  readonly heights: readonly number[]
}

/** The shape of what is coming, at once; after a second also in words. */
export function Skeleton({ label, heights }: SkeletonProps): ReactNode {
  const late = useLate()
  return (
    <div className="skeleton" aria-live="polite">
      {heights.map((height, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the blocks have no other identity and never move
        <div key={index} className="skeleton-block" style={{ height }} />
      ))}
      {late ? <p className="quiet">{label}</p> : null}
    </div>
  )
}

/** Turns true a second after the component appeared. */
function useLate(): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), WORDS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return late
}
