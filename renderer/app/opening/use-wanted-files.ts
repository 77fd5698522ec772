import { useEffect, useState } from 'react'
import { isOwnFile, OPEN_WIRE, wantedOpen } from '../../../shared/contract/opened-files.ts'
import { areDropsTaken } from '../files/drop-takers.ts'

interface WantedFilesOptions {
  readonly onLink: (link: string) => void
  /** null: it could not be fetched. */
  readonly onFile: (name: string, file: File | null) => void
}

/**
 * What the system, a link or a drop on the window asks to be opened. `isDragged`: a file is over the window that this would take. Both
 * functions must stay the same between renders.
 */
export function useWantedFiles({ onLink, onFile }: WantedFilesOptions): { readonly isDragged: boolean } {
  const [isDragged, setIsDragged] = useState(false)
  useEffect(() => {
    const open = (event: Event): void => {
      const wanted = wantedOpen(event instanceof CustomEvent ? event.detail : null)
      if (wanted?.kind === 'link') onLink(wanted.link)
      if (wanted?.kind === 'file') void fetched(wanted.path, wanted.name).then((file) => onFile(wanted.name, file))
    }
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      // Else the browser would leave the app for the file.
      event.preventDefault()
      setIsDragged(!areDropsTaken())
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsDragged(false)
    }
    const drop = (event: DragEvent): void => {
      setIsDragged(false)
      const file = event.dataTransfer?.files[0]
      if (file === undefined) return
      event.preventDefault()
      if (isOwnFile(file.name) || !areDropsTaken()) onFile(file.name, file)
    }
    const listeners = { dragover: over, dragenter: over, dragleave: leave, drop, [OPEN_WIRE.event]: open } as const
    for (const [name, listen] of Object.entries(listeners)) addEventListener(name, listen as EventListener)
    return () => {
      for (const [name, listen] of Object.entries(listeners)) removeEventListener(name, listen as EventListener)
    }
  }, [onLink, onFile])
  return { isDragged }
}

async function fetched(path: string, name: string): Promise<File | null> {
  try {
    const response = await fetch(path)
    return response.ok ? new File([await response.blob()], name) : null
  } catch {
    return null
  }
}
