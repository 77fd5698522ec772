import { Plus } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { Button } from '../../../../components/button.tsx'
import { useFormat } from '../../../../format/format-context.tsx'
import { shortWallTime } from '../../../../format/wall-time.ts'
import { worthAdding, type WorthAdding, type WorthAddingOptions } from './worth-adding.ts'

interface WorthAddingPartProps {
  /** Must be memoized: what is worth adding is sought anew when it changes. */
  readonly options: WorthAddingOptions
  /** "Saturday", by column. */
  readonly dayNames: readonly string[]
  readonly onAdd: (block: WorthAdding) => void
}

/** An edit is often followed by another. */
const SETTLE_MS = 250

/** Where one more shift would help most, with a button that plans it. */
export function WorthAddingPart({ options, dayNames, onAdd }: WorthAddingPartProps): ReactNode {
  const { hour12, visitors } = useFormat()
  const [found, setFound] = useState<readonly WorthAdding[]>([])
  useEffect(() => {
    const timer = setTimeout(() => setFound(worthAdding(options)), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [options])
  if (found.length === 0) return null
  return (
    <section className="panel-part" aria-label="Worth adding">
      <h3>Worth adding</h3>
      <ul className="worth-adding">
        {found.map((block) => {
          const when = `${dayNames[Math.floor(block.startMinute / 1440)]} ${shortWallTime(block.startMinute, hour12)}–${shortWallTime(block.endMinute, hour12)}`
          const hours = (block.endMinute - block.startMinute) / 60
          return (
            <li key={block.startMinute}>
              <span>
                <strong>{when}</strong>
                <span className="quiet worth-adding-gain">
                  +{visitors(Math.round(block.visitors))} for {hours} h
                </span>
              </span>
              <Button kind="quiet" icon={<Plus size={16} aria-hidden />} aria-label={`Add an open shift, ${when}`} onPress={() => onAdd(block)} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
