import { ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel, FileTrigger, Heading } from 'react-aria-components'
import { useTexts } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { saveJson } from '../../app/files/transfer.ts'
import { parseMapping, type SourceMappingInput } from '../../../shared/contract/source/mapping.ts'
import { toErrorReport } from '../../../shared/foundation/errors.ts'

interface MappingDocumentProps {
  /** null: every name is the usual one. */
  readonly mapping: SourceMappingInput | null
  readonly onLoad: (mapping: SourceMappingInput) => void
}

/** The choices as the JSON document that the command line takes too: to read, copy, save and load. */
export function MappingDocument({ mapping, onLoad }: MappingDocumentProps): ReactNode {
  const t = useTexts('connect')
  const [outcome, setOutcome] = useState<{ readonly text: string; readonly isProblem: boolean } | null>(null)
  const text = JSON.stringify(mapping, null, 2)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome({ text: t.copied, isProblem: false })
    } catch {
      setOutcome({ text: t.cannotCopy, isProblem: true })
    }
  }
  const load = async (file: File): Promise<void> => {
    try {
      onLoad(readMapping(await file.text(), t.notJson))
      setOutcome({ text: t.fileLoaded({ file: file.name }), isProblem: false })
    } catch (thrown) {
      setOutcome({ text: toErrorReport(thrown).message, isProblem: true })
    }
  }
  return (
    <Disclosure className="part-columns">
      <Heading level={3} className="names-head">
        <AriaButton slot="trigger" className="button button-quiet names-trigger">
          <ChevronRight size={14} aria-hidden />
          {t.mapping}
        </AriaButton>
      </Heading>
      <DisclosurePanel className="mapping-document">
        {mapping === null ? (
          <p className="quiet">{t.noMapping}</p>
        ) : (
          // Scrolls on its own, so it must be reachable by keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <pre className="mapping-text" tabIndex={0} aria-label={t.mappingAsJson}>
            {text}
          </pre>
        )}
        <div className="connect-actions">
          {mapping === null ? null : (
            <>
              <Button onPress={() => void copy()}>{t.copy}</Button>
              <Button onPress={() => saveJson('covercast-mapping.json', `${text}\n`)}>{t.saveFile}</Button>
            </>
          )}
          <FileTrigger
            acceptedFileTypes={['.json', 'application/json']}
            onSelect={(files) => (files?.[0] ? void load(files[0]) : undefined)}
          >
            <Button>{t.loadFile}</Button>
          </FileTrigger>
        </div>
        <p className={outcome?.isProblem === true ? 'field-error' : 'field-hint'} aria-live="polite">
          {outcome?.text ?? t.alsoOnCommandLine}
        </p>
      </DisclosurePanel>
    </Disclosure>
  )
}

function readMapping(text: string, notJson: string): SourceMappingInput {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    throw new Error(notJson)
  }
  parseMapping(document)
  return document as SourceMappingInput
}
