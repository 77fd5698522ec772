import { Upload } from 'lucide-react'
import type { ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button } from '../../kit/button.tsx'

interface FileButtonProps {
  readonly label: string
  readonly kind?: 'primary' | 'quiet'
  /** What the files are called that are offered first; others can be chosen as well. */
  readonly types: readonly string[]
  readonly onFile: (file: File) => void
}

/** Lets a file be chosen. */
export function FileButton({ label, kind, types, onFile }: FileButtonProps): ReactNode {
  return (
    <FileTrigger acceptedFileTypes={types} onSelect={(files) => (files?.[0] ? onFile(files[0]) : undefined)}>
      <Button {...(kind === undefined ? {} : { kind })} icon={<Upload size={16} aria-hidden />}>
        {label}
      </Button>
    </FileTrigger>
  )
}
