import { useEffect, useState } from 'react'
import { isOwnFile } from '../../../shared/contract/opened-files.ts'
import { takeDrops } from './drop-takers.ts'

/** Fewer letters are no table. */
const LEAST_PASTED = 8

/**
 * Files that are dropped on the window, and tables that are pasted where no text is being typed, as files of that name. `isDragged`: one is
 * over the window now. `onFile` must stay the same between renders. A file of the app's own is opened, as on every screen, and is none of them.
 */
export function useBroughtFiles(pastedName: string, onFile: (file: File) => void): { readonly isDragged: boolean } {
  const [isDragged, setIsDragged] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setIsDragged(true)
    }
    const leave = (event: DragEvent): void => {
      // Only where it leaves the window: from element to element it goes on.
      if (event.relatedTarget === null) setIsDragged(false)
    }
    const drop = (event: DragEvent): void => {
      setIsDragged(false)
      const file = event.dataTransfer?.files[0]
      if (file === undefined || isOwnFile(file.name)) return
      event.preventDefault()
      onFile(file)
    }
    const paste = (event: ClipboardEvent): void => {
      if (isTyping(event.target)) return
      const file = event.clipboardData?.files[0]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (file !== undefined && text === '') onFile(file)
      else if (text.length >= LEAST_PASTED && /[\t\n,;]/u.test(text))
        onFile(new File([text], `${pastedName}.tsv`, { type: 'text/plain' }))
      else return
      event.preventDefault()
    }
    const listeners = { dragover: over, dragenter: over, dragleave: leave, drop, paste } as const
    for (const [name, listen] of Object.entries(listeners)) addEventListener(name, listen as EventListener)
    const stopTaking = takeDrops()
    return () => {
      stopTaking()
      for (const [name, listen] of Object.entries(listeners)) removeEventListener(name, listen as EventListener)
    }
  }, [onFile, pastedName])
  return { isDragged }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null
}
