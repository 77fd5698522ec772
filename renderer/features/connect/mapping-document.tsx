import { ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel, FileTrigger, Heading } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { saveJson } from '../../files/transfer.ts'
import { parseMapping, type SourceMappingInput } from '../../../shared/contract/source/mapping.ts'
import { toErrorReport } from '../../../shared/contract/errors.ts'

interface MappingDocumentProps {
  /** null: every name is the usual one. */
  readonly mapping: SourceMappingInput | null
  readonly onLoad: (mapping: SourceMappingInput) => void
}

/** The choices as the JSON document that the command line takes too: to read, copy, save and load. */
export function MappingDocument({ mapping, onLoad }: MappingDocumentProps): ReactNode {
  const [said, setSaid] = useState<{ readonly text: string; readonly isProblem: boolean } | null>(null)
  const text = JSON.stringify(mapping, null, 2)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid({ text: 'Copied.', isProblem: false })
    } catch {
      setSaid({ text: 'The clipboard cannot be used. Select the text and copy it.', isProblem: true })
    }
  }
  const load = async (file: File): Promise<void> => {
    try {
      onLoad(readMapping(await file.text()))
      setSaid({ text: `${file.name} is loaded.`, isProblem: false })
    } catch (thrown) {
      setSaid({ text: toErrorReport(thrown).message, isProblem: true })
    }
  }
  return (
    <Disclosure className="part-columns">
      <Heading level={3} className="names-head">
        <AriaButton slot="trigger" className="button button-quiet names-trigger">
          <ChevronRight size={14} aria-hidden />
          Mapping document
        </AriaButton>
      </Heading>
      <DisclosurePanel className="mapping-document">
        {mapping === null ? (
          <p className="quiet">Every name is the usual one, so no mapping is needed.</p>
        ) : (
          // Scrolls on its own, so it must be reachable by keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <pre className="mapping-text" tabIndex={0} aria-label="Mapping as JSON">
            {text}
          </pre>
        )}
        <div className="connect-actions">
          {mapping === null ? null : (
            <>
              <Button onPress={() => void copy()}>Copy</Button>
              <Button onPress={() => saveJson('covercast-mapping.json', `${text}\n`)}>Save as a file</Button>
            </>
          )}
          <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => (files?.[0] ? void load(files[0]) : undefined)}>
            <Button>Load a file</Button>
          </FileTrigger>
        </div>
        <p className={said?.isProblem === true ? 'field-error' : 'field-hint'} aria-live="polite">
          {said?.text ?? 'The same document works on the command line: covercast sync --mapping FILE.'}
        </p>
      </DisclosurePanel>
    </Disclosure>
  )
}

function readMapping(text: string): SourceMappingInput {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    throw new Error('This file is not JSON.')
  }
  parseMapping(document)
  return document as SourceMappingInput
}
