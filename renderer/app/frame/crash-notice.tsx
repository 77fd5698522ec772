import { useMutation, useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTexts } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { useTRPC } from '../rpc/client.ts'
import { useInvalidate } from '../rpc/what-changes-what.ts'
import { CrashDialog } from './crash-dialog.tsx'
import '../../kit/banner.css'

/** Says that the app ended unexpectedly, until somebody has seen it. */
export function CrashNotice(): ReactNode {
  const t = useTexts('crash')
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const [isOpen, setIsOpen] = useState(false)
  const { data: reports = [] } = useQuery(trpc.app.crashReports.queryOptions())
  const dismiss = useMutation(
    trpc.app.dismissCrashReports.mutationOptions({ onSuccess: () => invalidate('crash-reports') }),
  )
  if (!reports.some(({ isNew }) => isNew)) return null
  const close = (): void => {
    setIsOpen(false)
    dismiss.mutate()
  }
  return (
    <section className="banner" aria-label={t.title}>
      <TriangleAlert size={16} aria-hidden />
      <p>{t.text}</p>
      <Button kind="quiet" onPress={() => setIsOpen(true)}>
        {t.show}
      </Button>
      <Button kind="quiet" onPress={() => dismiss.mutate()}>
        {t.dismiss}
      </Button>
      {isOpen ? <CrashDialog reports={reports} onClose={close} /> : null}
    </section>
  )
}
