import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useFormat } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { copyText } from '../../kit/clipboard.ts'
import { Modal, ModalActions } from '../../kit/modal.tsx'
import { useTRPC } from '../rpc/client.ts'
import type { Outputs } from '../rpc/procedures.ts'
import { useInvalidate } from '../rpc/what-changes-what.ts'
import './crash-dialog.css'

interface CrashDialogProps {
  readonly reports: Outputs['app']['crashReports']
  readonly onClose: () => void
}

/** The reports of crashes that this computer keeps, to read, copy and remove. */
export function CrashDialog({ reports, onClose }: CrashDialogProps): ReactNode {
  const format = useFormat()
  const { crash: t } = format.texts
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const [copied, setCopied] = useState<boolean | null>(null)
  const remove = useMutation(
    trpc.app.removeCrashReports.mutationOptions({
      onSuccess: async () => {
        await invalidate('crash-reports')
        onClose()
      },
    }),
  )
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const text = reports.map((report) => report.text).join('\n\n')
  return (
    <Modal title={t.reports} isOpen onClose={onClose} wide>
      <p>{t.about}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so it must be reachable by keyboard */}
      <section className="crash-reports" tabIndex={0} aria-label={t.reports}>
        {reports.map((report) => (
          <article key={report.id}>
            <h3>{format.instant(report.at, zone, 'year')}</h3>
            <pre translate="no">{report.text}</pre>
          </article>
        ))}
      </section>
      <ModalActions>
        <output>{copied === null ? null : copied ? t.copied : t.notCopied}</output>
        <Button onPress={() => remove.mutate()} isDisabled={remove.isPending}>
          {t.remove}
        </Button>
        <Button onPress={() => void copyText(text).then(setCopied)}>{t.copy}</Button>
        <Button kind="primary" onPress={onClose}>
          {t.close}
        </Button>
      </ModalActions>
    </Modal>
  )
}
